package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.audit.Audit;
import anyware.catalogue.Role;
import anyware.cloud.Application.Capacity;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application gateway before the connectors: what is planned, limited and judged of it. */
class GatewayTest {
  private static final Settings LEGACY = AzurePlans.optionSet("legacy-http");
  private static final Settings MINIMAL = AzurePlans.optionSet("minimal");
  private static final Plan PLAN = AzurePlans.of(LEGACY, AzureShapes.of("gateway"));

  private static ApplicationGateway gateway(Plan plan) {
    return plan.balancer()
        .orElseThrow()
        .fold(
            four -> {
              throw new AssertionError(four);
            },
            seven -> seven);
  }

  private static List<Rule> rules(Plan plan, Role role) {
    return plan.roles().stream()
        .filter(ofRole -> ofRole.role() == role)
        .flatMap(ofRole -> ofRole.rules().stream())
        .toList();
  }

  @Test
  void itsGroupLetsInUsersAdministratorsAndThePlatformAlone() {
    assertThat(rules(PLAN, Role.BALANCER))
        .extracting(Rule::name, Rule::priority, rule -> rule.traffic().toString())
        .containsExactly(
            tuple("clients-to-balancer-https-tcp", 900, "[443/tcp]"),
            tuple("clients-to-balancer-https-tcp-ipv6", 906, "[443/tcp]"),
            tuple("administrators-to-balancer-https-tcp", 1100, "[443/tcp]"),
            tuple("administrators-to-balancer-https-tcp-ipv6", 1106, "[443/tcp]"),
            tuple("administrators-to-balancer-http-tcp", 1124, "[80/tcp]"),
            tuple("administrators-to-balancer-http-tcp-ipv6", 1130, "[80/tcp]"),
            tuple("gateway-manager", 4091, "[65200-65535/tcp]"),
            tuple("azure-load-balancer", 4093, "[everything]"),
            tuple("others-to-balancer", 4096, "[everything]"));
    assertThat(rules(PLAN, Role.BALANCER))
        .allMatch(rule -> rule.destination().equals(new RuleEnd.Anybody()))
        .allMatch(rule -> rule.direction() == Direction.INBOUND);
  }

  @Test
  void connectorsAdmitItsSubnetInsteadOfUsers() {
    assertThat(rules(PLAN, Role.CONNECTOR))
        .filteredOn(
            rule ->
                rule.direction() == Direction.INBOUND
                    && rule.traffic().toString().equals("[443/tcp]"))
        .extracting(Rule::name, rule -> rule.source().text())
        .containsExactly(
            tuple("balancer-to-connector-https-tcp", "10.30.96.0/19"),
            tuple("administrators-to-connector-https-tcp", "203.0.113.0/28"),
            tuple("administrators-to-connector-https-tcp-ipv6", "2001:db8:a::/64"));
  }

  @Test
  void onlyLegacyHttpIsRedirected() {
    assertThat(gateway(PLAN).redirectPort()).contains(80);
    assertThat(gateway(AzurePlans.of(MINIMAL, AzureShapes.of("gateway"))).redirectPort()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gateway-internal, 10.30.127.254",
    "gateway-internal-address, 10.30.100.9",
    "gateway-existing-internal, 10.7.1.254",
    "gateway, ",
  })
  void anInternalOneHasAStaticAddressInItsSubnet(String shape, String address) {
    Plan plan = AzurePlans.of(MINIMAL, AzureShapes.of(shape));
    assertThat(gateway(plan).privateAddress().map(Object::toString).orElse(null))
        .isEqualTo(address);
    assertThat(gateway(plan).publicAddress()).contains("dublin-gateway-address");
  }

