package anyware.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.aws.Aws;
import anyware.azure.Azure;
import anyware.catalogue.Catalogue;
import anyware.catalogue.Leg;
import anyware.catalogue.Option;
import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Row;
import anyware.catalogue.RowId;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.gcp.Gcp;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.policy.DefaultDeny.ClosedPort;
import anyware.settings.LicenseServer;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
  private static final List<String> ALWAYS =
      List.of(
          "administrators-to-connector-https-tcp 443",
          "clients-to-connector-pcoip-tcp 4172",
          "clients-to-connector-pcoip-udp 4172",
          "connector-to-anyware-manager-https-tcp 443",
          "connector-to-cloud-license-server-https-tcp 443",
          "connector-to-dns-dns-udp 53",
          "connector-to-domain-controllers-ldaps-tcp 636",
          "connector-to-outside-workstations-agent-tcp 60443",
          "connector-to-outside-workstations-pcoip-tcp 4172",
          "connector-to-outside-workstations-pcoip-udp 4172",
          "connector-to-sumo-logic-https-tcp 443",
          "connector-to-workstation-agent-tcp 60443",
          "connector-to-workstation-pcoip-tcp 4172",
          "connector-to-workstation-pcoip-udp 4172",
          "workstation-to-cloud-license-server-https-tcp 443");

  private static List<String> flows(Settings settings, Site site) {
    return Fixtures.policy(settings, site).flows().stream()
        .map(f -> f.id() + " " + f.port())
        .toList();
  }

  private static List<String> with(List<String> flows, String... more) {
    return Stream.concat(flows.stream(), Stream.of(more)).sorted().toList();
  }

  private static Site site(String optionSet) {
    return Fixtures.withOptions(Fixtures.site(Aws.CLOUD), options(optionSet).options());
  }

  private static Settings options(String name) {
    return Optional.ofNullable(Fixtures.optionSets().get(name)).orElseThrow();
  }

  static List<Cloud> cloudsThatKeepTheClientsAddress() {
    return List.of(Azure.CLOUD, Gcp.CLOUD);
  }

  static List<? extends Cloud> clouds() {
    return Clouds.ALL;
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void withoutABalancerTheTableAlonePasses(Cloud cloud) {
    Site site = Fixtures.withoutBalancer(Fixtures.site(cloud));

    assertThat(flows(options("minimal"), site))
        .isEqualTo(with(ALWAYS, "clients-to-connector-https-tcp 443"));
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void addressesOfAFamilyThatASiteDoesNotHaveAreNotThere(Cloud cloud) {
    Site dual = Fixtures.site(cloud);
    Site single = Fixtures.withoutIpv6(dual);
    Settings settings =
        Fixtures.minimal(
            Fixtures.DISTINCT_PEERS
                .with(Peer.SSH, AddressSet.of("2001:db8:5::/64"))
                .with(Peer.SUMO_LOGIC, AddressSet.of("::/0")));

    assertThat(peers(Fixtures.policy(settings, dual)))
        .contains("198.51.100.0/24, 2001:db8:c::/48", "2001:db8:5::/64", "::/0");
    assertThat(peers(Fixtures.policy(settings, single)))
        .contains("198.51.100.0/24")
        .noneMatch(addresses -> addresses.contains(":"));
    assertThat(flows(settings, single)).noneMatch(flow -> flow.contains("ssh"));
  }

  private static List<String> peers(Policy policy) {
    return policy.flows().stream()
        .flatMap(flow -> Stream.of(flow.from(), flow.to()))
        .map(
            end ->
                end.<String>fold(
                    members -> members.role().slug(), outside -> outside.addresses().toString()))
        .toList();
  }

  @Test
  void anAwsBalancerTakesTheClientsPlaceAtTheConnector() {
    assertThat(flows(options("minimal"), Fixtures.site(Aws.CLOUD)))
        .isEqualTo(
            with(
                ALWAYS,
                "administrators-to-balancer-https-tcp 443",
                "clients-to-balancer-https-tcp 443",
                "balancer-to-connector-https-tcp 443"));
  }

  @ParameterizedTest
  @MethodSource("cloudsThatKeepTheClientsAddress")
  void elsewhereClientsStillReachTheConnectorAndProbesDoToo(Cloud cloud) {
    assertThat(flows(options("minimal"), Fixtures.site(cloud)))
        .isEqualTo(
            with(
                ALWAYS,
                "administrators-to-balancer-https-tcp 443",
                "clients-to-balancer-https-tcp 443",
                "clients-to-connector-https-tcp 443",
                "health-probes-to-connector-https-tcp 443"));
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void onLayer7TheBalancerStandsBetweenClientsAndConnectors(Cloud cloud) {
    List<String> expected =
        with(
            ALWAYS,
            "administrators-to-balancer-https-tcp 443",
            "clients-to-balancer-https-tcp 443",
            "balancer-to-connector-https-tcp 443");

    assertThat(flows(options("minimal"), layer7(cloud)))
        .isEqualTo(
            cloud == Gcp.CLOUD
                ? with(expected, "health-probes-to-connector-https-tcp 443")
                : expected);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void onLayer7TheBalancerAnswersAdministratorsOnTheLegacyPort(Cloud cloud) {
    assertThat(flows(options("legacy-http"), layer7(cloud)))
        .contains("administrators-to-balancer-http-tcp 80")
        .contains("administrators-to-connector-http-tcp 80")
        .doesNotContain("clients-to-balancer-http-tcp 80", "balancer-to-connector-http-tcp 80");
    assertThat(flows(options("legacy-http"), Fixtures.site(cloud)))
        .doesNotContain("administrators-to-balancer-http-tcp 80");
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void onLayer7TheBalancerFiltersByRulesOfItsOwn(Cloud cloud) {
    List<DefaultDeny> expected = new ArrayList<>();
    expected.add(DefaultDeny.all(Role.BALANCER, Direction.INBOUND));
    if (cloud == Aws.CLOUD) {
      expected.add(DefaultDeny.all(Role.BALANCER, Direction.OUTBOUND));
    }

    assertThat(Fixtures.policy(options("minimal"), layer7(cloud)).defaultDenies())
        .filteredOn(deny -> deny.role() == Role.BALANCER)
        .isEqualTo(expected);
  }

  private static Site layer7(Cloud cloud) {
    return Layer7.site(Fixtures.site(cloud), Balancer.Scheme.PUBLIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          radius           | connector-to-radius-radius-udp 1812 |
          legacy-http      | administrators-to-connector-http-tcp 80 |
          license-hosted   | workstation-to-license-server-license-tcp 7070, connector-to-license-server-license-tcp 7070 | connector-to-cloud-license-server-https-tcp 443, workstation-to-cloud-license-server-https-tcp 443
          license-existing | workstation-to-outside-license-servers-license-tcp 7171, connector-to-outside-license-servers-license-tcp 7171 | connector-to-cloud-license-server-https-tcp 443, workstation-to-cloud-license-server-https-tcp 443
          dns-over-tcp     | connector-to-dns-dns-tcp 53 |
          outbound-table   | |
          """)
  void anOptionAddsAndRemovesOnlyItsOwnFlows(
      String option, @Nullable String added, @Nullable String removed) {
    for (Cloud cloud : Clouds.ALL) {
      List<String> expected = new ArrayList<>(flows(options("minimal"), Fixtures.site(cloud)));
      expected.addAll(list(added));
      expected.removeAll(list(removed));

      assertThat(flows(options(option), Fixtures.site(cloud)))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<String> list(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(", ", -1));
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void clientsInsideAreBrokeredAndGoStraightToTheirWorkstation(Cloud cloud) {
    boolean keeps = Fixtures.site(cloud).traits().orElseThrow().keepsClientAddress();
    List<String> expected = new ArrayList<>(flows(options("minimal"), Fixtures.site(cloud)));
    expected.add("internal-clients-to-balancer-https-tcp 443");
    if (keeps) {
      expected.add("internal-clients-to-connector-https-tcp 443");
    }
    expected.add("internal-clients-to-workstation-pcoip-tcp 4172");
    expected.add("internal-clients-to-workstation-pcoip-udp 4172");
    expected.add("ssh-to-connector-ssh-tcp 22");

    assertThat(flows(options("internal-clients"), Fixtures.site(cloud)))
        .containsExactlyInAnyOrderElementsOf(expected);
    expected.removeIf(flow -> flow.startsWith("clients-"));
    expected.removeIf(flow -> flow.startsWith("connector-to-") && flow.contains("-pcoip-"));
    assertThat(flows(options("inside-only"), Fixtures.site(cloud)))
        .as("without clients outside, no session passes through the connector")
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void addendaSayWhereTheyComeFrom(Cloud cloud) {
    assertThat(Fixtures.policy(options("everything"), Fixtures.site(cloud)).flows())
        .extracting(flow -> flow.id() + " " + flow.rows())
        .contains(
            "internal-clients-to-workstation-pcoip-udp [A1]",
            "connector-to-license-server-license-tcp [A3]",
            "ssh-to-connector-ssh-tcp [A4]",
            "ssh-to-license-server-ssh-tcp [A4]");
    assertThat(Fixtures.policy(options("minimal"), Fixtures.site(cloud)).flows())
        .extracting(Flow::toString)
        .contains("https 443/tcp from workstation to cloud-license-server (addendum A2)");
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void whatIsNotLimitedIsOpenOutwardsWhereOnlyTheTableGetsRules(Cloud cloud) {
    Policy open = Fixtures.policy(options("license-hosted"), Fixtures.site(cloud));
    Policy limited = Fixtures.policy(options("everything"), Fixtures.site(cloud));
    for (Role role : List.of(Role.WORKSTATION, Role.LICENSE_SERVER)) {
      assertThat(open.isOpen(role, Direction.OUTBOUND)).isTrue();
      assertThat(limited.isOpen(role, Direction.OUTBOUND)).isFalse();
      assertThat(open.isOpen(role, Direction.INBOUND)).isFalse();
    }
    assertThat(open.isOpen(Role.CONNECTOR, Direction.OUTBOUND)).isFalse();
    assertThat(open.isOpen(Role.BALANCER, Direction.OUTBOUND)).isFalse();
    assertThat(open.ruleFlows(Role.WORKSTATION, Direction.OUTBOUND))
        .extracting(Flow::id)
        .containsExactly("workstation-to-license-server-license-tcp");
    assertThat(ruleFlows("minimal", cloud)).isEmpty();
    assertThat(ruleFlows("outbound-table", cloud))
        .containsExactly("workstation-to-cloud-license-server-https-tcp");
  }

  private static List<String> ruleFlows(String options, Cloud cloud) {
    return Fixtures.policy(options(options), Fixtures.site(cloud))
        .ruleFlows(Role.WORKSTATION, Direction.OUTBOUND)
        .stream()
        .map(Flow::id)
        .toList();
  }

  @Test
  void peersWithTheSameAddressesShareAFlowThatKeepsEveryReason() {
    Policy policy =
        Fixtures.policy(Fixtures.minimal(Fixtures.SHARED_PEERS), Fixtures.site(Gcp.CLOUD));

    List<Flow> https =
        policy.flows(Role.CONNECTOR, Direction.OUTBOUND).stream()
            .filter(flow -> flow.service().equals(Service.HTTPS))
            .toList();
    assertThat(https).hasSize(1);
    assertThat(https.get(0).id()).isEqualTo("connector-to-anyware-manager-https-tcp");
    assertThat(https.get(0).rows()).containsExactly(RowId.ofTable(3));
    assertThat(https.get(0).reasons())
        .containsExactly(
            "directory sync and session brokering",
            "log aggregation",
            "licence activation code check");
  }

  @Test
  void aSharedFlowKeepsItsIdentityWhenAnOptionTakesOneOfItsPeers() {
    Settings settings =
        Fixtures.settings(
            Fixtures.SHARED_PEERS,
            Optional.empty(),
            false,
            Optional.of(new LicenseServer.Hosted(7070)),
            false);

    assertThat(flows(settings, Fixtures.site(Aws.CLOUD)))
        .contains("connector-to-anyware-manager-https-tcp 443")
        .doesNotContain("connector-to-cloud-license-server-https-tcp 443");
  }

  @Test
  void aPeerWithoutAddressesHasNoFlow() {
    assertThat(flows(options("default-peers"), Fixtures.site(Aws.CLOUD)))
        .noneMatch(flow -> flow.startsWith("administrators"))
        .noneMatch(flow -> flow.contains("outside-workstations"));
  }

  @Test
  void defaultDeniesAreThoseOfTheDesign() {
    assertThat(defaultDenies("minimal", Aws.CLOUD))
        .containsExactlyInAnyOrder(
            "CONNECTOR INBOUND",
            "CONNECTOR OUTBOUND",
            "WORKSTATION INBOUND",
            "BALANCER INBOUND",
            "BALANCER OUTBOUND");
    assertThat(defaultDenies("outbound-table", Azure.CLOUD))
        .containsExactlyInAnyOrder(
            "CONNECTOR INBOUND",
            "CONNECTOR OUTBOUND",
            "WORKSTATION INBOUND TCP 4172 TCP 60443 UDP 4172",
            "WORKSTATION OUTBOUND");
    assertThat(defaultDenies("license-hosted", Gcp.CLOUD))
        .containsExactlyInAnyOrder(
            "CONNECTOR INBOUND",
            "CONNECTOR OUTBOUND",
            "WORKSTATION INBOUND TCP 4172 TCP 60443 UDP 4172",
            "LICENSE_SERVER INBOUND");
    assertThat(defaultDenies("license-existing", Azure.CLOUD))
        .containsExactlyInAnyOrder(
            "CONNECTOR INBOUND",
            "CONNECTOR OUTBOUND",
            "WORKSTATION INBOUND TCP 4172 TCP 60443 UDP 4172");
  }

  @Test
  void theClosedPortsOfARoleAreThoseThatTheSettingsGive() {
    Row row =
        new Row(
            RowId.ofTable(11),
            Role.CONNECTOR,
            Direction.OUTBOUND,
            Service.LICENSE,
            true,
            List.of(new Leg(Role.WORKSTATION, Protocol.TCP, Option.LICENSE_SERVER, "a test")),
            Catalogue.SOURCE);

    assertThat(new TableFlows(List.of(row), site("license-existing")).portsOf(Role.WORKSTATION))
        .containsExactly(new ClosedPort(Service.LICENSE.on(7171), Protocol.TCP));
    assertThat(new TableFlows(List.of(row), site("minimal")).portsOf(Role.WORKSTATION))
        .as("an option that is off does not open the port")
        .containsExactly(new ClosedPort(Service.LICENSE, Protocol.TCP));
    assertThat(new TableFlows(List.of(row), site("minimal")).portsOf(Role.CONNECTOR)).isEmpty();
  }

  /** Whatever prints an end has it from here. */
  @ParameterizedTest
  @MethodSource("clouds")
  void everyJustificationKnowsTheEndsOfItsOwnLeg(Cloud cloud) {
    for (Settings settings : Fixtures.optionSets().values()) {
      for (Flow flow : Fixtures.policy(settings, Fixtures.site(cloud)).flows()) {
        List<Justification> justifications = flow.justifications();
        assertThat(justifications).isNotEmpty();
        assertThat(justifications.stream().map(Justification::from).sorted(Party.ORDER))
            .startsWith(flow.from().party());
        assertThat(justifications.stream().map(Justification::to).sorted(Party.ORDER))
            .startsWith(flow.to().party());
        for (Justification justification : justifications) {
          assertSameEnd(settings, flow.from(), justification.from());
          assertSameEnd(settings, flow.to(), justification.to());
        }
      }
    }
  }

  private static void assertSameEnd(Settings settings, End end, Party party) {
    AddressSet addresses = end.fold(members -> AddressSet.EMPTY, End.Outside::addresses);
    assertThat(party.fold(role -> AddressSet.EMPTY, settings.options().peers()::of))
        .as("%s for %s", party, end)
        .isEqualTo(party == Peer.HEALTH_PROBES ? AddressSet.EMPTY : addresses);
    assertThat(end.party().<Party>fold(role -> role, peer -> party))
        .as("a role shares its end with nobody")
        .isEqualTo(party);
  }

  @Test
  void workstationsAskTheLicenseServerWhereverItIs() {
    assertThat(licenceEnds("license-hosted")).containsExactly("WORKSTATION -> LICENSE_SERVER");
    assertThat(licenceEnds("license-existing"))
        .containsExactly("WORKSTATION -> OUTSIDE_LICENSE_SERVERS");
  }

  private static List<String> licenceEnds(String options) {
    return Fixtures.policy(options(options), Fixtures.site(Aws.CLOUD)).flows().stream()
        .flatMap(flow -> flow.justifications().stream())
        .filter(justification -> justification.row().equals(Optional.of(RowId.ofTable(10))))
        .map(justification -> justification.from() + " -> " + justification.to())
        .toList();
  }

  private static List<String> defaultDenies(String options, Cloud cloud) {
    return Fixtures.policy(options(options), Fixtures.site(cloud)).defaultDenies().stream()
        .map(
            deny ->
                Stream.concat(
                        Stream.of(deny.role() + " " + deny.direction()),
                        deny.only().stream().map(t -> t.protocol() + " " + t.port()).sorted())
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow())
        .toList();
  }

  @Test
  void aRadiusPortThatEqualsTheDnsPortIsJoinedOnlyForTheSameServers() {
    Peers peers = Fixtures.DISTINCT_PEERS;
    Settings sameServers =
        Fixtures.settings(
            peers,
            Optional.of(new Radius(peers.of(Peer.DNS), Service.DNS.port())),
            false,
            Optional.empty(),
            false);
    Settings otherServers =
        Fixtures.settings(
            peers,
            Optional.of(new Radius(AddressSet.of("10.9.0.99"), Service.DNS.port())),
            false,
            Optional.empty(),
            false);

    assertThat(flows(sameServers, Fixtures.site(Aws.CLOUD)))
        .contains("connector-to-dns-dns-udp 53")
        .noneMatch(flow -> flow.contains("radius"));
    assertThat(flows(otherServers, Fixtures.site(Aws.CLOUD)))
        .contains("connector-to-dns-dns-udp 53", "connector-to-radius-radius-udp 53");
  }
}
