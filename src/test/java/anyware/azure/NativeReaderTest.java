package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.catalogue.Role;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.plan.RoleSubnets;
import anyware.policy.Policy;
import anyware.settings.Settings;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Groups in the shapes in which the vendor's command line prints them: of a network with two groups
 * in front of its connectors, and one in front of its desktops.
 */
class NativeReaderTest {
  private static final String GROUPS = file();
  private static final String ROLES =
      """
      {"connector": {"subnetGroup": "nsg-connector", "interfaceGroup": "nsg-connector-nic",
                     "applicationGroups": ["asg-connector"], "subnets": ["10.1.0.0/24"]},
       "workstation": {"subnetGroup": "/subscriptions/11111111-2222-3333-4444-555555555555/\
      resourceGroups/RG-VDI/providers/Microsoft.Network/networkSecurityGroups/nsg-desktop",
                       "applicationGroups": ["ASG-desktop"], "subnets": ["10.1.128.0/20"]}}
      """;
  private static final Host CLIENT = outside("198.51.100.7");
  private static final Host OUTSIDER = outside("192.0.2.200");
  private static final Host CONNECTOR = member(Role.CONNECTOR, "10.1.0.9");
  private static final Host DESKTOP = member(Role.WORKSTATION, "10.1.128.9");

  private static String file() {
    try {
      return Files.readString(Path.of("src/test/resources/native/azure/nsg-list.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  private static Host outside(String address) {
    return Host.outside(Cidr.of(address).first());
  }

  private static Host member(Role role, String address) {
    return Host.member(role, Cidr.of(address).first());
  }

  private static Verdict verdict(Role role, Direction direction, Host other, int port)
      throws UnreadableFileException {
    return NativeReader.read(GROUPS, ROLES)
        .firewall()
        .verdict(new Packet(role, direction, other, IpProtocol.TCP, port));
  }

  private static Verdict in(Host from, int port) throws UnreadableFileException {
    return verdict(Role.CONNECTOR, Direction.INBOUND, from, port);
  }

  private static Verdict out(Host to, int port) throws UnreadableFileException {
    return verdict(Role.CONNECTOR, Direction.OUTBOUND, to, port);
  }

  @Test
  void bothGroupsMustLetAPacketIn() throws UnreadableFileException {
    assertThat(in(CLIENT, 443))
        .returns(true, Verdict::open)
        .returns("AllowHttps and NicHttps", Verdict::rule);
    assertThat(in(OUTSIDER, 443)).returns(false, Verdict::open).returns("DenyRest", Verdict::rule);
    // Open in the subnet's group, closed in the interface's.
    assertThat(in(CLIENT, 4172))
        .returns(false, Verdict::open)
        .returns("NicDenyRest", Verdict::rule)
        .satisfies(
            verdict ->
                assertThat(verdict.trace())
                    .containsExactly(
                        "nsg-connector: priority 110 allows it: AllowPcoip",
                        "nsg-connector-nic: priority 4096 denies it: NicDenyRest",
                        "nearest: NicHttps, but it is for 443/tcp"));
    // Open in the interface's group, closed in the subnet's.
    assertThat(in(DESKTOP, 22)).returns("DenyRest", Verdict::rule);
  }

  @Test
  void outboundPacketsMeetTheInterfacesGroupFirst() throws UnreadableFileException {
    NativeNetwork network = NativeReader.read(GROUPS, ROLES);
    Verdict dns =
        network
            .firewall()
            .verdict(
                new Packet(
                    Role.CONNECTOR, Direction.OUTBOUND, outside("10.9.0.12"), IpProtocol.UDP, 53));

    assertThat(dns).returns(false, Verdict::open).returns("NicDenyOut", Verdict::rule);
    assertThat(out(OUTSIDER, 80).trace())
        .first()
        .asString()
        .startsWith("nsg-connector-nic: priority 65001 allows it: AllowInternetOutBound");
    assertThat(out(OUTSIDER, 80)).returns("DenyInternet", Verdict::rule);
    assertThat(out(DESKTOP, 60443)).returns(true, Verdict::open);
  }

  @Test
  void everyProtocolWithAPortIsTcpAndUdp() throws UnreadableFileException {
    String roles =
        "{'connector': {'subnetGroup': 'nsg-connector', 'subnets': ['10.1.0.0/24'],"
            + " 'applicationGroups': ['asg-connector']}}";
    NativeNetwork network = NativeReader.read(GROUPS, roles.replace('\'', '"'));

    for (IpProtocol protocol : List.of(IpProtocol.TCP, IpProtocol.UDP)) {
      assertThat(
              network
                  .firewall()
                  .judge(Role.CONNECTOR, Direction.INBOUND, protocol, 4180)
                  .outcome(OUTSIDER))
          .isEqualTo(Outcome.OPEN);
    }
    assertThat(
            network
                .firewall()
                .judge(Role.CONNECTOR, Direction.INBOUND, IpProtocol.ICMP, 0)
                .outcome(OUTSIDER))
        .isEqualTo(Outcome.CLOSED);
  }

  @Test
  void aRoleIsKnownByItsApplicationGroups() throws UnreadableFileException {
    assertThat(verdict(Role.WORKSTATION, Direction.INBOUND, CONNECTOR, 60443))
        .returns(true, Verdict::open)
        .returns("AgentFromConnector", Verdict::rule);
    assertThat(verdict(Role.WORKSTATION, Direction.INBOUND, outside("10.1.0.200"), 60443))
        .returns(false, Verdict::open)
        .returns("DenyAgent", Verdict::rule);
  }

  @Test
  void aDenialOfSomeSourcePortsClosesNothing() throws UnreadableFileException {
    assertThat(verdict(Role.WORKSTATION, Direction.INBOUND, outside("10.1.0.200"), 4172))
        .returns(true, Verdict::open)
        .returns("AllowVnetInBound", Verdict::rule);
  }

  @Test
  void whatIsNotKnownIsOpenAndSaid() throws UnreadableFileException {
    assertThat(out(OUTSIDER, 443)).returns(true, Verdict::open);
    assertThat(out(outside("10.77.0.1"), 443)).returns(true, Verdict::open);
    assertThat(NativeReader.read(GROUPS, ROLES).warnings())
        .contains(
            "nsg-connector, AllowStorage: the addresses of the service tag Storage.WestEurope are"
                + " not known; it is taken to allow as many as it may; name them in the roles file:"
                + " \"addresses\": {\"Storage.WestEurope\": [\"10.0.0.0/24\"]}",
            "nsg-connector, DenySql: the addresses of the service tag Sql are not known; it is"
                + " taken to deny nobody there; name them in the roles file: \"addresses\":"
                + " {\"Sql\": [\"10.0.0.0/24\"]}",
            "nsg-connector-nic, NicSsh: no role is known to be in asg-jump; it is taken to allow as"
                + " many as it may; name them in the roles file: \"addresses\": {\"asg-jump\":"
                + " [\"10.0.0.0/24\"]}",
            "nsg-desktop, DenyLowPorts: it is about some source ports only; it is taken to deny"
                + " nobody there")
        .doesNotHaveDuplicates()
        .hasSize(Assumptions.ALWAYS.size() + 5);
  }

  @Test
  void aRuleForAPartOfASubnetOpensThatPartOnly() throws UnreadableFileException {
    NativeNetwork network = NativeReader.read(GROUPS, ROLES.replace("10.1.0.0/24", "10.1.0.0/23"));

    assertThat(network.warnings()).noneMatch(text -> text.contains("some of the machines"));
    assertThat(network.firewall().standpoints(Role.CONNECTOR))
        .extracting(
            there ->
                there.judge(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP, 443).outcome(CLIENT))
        .containsExactly(Outcome.OPEN, Outcome.CLOSED);
    assertThat(
            network
                .firewall()
                .judge(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP, 443)
                .outcome(CLIENT))
        .isEqualTo(Outcome.OPEN);
  }

  @Test
  void whichPartOfASubnetIsNotAskedWhereNobodySaysWhereTheMachinesAre()
      throws UnreadableFileException {
    String roles = "{'connector': {'interfaceGroup': 'nsg-connector-nic'}}".replace('\'', '"');

    assertThat(NativeReader.read(GROUPS, roles).warnings())
        .contains(
            "nsg-connector-nic, NicHttps: it may be for some of the machines of the connector only;"
                + " it is taken to allow as many as it may");
  }

  @Test
  void theSubnetsAreTheRoles() throws UnreadableFileException {
    assertThat(NativeReader.read(GROUPS, ROLES).roleSubnets().byRole())
        .containsOnlyKeys(Role.CONNECTOR, Role.WORKSTATION)
        .containsEntry(Role.CONNECTOR, List.of(Cidr.of("10.1.0.0/24")));
    assertThat(NativeReader.read(GROUPS, "{\"connector\": {}}").roleSubnets())
        .isEqualTo(RoleSubnets.NONE);
  }

  @Test
  void withoutAGroupEverythingPasses() throws UnreadableFileException {
    NativeNetwork network = NativeReader.read(GROUPS, "{\"licenseServer\": {}}");

    assertThat(
            network
                .firewall()
                .verdict(
                    new Packet(
                        Role.LICENSE_SERVER, Direction.INBOUND, OUTSIDER, IpProtocol.TCP, 22)))
        .returns(true, Verdict::open)
        .returns("no network security group", Verdict::rule);
    assertThat(network.warnings())
        .contains("license-server: without a network security group everything passes, both ways");
  }

  @Test
  void thePlatformsOwnShapeSaysTheSame() throws UnreadableFileException {
    JsonArray groups = new JsonArray();
    JsonParser.parseString(GROUPS).getAsJsonArray().forEach(group -> groups.add(nested(group)));
    JsonObject page = new JsonObject();
    page.add("value", groups);

    for (String shape : List.of(groups.toString(), page.toString())) {
      NativeNetwork network = NativeReader.read(shape, ROLES);
      assertThat(network.warnings()).isEqualTo(NativeReader.read(GROUPS, ROLES).warnings());
      assertThat(
              network
                  .firewall()
                  .verdict(
                      new Packet(Role.CONNECTOR, Direction.INBOUND, CLIENT, IpProtocol.TCP, 443)))
          .returns("AllowHttps and NicHttps", Verdict::rule);
    }
  }

  /** As the platform's API has it: everything but names and ids below {@code properties}. */
  private static JsonObject nested(JsonElement flat) {
    JsonObject outer = new JsonObject();
    JsonObject properties = new JsonObject();
    flat.getAsJsonObject()
        .asMap()
        .forEach(
            (key, value) -> {
              if (Set.of("id", "name", "etag", "type", "location").contains(key)) {
                outer.add(key, value);
              } else if (key.endsWith("ecurityRules")) {
                JsonArray rules = new JsonArray();
                value.getAsJsonArray().forEach(rule -> rules.add(nested(rule)));
                properties.add(key, rules);
              } else if (!key.equals("resourceGroup")) {
                properties.add(key, value);
              }
            });
    outer.add("properties", properties);
    return outer;
  }

  @Test
  void oneGroupAloneIsReadAsWell() throws UnreadableFileException {
    String one = JsonParser.parseString(GROUPS).getAsJsonArray().get(2).toString();
    String roles = "{\"workstation\": {\"subnetGroup\": \"nsg-desktop\"}}";

    assertThat(
            NativeReader.read(one, roles)
                .firewall()
                .verdict(
                    new Packet(
                        Role.WORKSTATION, Direction.INBOUND, OUTSIDER, IpProtocol.TCP, 60443)))
        .returns("DenyAgent", Verdict::rule);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void thePrintedGroupsOfAPlanKeepItsPolicy(String options) throws UnreadableFileException {
    Settings settings = AzurePlans.optionSet(options);
    Plan plan = AzurePlans.of(settings);
    JsonArray groups = new JsonArray();
    JsonObject roles = new JsonObject();
    for (RoleGroups ofRole : plan.roles()) {
      JsonObject role = new JsonObject();
      role.addProperty("subnetGroup", ofRole.name());
      role.add("applicationGroups", list(ofRole.name()));
      role.add("subnets", list(AzurePlans.subnet(plan, ofRole.role()).toString()));
      roles.add(ofRole.role().slug(), role);
    }
    for (StateResource resource : Registrations.of(plan)) {
      if (resource.type().endsWith(":NetworkSecurityGroup")) {
        JsonObject group = resource.inputs().deepCopy();
        group.addProperty("name", resource.name());
        groups.add(group);
      }
    }

    NativeNetwork network = NativeReader.read(groups.toString(), roles.toString());
    assertThat(network.warnings())
        .startsWith(Assumptions.ALWAYS.toArray(String[]::new))
        .hasSize(Assumptions.ALWAYS.size() + 1)
        .last()
        .asString()
        .startsWith("no other machine is taken to carry what roles carry and rules name: dublin-");
    Policy policy = Fixtures.policy(settings, Fixtures.site(Azure.CLOUD));
    assertThat(Audit.of(policy, network.firewall(), network.roleSubnets())).isEmpty();
  }

  private static JsonArray list(String only) {
    JsonArray list = new JsonArray();
    list.add(only);
    return list;
  }

  @Test
  void theAuditSaysWhatIsMissingAndWhatIsOpen() throws UnreadableFileException {
    Policy policy =
        Fixtures.policy(Fixtures.minimal(Fixtures.DISTINCT_PEERS), Fixtures.site(Azure.CLOUD));
    NativeNetwork network = NativeReader.read(GROUPS, ROLES);

    assertThat(Audit.of(policy, network.firewall(), network.roleSubnets()))
        .extracting(Finding::kind, Finding::rule)
        .contains(
            tuple(Finding.Kind.TOO_NARROW, "NicDenyRest"),
            tuple(Finding.Kind.TOO_WIDE, "AllowVnetInBound"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense {", "null", "7", "\"text\"", "{}", "[{}]", "[7]"})
  void otherFilesThanGroupsAreRefused(String groups) {
    assertThatThrownBy(() -> NativeReader.read(groups, ROLES))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("network security groups");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | roles: found nothing or no JSON",
        "[] | roles: found a list",
        "{} | at least one of the keys connector, workstation, license-server",
        "{\"conector\": {}} | roles: conector: found a structure",
        "{\"balancer\": {}} | a load balancer has no network security group",
        "{\"connector\": {\"groups\": []}} | one of the keys subnetGroup, interfaceGroup",
        "{\"connector\": {\"subnetGroup\": \"nsg-x\"}} | print that group too",
        "{\"connector\": {\"subnetGroup\": 7}} | roles: connector.subnetGroup: found 7",
        "{\"connector\": {\"subnets\": [\"10.1.0.7/24\"]}} | did you mean 10.1.0.0/24?",
      })
  void otherFilesThanRolesAreRefused(String roles, String message) {
    assertThatThrownBy(() -> NativeReader.read(GROUPS, roles))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aNameOfTwoGroupsIsNotEnough() {
    String twice =
        """
        [{"id": "/rg-a/nsg", "name": "nsg", "securityRules": []},
         {"id": "/rg-b/nsg", "name": "nsg", "securityRules": []}]
        """;

    assertThatThrownBy(
            () -> NativeReader.read(twice, "{\"connector\": {\"subnetGroup\": \"nsg\"}}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("several have this name: write the id");
  }

  @Test
  void everyProblemOfARuleIsNamedOnce() {
    String odd =
        """
        [{"name": "nsg", "securityRules": [{"name": "odd", "priority": "first",
          "direction": "Up", "access": "Maybe", "protocol": "Gre", "sourcePortRange": "x",
          "sourceAddressPrefix": "10.0.0.1-10.0.0.9", "destinationAddressPrefix": "*",
          "destinationPortRange": "70000"}]}]
        """;
    String roles =
        """
        {"connector": {"subnetGroup": "nsg"}, "workstation": {"subnetGroup": "nsg"}}
        """;

    assertThatThrownBy(() -> NativeReader.read(odd, roles))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problems()).doesNotHaveDuplicates().hasSize(7))
        .hasMessageContainingAll(
            "network security groups: [0].securityRules[0].direction",
            "Inbound or Outbound",
            "Allow or Deny",
            "sourcePortRange: found \"x\"",
            "destinationPortRange: found \"70000\"",
            "Tcp, Udp, Icmp, Esp, Ah or *",
            "priority: found \"first\"",
            "10.0.0.1-10.0.0.9");
  }
}