  private static Outcome from(Plan plan, Role role, String address, int port) {
    return Evaluator.of(plan)
        .verdict(
            new Packet(
                role,
                Direction.INBOUND,
                Host.outside(Cidr.of(address).first()),
                IpProtocol.TCP,
                port))
        .outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.9, 443, OPEN",
    "198.51.100.9, 80, CLOSED",
    "203.0.113.5, 80, OPEN",
    "203.0.113.5, 8443, CLOSED",
    "192.0.2.9, 443, CLOSED",
    "10.30.0.9, 443, CLOSED",
    "192.0.2.9, 65300, CLOSED",
    "10.30.0.9, 65300, CLOSED",
  })
  void whoReachesIt(String address, int port, Outcome outcome) {
    assertThat(from(PLAN, Role.BALANCER, address, port)).isEqualTo(outcome);
  }

  @Test
  void withoutItsGroupEverybodyIsLetIn() {
    List<RoleGroups> loose =
        PLAN.roles().stream()
            .map(
                it ->
                    it.role() == Role.BALANCER
                        ? new RoleGroups(it.role(), it.name(), it.rules(), false)
                        : it)
            .toList();
    Plan plan = AzurePlans.with(PLAN, loose);
    assertThat(from(plan, Role.BALANCER, "192.0.2.9", 443)).isEqualTo(Outcome.OPEN);
    assertThat(from(plan, Role.BALANCER, "192.0.2.9", 8443)).isEqualTo(Outcome.CLOSED);
  }

  @Test
  void theRulesOfThePlatformAreNobodyElses() {
    Site site = AzureShapes.of("gateway");
    for (RuleEnd wider : List.of(new RuleEnd.Anybody(), new RuleEnd.ServiceTag("Internet"))) {
      List<RoleGroups> changed =
          PLAN.roles().stream()
              .map(
                  it ->
                      new RoleGroups(
                          it.role(),
                          it.name(),
                          it.rules().stream().map(rule -> from(rule, wider)).toList(),
                          it.attached()))
              .toList();
      assertThat(
              Audit.of(
                  Fixtures.policy(LEGACY, site),
                  Evaluator.of(AzurePlans.with(gatewayWide(), changed)),
                  PLAN.roleSubnets()))
          .as(wider.text())
          .isNotEmpty();
    }
  }

  private static Rule from(Rule rule, RuleEnd source) {
    return rule.name().equals("gateway-manager")
        ? new Rule(
            rule.name(),
            rule.description(),
            rule.priority(),
            rule.direction(),
            rule.access(),
            rule.traffic(),
            source,
            rule.destination())
        : rule;
  }

  /** The plan with a listener at one of the manager's ports. */
  private static Plan gatewayWide() {
    ApplicationGateway gateway = gateway(PLAN);
    return AzurePlans.with(
        PLAN,
        new ApplicationGateway(
            gateway.name(),
            gateway.frontend(),
            gateway.port(),
            gateway.redirectPort(),
            gateway.backend(),
            gateway.tls(),
            gateway.capacity(),
            gateway.firewallPolicy(),
            List.of(Traffic.of(Protocol.TCP, 65300))));
  }

  private static List<Problem> problems(Plan plan) {
    return Limits.problems(plan, Quotas.DEFAULT);
  }

  private static Plan scaled(String shape, int most) {
    Plan plan = AzurePlans.of(MINIMAL, AzureShapes.of(shape));
    ApplicationGateway gateway = gateway(plan);
    return AzurePlans.with(
        plan,
        new ApplicationGateway(
            gateway.name(),
            gateway.frontend(),
            gateway.port(),
            gateway.redirectPort(),
            gateway.backend(),
            gateway.tls(),
            new Capacity(0, most),
            gateway.firewallPolicy(),
            List.of()));
  }

  /** Its prefixes of IPv6 make no room, and are no reason to refuse it. */
  @Test
  void itsSubnetHasIpv4() {
    assertThat(problems(inSubnet("10.7.1.0/24", "fd07:0:0:1::/64"))).isEmpty();
    assertThat(problems(inSubnet("10.7.1.0/29", "fd07:0:0:1::/64")))
        .extracting(Problem::path)
        .containsExactly("anyware-network:sites.dublin.balancer.capacity.max");
    assertThat(problems(inSubnet("fd07:0:0:1::/64")))
        .extracting(Problem::path)
        .containsExactly("anyware-network:sites.dublin.network.existing.balancerRanges");
  }

  private static Plan inSubnet(String... ranges) {
    SiteNetwork network =
        new SiteNetwork.Existing(
            AzureShapes.NETWORK_ID,
            List.of(AzureShapes.SUBNET_ID),
            Map.of(Role.BALANCER, Stream.of(ranges).map(Cidr::of).toList()),
            true);
    return AzurePlans.of(
        MINIMAL, Fixtures.withNetwork(AzureShapes.of("gateway-existing"), network, 1));
  }

  @Test
  void itsInstancesFitItsSubnet() {
    Plan small =
        AzurePlans.of(
            MINIMAL,
            Fixtures.withNetwork(
                AzureShapes.of("gateway-internal"),
                new SiteNetwork.Created(Cidr.of("10.30.0.0/25"), true, true),
                1));
    assertThat(problems(small)).isEmpty();
    Plan smaller =
        AzurePlans.of(
            MINIMAL,
            Fixtures.withNetwork(
                AzureShapes.of("gateway-internal"),
                new SiteNetwork.Created(Cidr.of("10.30.0.0/26"), true, true),
                1));
    assertThat(problems(smaller))
        .extracting(Problem::path, Problem::found)
        .containsExactly(tuple("anyware-network:sites.dublin.balancer.capacity.max", "10"));
    assertThat(problems(smaller).get(0).allowed()).startsWith("at most 2, ");
    assertThat(problems(scaled("gateway", 1)))
        .singleElement()
        .returns("2 or more", Problem::allowed);
    assertThat(problems(scaled("gateway", 125))).isEmpty();
  }

  @Test
  void withoutWhatThePlatformDemandsThereIsNoGateway() {
    for (String name : List.of("gateway-manager", "azure-load-balancer")) {
      List<RoleGroups> without =
          PLAN.roles().stream()
              .map(
                  it ->
                      new RoleGroups(
                          it.role(),
                          it.name(),
                          it.rules().stream().filter(rule -> !rule.name().equals(name)).toList(),
                          it.attached()))
              .toList();
      assertThat(problems(AzurePlans.with(PLAN, without))).as(name).hasSize(1);
    }
    assertThat(problems(PLAN)).isEmpty();
  }

  @Test
  void itsAddressIsAFreeOneOfItsSubnet() {
    Site site = AzureShapes.of("gateway-internal-address");
    Site elsewhere =
        Fixtures.withBalancer(
            site, site.balancer().map(it -> it.at(List.of(Cidr.of("10.30.0.9").first()))));
    assertThat(problems(AzurePlans.of(MINIMAL, elsewhere)))
        .singleElement()
        .returns("a free address of the gateway's subnet 10.30.96.0/19", Problem::allowed);
  }

  @Test
  void aLoadBalancerHasNoLog() {
    Plan plan = AzurePlans.of(MINIMAL, AzureShapes.of("probing"));
    Plan logged =
        new Plan(
            plan.place(),
            plan.region(),
            plan.resourceGroup(),
            plan.network(),
            plan.roles(),
            plan.balancer(),
            plan.connectorAddresses(),
            List.of(),
            new Logging(Optional.empty(), Optional.of("account")),
            false,
            List.of());
    assertThat(problems(logged))
        .singleElement()
        .returns("anyware-network:sites.dublin.logs.balancer", Problem::path);
  }
}
