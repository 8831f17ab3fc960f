package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteComponentTest {
  private static final String RULE = "aws:vpc/securityGroup";
  private static final String EGRESS_ONLY =
      "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";
  private static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";

  /** What was registered, in any order. */
  private final Queue<Mocks.ResourceArgs> registered = new ConcurrentLinkedQueue<>();

  private final Queue<Mocks.CallArgs> calls = new ConcurrentLinkedQueue<>();

  private final class Recorder implements Mocks {
    private final List<String> zones;

    Recorder(List<String> zones) {
      this.zones = zones;
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      registered.add(args);
      Map<String, Object> state = new HashMap<>(args.inputs);
      state.put("arn", "arn:" + args.name);
      state.put("dnsName", args.name + ".example");
      state.put("publicIp", "address of " + args.name);
      state.put("zoneId", "zone of " + args.name);
      state.put("ownerId", "123456789012");
      if (Boolean.TRUE.equals(args.inputs.get("assignGeneratedIpv6CidrBlock"))) {
        state.put("ipv6CidrBlock", "2001:db8:1234:5600::/56");
      }
      state.putIfAbsent("name", args.name);
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of("id:" + args.name), state));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      calls.add(args);
      return CompletableFuture.completedFuture(Map.of("id", "x", "names", zones));
    }
  }

  @AfterEach
  void forget() {
    PulumiTest.cleanup();
  }

  private TestResult register(Plan plan, String... zones) {
    return PulumiTest.withMocks(new Recorder(List.of(zones)))
        .runTest(context -> new SiteComponent(plan).outputs().forEach(context::export));
  }

  private TestResult register(Plan plan) {
    return register(plan, "us-east-1c", "us-east-1a", "us-east-1b").throwOnError();
  }

  private List<Mocks.ResourceArgs> ofType(String type) {
    return registered.stream().filter(resource -> resource.type.equals(type)).toList();
  }

  private Map<String, Object> inputs(String type, String name) {
    return ofType(type).stream()
        .filter(resource -> resource.name.equals(name))
        .map(resource -> resource.inputs)
        .findFirst()
        .orElseThrow();
  }

  private static Object value(TestResult result, String output) {
    return PulumiTest.extractValue(result.output(output));
  }

  private static Settings everything() {
    return Plans.options("everything");
  }

  private static Site twoConnectors() {
    return Plans.site("virginia", "us-east-1", 2, "10.20.0.0/16");
  }

  @Test
  void everythingOfThePlanIsRegistered() {
    Plan plan = Plans.of(everything(), twoConnectors());
    register(plan);

    Map<String, Long> counts =
        registered.stream().collect(Collectors.groupingBy(r -> r.type, Collectors.counting()));
    long inbound =
        plan.rules().stream().filter(r -> r.direction().slug().equals("inbound")).count();
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("anyware:network:Aws", 1L),
                Map.entry("pulumi:providers:aws", 1L),
                Map.entry("aws:ec2/vpc:Vpc", 1L),
                Map.entry("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", 1L),
                Map.entry("aws:ec2/internetGateway:InternetGateway", 1L),
                Map.entry("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", 1L),
                Map.entry("aws:ec2/subnet:Subnet", 4L),
                Map.entry("aws:ec2/routeTable:RouteTable", 3L),
                Map.entry("aws:ec2/route:Route", 6L),
                Map.entry("aws:ec2/natGateway:NatGateway", 2L),
                Map.entry("aws:ec2/routeTableAssociation:RouteTableAssociation", 4L),
                Map.entry("aws:ec2/securityGroup:SecurityGroup", 4L),
                Map.entry(PREFIX_LIST, (long) plan.prefixLists().size()),
                Map.entry(RULE + "IngressRule:SecurityGroupIngressRule", inbound),
                Map.entry(
                    RULE + "EgressRule:SecurityGroupEgressRule", plan.rules().size() - inbound),
                Map.entry("aws:ec2/eip:Eip", 4L),
                Map.entry("aws:lb/loadBalancer:LoadBalancer", 1L),
                Map.entry("aws:lb/targetGroup:TargetGroup", 1L),
                Map.entry("aws:lb/listener:Listener", 1L)));
  }

  @Test
  void theSitesOwnProviderKnowsTheRegionAndNoCredentials() {
    register(Plans.of(everything()));

    assertThat(inputs("pulumi:providers:aws", "virginia.us-east-1").keySet())
        .isSubsetOf("region", "skipCredentialsValidation", "skipRegionValidation");
    assertThat(inputs("pulumi:providers:aws", "virginia.us-east-1"))
        .containsEntry("region", "us-east-1");
    assertThat(registered)
        .filteredOn(resource -> resource.type.startsWith("aws:"))
        .allMatch(
            resource -> resource.provider.contains("pulumi:providers:aws::virginia.us-east-1"));
    assertThat(calls)
        .allMatch(call -> call.provider.contains("pulumi:providers:aws::virginia.us-east-1"));
  }

  @Test
  void subnetsSpanTheFirstTwoZones() {
    register(Plans.of(everything()));

    assertThat(inputs("aws:ec2/subnet:Subnet", "virginia-public-us-east-1-first"))
        .containsEntry("availabilityZone", "us-east-1a")
        .containsEntry("cidrBlock", "10.20.0.0/19");
    assertThat(inputs("aws:ec2/subnet:Subnet", "virginia-private-us-east-1-second"))
        .containsEntry("availabilityZone", "us-east-1b")
        .containsEntry("cidrBlock", "10.20.192.0/18");
  }

  @Test
  void whereAZoneIsMissingAwsChooses() {
    register(Plans.of(everything()), "us-east-1a").throwOnError();

    assertThat(inputs("aws:ec2/subnet:Subnet", "virginia-public-us-east-1-first"))
        .containsEntry("availabilityZone", "us-east-1a");
    assertThat(inputs("aws:ec2/subnet:Subnet", "virginia-public-us-east-1-second"))
        .doesNotContainKey("availabilityZone");
  }

  @Test
  void publicSubnetsLeaveByTheInternetGatewayAndPrivateOnesByTheirZonesNatGateway() {
    register(Plans.of(everything()));

    assertThat(inputs("aws:ec2/route:Route", "virginia-public"))
        .containsEntry("routeTableId", "id:virginia-public")
        .containsEntry("gatewayId", "id:virginia-network")
        .containsEntry("destinationCidrBlock", "0.0.0.0/0")
        .doesNotContainKey("natGatewayId");
    for (String zone : List.of("first", "second")) {
      assertThat(
              inputs(
                  "aws:ec2/routeTableAssociation:RouteTableAssociation",
                  "virginia-private-us-east-1-" + zone))
          .containsEntry("routeTableId", "id:virginia-private-" + zone)
          .containsEntry("subnetId", "id:virginia-private-us-east-1-" + zone);
      assertThat(inputs("aws:ec2/route:Route", "virginia-private-" + zone))
          .containsEntry("routeTableId", "id:virginia-private-" + zone)
          .containsEntry("natGatewayId", "id:virginia-nat-" + zone)
          .containsEntry("destinationCidrBlock", "0.0.0.0/0")
          .doesNotContainKey("gatewayId");
      assertThat(inputs("aws:ec2/natGateway:NatGateway", "virginia-nat-" + zone))
          .containsEntry("subnetId", "id:virginia-public-us-east-1-" + zone)
          .containsEntry("allocationId", "id:virginia-nat-" + zone);
    }
  }

  @Test
  void withoutNatPrivateSubnetsStayAmongThemselves() {
    register(Plans.of(everything(), Sites.withoutNat()));

    assertThat(ofType("aws:ec2/natGateway:NatGateway")).isEmpty();
    assertThat(ofType("aws:ec2/route:Route"))
        .extracting(r -> r.name)
        .containsExactlyInAnyOrder("virginia-public", "virginia-public-ipv6");
    assertThat(ofType(EGRESS_ONLY)).isEmpty();
    assertThat(ofType("aws:ec2/eip:Eip")).hasSize(1);
  }

  @Test
  void everySubnetHasItsPartOfTheVpcsIpv6Block() {
    register(Plans.of(everything()));

    assertThat(inputs("aws:ec2/vpc:Vpc", "virginia-network"))
        .containsEntry("assignGeneratedIpv6CidrBlock", true);
    assertThat(ofType("aws:ec2/subnet:Subnet"))
        .extracting(r -> r.name, r -> r.inputs.get("ipv6CidrBlock"))
        .containsExactlyInAnyOrder(
            tuple("virginia-public-us-east-1-first", "2001:db8:1234:5600::/64"),
            tuple("virginia-public-us-east-1-second", "2001:db8:1234:5601::/64"),
            tuple("virginia-private-us-east-1-first", "2001:db8:1234:5680::/64"),
            tuple("virginia-private-us-east-1-second", "2001:db8:1234:5681::/64"));
    assertThat(ofType("aws:ec2/subnet:Subnet"))
        .allSatisfy(r -> assertThat(r.inputs).containsEntry("assignIpv6AddressOnCreation", true));
  }

  @Test
  void ipv6LeavesPublicSubnetsByTheInternetGatewayAndPrivateOnesByTheOneThatLetsNothingIn() {
    register(Plans.of(everything()));

    assertThat(inputs(EGRESS_ONLY, "virginia-network"))
        .containsEntry("vpcId", "id:virginia-network");
    assertThat(inputs("aws:ec2/route:Route", "virginia-public-ipv6"))
        .containsEntry("routeTableId", "id:virginia-public")
        .containsEntry("destinationIpv6CidrBlock", "::/0")
        .containsEntry("gatewayId", "id:virginia-network")
        .doesNotContainKeys("destinationCidrBlock", "egressOnlyGatewayId");
    for (String zone : List.of("first", "second")) {
      assertThat(inputs("aws:ec2/route:Route", "virginia-private-" + zone + "-ipv6"))
          .containsEntry("routeTableId", "id:virginia-private-" + zone)
          .containsEntry("destinationIpv6CidrBlock", "::/0")
          .containsEntry("egressOnlyGatewayId", "id:virginia-network")
          .doesNotContainKeys("destinationCidrBlock", "gatewayId", "natGatewayId");
    }
  }

  @Test
  void withoutIpv6NothingAsksForIt() {
    register(Plans.of(everything(), Fixtures.withoutIpv6(Sites.plain())));

    assertThat(ofType(EGRESS_ONLY)).isEmpty();
    assertThat(ofType("aws:ec2/route:Route")).hasSize(3);
    assertThat(registered)
        .filteredOn(r -> !r.type.startsWith(RULE) && !r.type.equals(PREFIX_LIST))
        .allSatisfy(r -> assertThat(r.inputs.toString()).doesNotContainIgnoringCase("ipv6"));
    assertThat(inputs("aws:lb/loadBalancer:LoadBalancer", "nlb-virginia"))
        .containsEntry("ipAddressType", "ipv4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "internal",
        "internal-with-addresses",
        "existing",
        "existing-internal-with-addresses",
        "application",
        "application-existing"
      })
  void everyBalancerHasAddressesOfBothFamiliesWhereTheNetworkHas(String shape) {
    register(Plans.of(everything(), shape(shape)));

    assertThat(ofType("aws:lb/loadBalancer:LoadBalancer"))
        .singleElement()
        .satisfies(r -> assertThat(r.inputs).containsEntry("ipAddressType", "dualstack"));
  }

  @Test
  void withoutIpv6ABalancerHasOneRecord() {
    register(Plans.of(Plans.options("minimal"), shape("named-without-ipv6")));

    assertThat(ofType("aws:route53/record:Record"))
        .extracting(r -> r.name, r -> r.inputs.get("type"))
        .containsExactlyInAnyOrder(
            tuple("virginia-balancer-dns", "A"),
            tuple("virginia-connector-1-dns", "A"),
            tuple("virginia-connector-2-dns", "A"));
  }

  @Test
  void ofANetworkThatIsThereOnlyGroupsAreMade() {
    TestResult result = register(Plans.of(everything(), Sites.inside("10.7.1.10", "10.7.2.10")));

    assertThat(registered.stream().map(r -> r.type).distinct())
        .containsExactlyInAnyOrder(
            "anyware:network:Aws",
            "pulumi:providers:aws",
            "aws:ec2/securityGroup:SecurityGroup",
            PREFIX_LIST,
            RULE + "IngressRule:SecurityGroupIngressRule",
            RULE + "EgressRule:SecurityGroupEgressRule",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:lb/targetGroup:TargetGroup",
            "aws:lb/listener:Listener");
    assertThat(calls).as("nothing is asked").isEmpty();
    assertThat(ofType("aws:ec2/securityGroup:SecurityGroup"))
        .allMatch(group -> "vpc-0abc".equals(group.inputs.get("vpcId")));
    assertThat(inputs("aws:lb/targetGroup:TargetGroup", "tg-virginia"))
        .containsEntry("vpcId", "vpc-0abc");
    assertThat(ofType("aws:lb/loadBalancer:LoadBalancer").get(0).inputs)
        .containsEntry("internal", true)
        .containsEntry(
            "subnetMappings",
            List.of(
                Map.of("subnetId", "subnet-0aaa", "privateIpv4Address", "10.7.1.10"),
                Map.of("subnetId", "subnet-0bbb", "privateIpv4Address", "10.7.2.10")))
        .doesNotContainKey("subnets");
    assertThat(value(result, "network"))
        .isEqualTo(Map.of("id", "vpc-0abc", "ranges", List.of("10.7.1.0/24", "10.7.4.0/22")));
    assertThat(value(result, "subnets"))
        .isEqualTo(
            Map.of(
                "connector", List.of(Map.of("range", "10.7.1.0/24")),
                "workstation", List.of(Map.of("range", "10.7.4.0/22")),
                "balancer", List.of(Map.of("id", "subnet-0aaa"), Map.of("id", "subnet-0bbb"))));
    assertThat(result.outputs()).doesNotContainKey("routeTables");
  }

  @Test
  void instancesAreRegisteredAndGetTheAddressesInTheirOrder() {
    register(Plans.of(everything(), Sites.withTargets(2, "i-0bbb", "i-0aaa", "i-0ccc")));

    assertThat(ofType("aws:lb/targetGroupAttachment:TargetGroupAttachment"))
        .extracting(r -> r.name)
        .containsExactlyInAnyOrder(
            "virginia-target-i-0aaa", "virginia-target-i-0bbb", "virginia-target-i-0ccc");
    assertThat(
            inputs("aws:lb/targetGroupAttachment:TargetGroupAttachment", "virginia-target-i-0aaa"))
        .isEqualTo(
            Map.of("targetGroupArn", "arn:tg-virginia", "targetId", "i-0aaa", "port", 443.0));
    assertThat(inputs("aws:ec2/eipAssociation:EipAssociation", "virginia-address-i-0bbb"))
        .isEqualTo(Map.of("allocationId", "id:virginia-connector-1", "instanceId", "i-0bbb"));
    assertThat(inputs("aws:ec2/eipAssociation:EipAssociation", "virginia-address-i-0aaa"))
        .containsEntry("allocationId", "id:virginia-connector-2");
    assertThat(ofType("aws:ec2/eipAssociation:EipAssociation")).hasSize(2);
  }

  @Test
  void addressesAreRegisteredAndThoseOutsideTheNetworkSaySo() {
    register(Plans.of(everything(), Sites.withTargets(1, "10.20.0.9", "10.77.0.9")));

    assertThat(inputs("aws:lb/targetGroup:TargetGroup", "tg-virginia"))
        .containsEntry("targetType", "ip");
    assertThat(
            inputs(
                "aws:lb/targetGroupAttachment:TargetGroupAttachment", "virginia-target-10-20-0-9"))
        .doesNotContainKey("availabilityZone");
    assertThat(
            inputs(
                "aws:lb/targetGroupAttachment:TargetGroupAttachment", "virginia-target-10-77-0-9"))
        .containsEntry("availabilityZone", "all");
    assertThat(ofType("aws:ec2/eipAssociation:EipAssociation")).isEmpty();
  }

  @Test
  void aProtectedSitesBalancerIsProtectedByAwsToo() {
    register(Plans.of(everything(), Sites.protectedSite()));

    assertThat(inputs("aws:lb/loadBalancer:LoadBalancer", "nlb-virginia"))
        .containsEntry("enableDeletionProtection", true);
  }

  @Test
  void aRuleNamesOnePortAndOneOtherEnd() {
    Plan plan = Plans.of(everything());
    register(plan);

    assertThat(
            inputs(
                RULE + "IngressRule:SecurityGroupIngressRule",
                "virginia-workstation-inbound-udp-4172-from-connector"))
        .containsEntry("securityGroupId", "id:workstation-virginia")
        .containsEntry("referencedSecurityGroupId", "id:connector-virginia")
        .containsEntry("ipProtocol", "udp")
        .containsEntry("fromPort", 4172.0)
        .containsEntry("toPort", 4172.0)
        .doesNotContainKeys("cidrIpv4", "cidrIpv6", "prefixListId");
    assertThat(
            inputs(
                RULE + "IngressRule:SecurityGroupIngressRule",
                "virginia-connector-inbound-tcp-4172-from-peers-ipv6"))
        .containsEntry("prefixListId", "id:virginia-connector-inbound-tcp-4172-peers-ipv6")
        .doesNotContainKeys("cidrIpv4", "cidrIpv6", "referencedSecurityGroupId");
    assertThat(
            inputs(
                RULE + "EgressRule:SecurityGroupEgressRule",
                "virginia-connector-outbound-udp-1812-to-peers-ipv4"))
        .containsEntry("securityGroupId", "id:connector-virginia")
        .containsEntry("prefixListId", "id:virginia-connector-outbound-udp-1812-peers-ipv4")
        .doesNotContainKeys("cidrIpv4", "cidrIpv6", "referencedSecurityGroupId");
  }

  @Test
  void everyAddressIsWrittenAsItsPrefix() {
    register(Plans.of("default-peers"));

    assertThat(
            inputs(
                RULE + "IngressRule:SecurityGroupIngressRule",
                "virginia-connector-inbound-udp-4172-from-0-0-0-0-0"))
        .containsEntry("cidrIpv4", "0.0.0.0/0")
        .doesNotContainKeys("cidrIpv6", "prefixListId", "referencedSecurityGroupId");
  }

  @Test
  void aPrefixListHoldsAGatesAddressesOfOneFamily() {
    register(Plans.of(everything()));

    assertThat(inputs(PREFIX_LIST, "virginia-connector-outbound-tcp-636-peers-ipv4"))
        .containsEntry("addressFamily", "IPv4")
        .containsEntry("maxEntries", 2.0)
        .containsEntry(
            "entries", List.of(Map.of("cidr", "10.9.0.10/32"), Map.of("cidr", "10.9.0.11/32")));
    assertThat(inputs(PREFIX_LIST, "virginia-connector-inbound-udp-4172-peers-ipv6"))
        .containsEntry("addressFamily", "IPv6")
        .containsEntry("maxEntries", 1.0)
        .containsEntry("entries", List.of(Map.of("cidr", "2001:db8:c::/48")))
        .doesNotContainKey("name");
  }

  @Test
  void theBalancerIsInThePublicSubnetsWithItsOwnGroup() {
    register(Plans.of(everything()));

    assertThat(inputs("aws:lb/loadBalancer:LoadBalancer", "nlb-virginia"))
        .containsEntry("loadBalancerType", "network")
        .containsEntry("internal", false)
        .containsEntry("securityGroups", List.of("id:balancer-virginia"))
        .containsEntry(
            "subnets",
            List.of("id:virginia-public-us-east-1-first", "id:virginia-public-us-east-1-second"));
    assertThat(inputs("aws:lb/listener:Listener", "nlb-virginia"))
        .containsEntry("loadBalancerArn", "arn:nlb-virginia")
        .containsEntry("port", 443.0)
        .containsEntry("protocol", "TCP")
        .containsEntry(
            "defaultActions",
            List.of(Map.of("type", "forward", "targetGroupArn", "arn:tg-virginia")));
    assertThat(inputs("aws:lb/targetGroup:TargetGroup", "tg-virginia"))
        .containsEntry("targetType", "instance")
        .containsEntry("protocol", "TCP")
        .containsEntry("port", 443.0)
        .containsEntry("stickiness", Map.of("enabled", true, "type", "source_ip"))
        .containsEntry(
            "healthCheck",
            Map.of(
                "protocol",
                "HTTPS",
                "port",
                "traffic-port",
                "path",
                "/health",
                "matcher",
                "200",
                "interval",
                30.0,
                "timeout",
                10.0,
                "healthyThreshold",
                3.0,
                "unhealthyThreshold",
                3.0));
  }

  @Test
  void aBalancerOfLayerSevenEndsTlsAndSendsPlainHttpThere() {
    register(Plans.of(everything(), applicationWithEverything()));

    assertThat(inputs("aws:lb/loadBalancer:LoadBalancer", "alb-virginia"))
        .containsEntry("loadBalancerType", "application")
        .containsEntry("internal", false)
        .containsEntry("securityGroups", List.of("id:balancer-virginia"))
        .containsEntry("dropInvalidHeaderFields", true)
        .containsEntry("idleTimeout", 600.0)
        .containsEntry("enableDeletionProtection", true)
        .containsEntry(
            "accessLogs", Map.of("bucket", "my-logs", "prefix", "front", "enabled", true))
        .containsEntry(
            "subnets",
            List.of("id:virginia-public-us-east-1-first", "id:virginia-public-us-east-1-second"));
    assertThat(inputs("aws:lb/listener:Listener", "alb-virginia"))
        .containsEntry("port", 443.0)
        .containsEntry("protocol", "HTTPS")
        .containsEntry("certificateArn", Sites.CERTIFICATE)
        .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06")
        .containsEntry(
            "defaultActions",
            List.of(Map.of("type", "forward", "targetGroupArn", "arn:tg-virginia")));
    assertThat(inputs("aws:lb/listener:Listener", "alb-virginia-redirect"))
        .containsEntry("port", 80.0)
        .containsEntry("protocol", "HTTP")
        .containsEntry(
            "defaultActions",
            List.of(
                Map.of(
                    "type",
                    "redirect",
                    "redirect",
                    Map.of("protocol", "HTTPS", "port", "443", "statusCode", "HTTP_301"))));
    assertThat(inputs("aws:lb/targetGroup:TargetGroup", "tg-virginia"))
        .containsEntry("protocol", "HTTPS")
        .containsEntry("port", 443.0)
        .containsEntry("deregistrationDelay", 300.0)
        .containsEntry(
            "stickiness", Map.of("enabled", true, "type", "lb_cookie", "cookieDuration", 7200.0));
    assertThat(inputs("aws:wafv2/webAclAssociation:WebAclAssociation", "alb-virginia"))
        .isEqualTo(Map.of("resourceArn", "arn:alb-virginia", "webAclArn", Sites.WEB_ACL));
  }

  @Test
  void aBalancerAndEachConnectorHaveNamesInAZone() {
    register(Plans.of(Plans.options("minimal"), shape("named")));

    assertThat(inputs("aws:route53/record:Record", "virginia-balancer-dns"))
        .isEqualTo(
            Map.of(
                "zoneId",
                "Z0123456789ABC",
                "name",
                "pcoip.example.com",
                "type",
                "A",
                "aliases",
                List.of(
                    Map.of(
                        "name",
                        "nlb-virginia.example",
                        "zoneId",
                        "zone of nlb-virginia",
                        "evaluateTargetHealth",
                        true))));
    assertThat(inputs("aws:route53/record:Record", "virginia-balancer-dns-ipv6"))
        .containsEntry("name", "pcoip.example.com")
        .containsEntry("type", "AAAA")
        .containsEntry(
            "aliases",
            List.of(
                Map.of(
                    "name",
                    "nlb-virginia.example",
                    "zoneId",
                    "zone of nlb-virginia",
                    "evaluateTargetHealth",
                    true)));
    assertThat(inputs("aws:route53/record:Record", "virginia-connector-2-dns"))
        .containsEntry("type", "A")
        .containsEntry("name", "pcoip-2.example.com")
        .containsEntry("ttl", 300.0)
        .containsEntry("records", List.of("address of virginia-connector-2"));
  }

  @Test
  void connectionsAreLoggedByARoleThatMayDoNothingElse() {
    register(Plans.of(Plans.options("minimal"), shape("logged")));

    assertThat(inputs("aws:ec2/flowLog:FlowLog", "virginia-flows"))
        .containsEntry("vpcId", "id:virginia-network")
        .containsEntry("trafficType", "ALL")
        .containsEntry("logDestinationType", "cloud-watch-logs")
        .containsEntry("logDestination", "arn:virginia-flows")
        .containsEntry("iamRoleArn", "arn:virginia-flows");
    assertThat(inputs("aws:cloudwatch/logGroup:LogGroup", "virginia-flows"))
        .containsEntry("retentionInDays", 365.0);
    assertThat(
            String.valueOf(inputs("aws:iam/rolePolicy:RolePolicy", "virginia-flows").get("policy")))
        .contains("\"Resource\":[\"arn:virginia-flows\",\"arn:virginia-flows:*\"]")
        .doesNotContain("\"*\"");
    assertThat(
            String.valueOf(inputs("aws:iam/role:Role", "virginia-flows").get("assumeRolePolicy")))
        .contains("\"vpc-flow-logs.amazonaws.com\"", "{\"aws:SourceAccount\":\"123456789012\"}");
  }

  @Test
  void aBucketTakesTheLogWithoutARole() {
    register(Plans.of(Plans.options("minimal"), shape("logged-to-bucket")));

    assertThat(inputs("aws:ec2/flowLog:FlowLog", "virginia-flows"))
        .containsEntry("logDestinationType", "s3")
        .containsEntry("logDestination", "arn:aws:s3:::my-flows/here")
        .doesNotContainKey("iamRoleArn");
    assertThat(registered).noneMatch(one -> one.type.startsWith("aws:iam/"));
  }

  private static Site shape(String name) {
    return Optional.ofNullable(Sites.shapes().get(name)).orElseThrow();
  }

  private static Site applicationWithEverything() {
    return Optional.ofNullable(Sites.shapes().get("application-with-everything")).orElseThrow();
  }

  @Test
  void aBalancerOfLayerSevenWithoutMoreHasNeitherRedirectNorLogs() {
    register(Plans.of(Plans.options("minimal"), Sites.application()));

    assertThat(inputs("aws:lb/loadBalancer:LoadBalancer", "alb-virginia"))
        .doesNotContainKey("accessLogs")
        .containsEntry("idleTimeout", 60.0)
        .containsEntry("enableDeletionProtection", false);
    assertThat(registered)
        .filteredOn(
            one -> one.type.endsWith(":Listener") || one.type.endsWith(":WebAclAssociation"))
        .extracting(one -> one.name)
        .containsExactly("alb-virginia");
  }

  @Test
  void everythingThatCanCarriesTheTags() {
    Plan plan = Plans.of(everything());
    register(plan);

    assertThat(registered)
        .filteredOn(resource -> resource.type.startsWith("aws:"))
        .filteredOn(resource -> !resource.type.startsWith("aws:ec2/route:"))
        .filteredOn(resource -> !resource.type.startsWith("aws:ec2/routeTableAssociation:"))
        .allSatisfy(
            resource -> {
              Map<String, String> tags = new TreeMap<>(plan.place().tags());
              tags.put("Name", resource.name);
              assertThat(resource.inputs).containsEntry("tags", tags);
            });
    assertThat(plan.place().tags()).containsEntry("anyware-site", "virginia");
  }

  @Test
  void outputsHaveTheirShape() {
    TestResult result = register(Plans.of(everything(), twoConnectors()));

    assertThat(value(result, "groups"))
        .isEqualTo(
            Map.of(
                "connector", "id:connector-virginia",
                "workstation", "id:workstation-virginia",
                "licenseServer", "id:license-server-virginia",
                "balancer", "id:balancer-virginia"));
    assertThat(value(result, "balancer"))
        .isEqualTo(
            Map.of(
                "layer", 4,
                "scheme", "public",
                "dnsName", "nlb-virginia.example",
                "zoneId", "zone of nlb-virginia",
                "id", "arn:nlb-virginia",
                "targetGroup", "arn:tg-virginia"));
    assertThat(value(result, "connectorAddresses"))
        .isEqualTo(
            List.of(
                Map.of(
                    "address", "address of virginia-connector-1", "id", "id:virginia-connector-1"),
                Map.of(
                    "address",
                    "address of virginia-connector-2",
                    "id",
                    "id:virginia-connector-2")));
    assertThat(value(result, "network"))
        .isEqualTo(Map.of("id", "id:virginia-network", "ranges", List.of("10.20.0.0/16")));
    assertThat(value(result, "routeTables"))
        .isEqualTo(
            Map.of(
                "public",
                "id:virginia-public",
                "private",
                List.of("id:virginia-private-first", "id:virginia-private-second")));
    assertThat(value(result, "subnets"))
        .isEqualTo(
            Map.of(
                "connector", subnets("public", "10.20.0.0/19", "10.20.32.0/19"),
                "balancer", subnets("public", "10.20.0.0/19", "10.20.32.0/19"),
                "workstation", subnets("private", "10.20.128.0/18", "10.20.192.0/18"),
                "licenseServer", subnets("private", "10.20.128.0/18", "10.20.192.0/18")));
  }

  private static List<Map<String, String>> subnets(String kind, String first, String second) {
    String name = "id:virginia-" + kind + "-us-east-1-";
    String ipv6 = "2001:db8:1234:56" + (kind.equals("public") ? "0" : "8");
    return List.of(
        Map.of("id", name + "first", "range", first, "ipv6Range", ipv6 + "0::/64"),
        Map.of("id", name + "second", "range", second, "ipv6Range", ipv6 + "1::/64"));
  }

  @Test
  void whatIsNotThereHasNoOutput() {
    Site bare = Fixtures.withoutBalancer(Plans.site("virginia", "us-east-1", 0, "10.20.0.0/16"));
    TestResult result = register(Plans.of(Plans.options("minimal"), bare));
    Map<String, Output<?>> outputs = result.outputs();

    assertThat(outputs)
        .containsOnlyKeys("network", "subnets", "routeTables", "groups", "connectorAddresses");
    assertThat(value(result, "groups"))
        .isEqualTo(
            Map.of("connector", "id:connector-virginia", "workstation", "id:workstation-virginia"));
    assertThat(value(result, "connectorAddresses")).isEqualTo(List.of());
    assertThat(registered).noneMatch(resource -> resource.type.startsWith("aws:lb/"));
  }
}
