package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Stored;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Application, network and gateway load balancers. */
final class AwsBalancers {
  static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  /** A reference to a load balancer by its ARN. */
  static final Reference A_BALANCER =
      Reference.to("LoadBalancerNotFound: Load balancer '{value}' not found", BALANCER);

  private static final Shape LOGS =
      object(
          required("bucket", text()),
          optional("enabled", flag()).defaultsTo(false),
          optional("prefix", text()));

  private AwsBalancers() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                BALANCER,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html")
            .has(place())
            .has(attributes())
            .has(AwsTags.properties())
            .has(
                computed("arn", (at, around) -> at.id()),
                computed("arnSuffix", (at, around) -> suffix(at)),
                computed("dnsName", (at, around) -> dnsName(at)),
                computed("vpcId", (at, around) -> AwsBalancerRules.vpc(at).orElse("")),
                computed("zoneId", (at, around) -> zone(at)))
            .idIs(
                at ->
                    AwsBalancing.arn(
                        at,
                        "loadbalancer/" + kind(at.inputs()) + "/" + at.inputs().text("name", "")))
            .autoNamed(AutoName.dashed("name", 32))
            .completedBy(AwsTags::merged)
            .unique("ELBv2 Load Balancer ({name}) already exists", "name")
            .rule(AwsBalancerRules.all())
            .replacedOn("securityGroups", AwsBalancerChanges::ofGroups)
            .replacedOn("subnets", AwsBalancerChanges::ofSubnets)
            .replacedOn("subnetMappings", AwsBalancerChanges::ofMappings)
            .inUse("ResourceInUse: Load balancer '{id}' is currently in use by {users}")
            .gone("LoadBalancerNotFound: Load balancer '{id}' not found")
            .build());
  }

  /** Where a load balancer stands. */
  private static Property[] place() {
    return new Property[] {
      optional("customerOwnedIpv4Pool", text()).replaces(),
      optional("internal", flag()).replaces().orComputed((at, around) -> false),
      optional("ipAddressType", text().oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4"))
          .orComputed((at, around) -> "ipv4"),
      optional("ipamPools", object(required("ipv4IpamPoolId", text()))),
      optional("loadBalancerType", text().oneOf("application", "gateway", "network"))
          .replaces()
          .defaultsTo("application"),
      optional(
              "name",
              AwsBalancing.NAME.where(
                  "\"{property}\" cannot begin with \"internal-\": \"{value}\"",
                  name -> !String.valueOf(name).startsWith("internal-")))
          .replaces(),
      optional("namePrefix", AwsBalancing.NAME_PREFIX).replaces(),
      optional("securityGroups", setOf(text().naming(AwsGroups.A_GROUP)))
          .orComputed(AwsBalancers::groups),
      optional(
              "subnetMappings",
              setOf(
                  object(
                      optional("allocationId", text().naming(AwsAddresses.AN_ALLOCATION)),
                      optional("ipv6Address", text()),
                      optional("outpostId", text()),
                      optional("privateIpv4Address", text()),
                      required("subnetId", text().naming(AwsSubnets.A_SUBNET)))))
          .orComputed(
              (at, around) ->
                  around.texts("subnets").stream().map(id -> Map.of("subnetId", id)).toList()),
      optional("subnets", setOf(text().naming(AwsSubnets.A_SUBNET)))
          .orComputed(
              (at, around) ->
                  around.objects("subnetMappings").stream()
                      .map(mapping -> mapping.text("subnetId", ""))
                      .toList())
    };
  }

  /** How a load balancer behaves; the provider sends each only to the kinds that have it. */
  private static Property[] attributes() {
    return new Property[] {
      optional("accessLogs", LOGS),
      optional("clientKeepAlive", whole().between(60, 604_800).refusedAtUp()).defaultsTo(3600),
      optional("connectionLogs", LOGS),
      optional("desyncMitigationMode", text().oneOf("monitor", "defensive", "strictest"))
          .defaultsTo("defensive"),
      optional(
              "dnsRecordClientRoutingPolicy",
              text()
                  .oneOf(
                      "availability_zone_affinity",
                      "partial_availability_zone_affinity",
                      "any_availability_zone"))
          .defaultsTo("any_availability_zone"),
      optional("dropInvalidHeaderFields", flag()).defaultsTo(false),
      optional("enableCrossZoneLoadBalancing", flag()).defaultsTo(false),
      optional("enableDeletionProtection", flag()).defaultsTo(false),
      optional("enableHttp2", flag()).defaultsTo(true),
      optional("enableTlsVersionAndCipherSuiteHeaders", flag()).defaultsTo(false),
      optional("enableWafFailOpen", flag()).defaultsTo(false),
      optional("enableXffClientPort", flag()).defaultsTo(false),
      optional("enableZonalShift", flag()).defaultsTo(false),
      optional("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic", text().oneOf("on", "off"))
          .orComputed(
              (at, around) -> around.has("securityGroups") && isNetwork(around) ? "on" : ""),
      optional("idleTimeout", whole().between(1, 4000).refusedAtUp()).defaultsTo(60),
      optional("minimumLoadBalancerCapacity", object(required("capacityUnits", whole()))),
      optional("preserveHostHeader", flag()).defaultsTo(false),
      optional("xffHeaderProcessingMode", text().oneOf("append", "preserve", "remove"))
          .defaultsTo("append")
    };
  }

  /**
   * Tells whether a load balancer is a network load balancer.
   *
   * @param balancer its inputs
   * @return whether it is
   */
  static boolean isNetwork(Props balancer) {
    return balancer.text("loadBalancerType", "").equals("network");
  }

  /**
   * Tells whether a load balancer is an application load balancer.
   *
   * @param balancer its inputs
   * @return whether it is
   */
  static boolean isApplication(Props balancer) {
    return balancer.text("loadBalancerType", "").equals("application");
  }

  private static String kind(Props balancer) {
    return switch (balancer.text("loadBalancerType", "")) {
      case "network" -> "net";
      case "gateway" -> "gwy";
      default -> "app";
    };
  }

  /** An application load balancer without groups gets the default group of its VPC. */
  private static List<String> groups(Situation at, Props around) {
    Optional<Stored> vpc =
        AwsBalancerRules.vpc(at)
            .filter(id -> isApplication(around))
            .flatMap(id -> at.find(AwsNetwork.VPC, id));
    return vpc.flatMap(found -> found.outputs().text("defaultSecurityGroupId")).stream().toList();
  }

  private static String suffix(Situation at) {
    return at.id().substring(at.id().indexOf("loadbalancer/") + "loadbalancer/".length());
  }

  private static String dnsName(Situation at) {
    Props inputs = at.inputs();
    String name = inputs.text("name", "");
    if (!isApplication(inputs)) {
      return name + "-" + at.hex("arn", 16) + ".elb." + AwsNames.region(at) + ".amazonaws.com";
    }
    String scheme = inputs.isTrue("internal") ? "internal-" : "";
    return scheme
        + name
        + "-"
        + at.digits("dns", 10)
        + "."
        + AwsNames.region(at)
        + ".elb.amazonaws.com";
  }

  /** The hosted zone of the region's load balancers; a made-up one. */
  private static String zone(Situation at) {
    return "Z" + at.hex("zone", 13).toUpperCase(Locale.ROOT);
  }
}
