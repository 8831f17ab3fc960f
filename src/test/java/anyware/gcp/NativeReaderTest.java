package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.catalogue.Role;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeReaderTest {
  private static final String ROLES =
      """
      {"connector": {"network": "vdi", "tags": ["pcoip-connector"],
                     "serviceAccount": "connector@acme-vdi.iam.gserviceaccount.com",
                     "subnets": ["10.1.0.0/24"]},
       "workstation": {"network": "https://compute.googleapis.com/compute/v1/projects/acme-vdi/global/networks/vdi",
                       "serviceAccount": "desktop@acme-vdi.iam.gserviceaccount.com",
                       "subnets": ["10.1.128.0/20"]}}
      """;
  private static final Host CLIENT = outside("198.51.100.7");
  private static final Host OUTSIDER = outside("203.0.113.200");
  private static final Host CONNECTOR = member(Role.CONNECTOR, "10.1.0.9");
  private static final Host WORKSTATION = member(Role.WORKSTATION, "10.1.128.9");

  static Stream<String> optionSets() {
    return Fixtures.optionSets().keySet().stream();
  }

  private static Host outside(String address) {
    return Host.outside(Cidr.of(address).first());
  }

  private static Host member(Role role, String address) {
    return Host.member(role, Cidr.of(address).first());
  }

  private static String printed() {
    try {
      return Files.readString(Path.of("src/test/resources/native/gcp-firewall-rules.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NativeNetwork network(String roles) throws UnreadableFileException {
    return NativeReader.read(printed(), roles);
  }

  private static Verdict verdict(
      Role role, Direction direction, Host other, IpProtocol protocol, int port)
      throws UnreadableFileException {
    return network(ROLES).firewall().verdict(new Packet(role, direction, other, protocol, port));
  }

  private static Verdict into(Role role, Host from, IpProtocol protocol, int port)
      throws UnreadableFileException {
    return verdict(role, Direction.INBOUND, from, protocol, port);
  }

  @Test
  void rulesApplyByTag() throws UnreadableFileException {
    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.UDP, 4172).rule()).isEqualTo("vdi-clients");
    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.TCP, 443).open()).isTrue();
    assertThat(into(Role.CONNECTOR, OUTSIDER, IpProtocol.TCP, 443).open()).isFalse();
    assertThat(into(Role.WORKSTATION, CLIENT, IpProtocol.UDP, 4172).open()).isFalse();
  }

  @Test
  void rulesApplyByServiceAccountAndProtocolsByNumber() throws UnreadableFileException {
    assertThat(into(Role.WORKSTATION, CONNECTOR, IpProtocol.TCP, 60443).rule())
        .isEqualTo("vdi-desktops");
    assertThat(into(Role.WORKSTATION, CONNECTOR, IpProtocol.UDP, 4172).open()).isTrue();
    assertThat(into(Role.WORKSTATION, WORKSTATION, IpProtocol.TCP, 60443).open()).isFalse();
    assertThat(into(Role.CONNECTOR, CONNECTOR, IpProtocol.TCP, 60443).open()).isFalse();
  }

  @Test
  void aRuleWithoutTargetIsForEveryMachineOfItsNetworkOnly() throws UnreadableFileException {
    Host inside = outside("10.200.0.1");

    assertThat(into(Role.CONNECTOR, inside, IpProtocol.TCP, 22).rule())
        .isEqualTo("vdi-ssh-from-bastion");
    assertThat(into(Role.WORKSTATION, inside, IpProtocol.TCP, 22).open()).isTrue();
    assertThat(into(Role.WORKSTATION, inside, IpProtocol.TCP, 23).open()).isFalse();
    assertThat(into(Role.WORKSTATION, CLIENT, IpProtocol.TCP, 22).open()).isFalse();
  }

  @Test
  void aDisabledRuleDoesNothing() throws UnreadableFileException {
    assertThat(into(Role.WORKSTATION, OUTSIDER, IpProtocol.TCP, 3389).rule())
        .isEqualTo("implied deny ingress");
  }

  @Test
  void outboundIsDeniedWhereARuleSaysSo() throws UnreadableFileException {
    assertThat(verdict(Role.CONNECTOR, Direction.OUTBOUND, OUTSIDER, IpProtocol.TCP, 443).rule())
        .isEqualTo("vdi-no-egress");
    assertThat(verdict(Role.WORKSTATION, Direction.OUTBOUND, OUTSIDER, IpProtocol.TCP, 443).open())
        .isTrue();
  }

  @Test
  void whatIsNotKnownIsSaid() throws UnreadableFileException {
    assertThat(network(ROLES).warnings())
        .containsExactly(
            "firewall policies of the organisation, its folders and the network are not among the"
                + " rules; they go first and may open or close more",
            "forwarding rules are not among the rules: the balancer is taken to be open to anyone",
            "vdi-ssh-from-bastion: no role is known to have its source tag bastion; it is taken to"
                + " allow, from private addresses where machines are unknown; name them in the"
                + " roles file: \"addresses\": {\"bastion\": [\"10.0.0.0/24\"]}",
            "no other machine is taken to carry what roles carry and rules name:"
                + " connector@acme-vdi.iam.gserviceaccount.com (connector); where some do, name"
                + " them in the roles file: \"alsoCarriedBy\":"
                + " {\"connector@acme-vdi.iam.gserviceaccount.com\": [\"10.0.0.0/24\"]}");
    assertThat(
            network("{\"connector\": {\"network\": \"vdi\", \"tags\": [\"pcoip-connector\"]}}")
                .warnings())
        .contains(
            "connector: its subnets are not among the roles; outbound rules know addresses only,"
                + " so what they do towards it is not judged",
            "workstation: not among the roles, so all of its ports count as closed",
            "vdi-desktops: whether it is for the connector is not known; it is taken to allow, from"
                + " private addresses where machines are unknown",
            "vdi-desktops: no role is known to have its source service account"
                + " connector@acme-vdi.iam.gserviceaccount.com; it is taken to allow, from private"
                + " addresses where machines are unknown; name them in the roles file:"
                + " \"addresses\": {\"connector@acme-vdi.iam.gserviceaccount.com\":"
                + " [\"10.0.0.0/24\"]}");
  }

  @Test
  void theSubnetsAreTheRoles() throws UnreadableFileException {
    assertThat(network(ROLES).roleSubnets().byRole())
        .containsOnlyKeys(Role.CONNECTOR, Role.WORKSTATION)
        .containsEntry(Role.CONNECTOR, List.of(Cidr.of("10.1.0.0/24")));
  }

  @Test
  void anAuditFindsWhatIsMissingAndWhatIsOpenBeyond() throws UnreadableFileException {
    Settings settings = Plans.settings("minimal");
    NativeNetwork network = network(ROLES);
    List<Finding> findings =
        Audit.of(Fixtures.policy(settings, Plans.SITE), network.firewall(), network.roleSubnets());

    assertThat(findings)
        .extracting(Finding::toString)
        .anyMatch(
            text ->
                text.startsWith("iowa: the plan opens 22/tcp from 10.")
                    && text.endsWith("decided by vdi-ssh-from-bastion"))
        .anyMatch(
            text ->
                text.startsWith("iowa: the plan closes 636/tcp from connector to 10.9.0.10")
                    && text.endsWith("decided by vdi-no-egress"));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void ourOwnRulesAsTheToolPrintsThemAreWhatThePolicyAsksFor(String option)
      throws UnreadableFileException {
    Settings settings = Plans.settings(option);
    Plan plan = Plans.of(settings, Plans.SITE);
    String roles =
        Plans.subnets(plan).stream()
            .map(
                subnet ->
                    "\"%s\": {\"tags\": [\"%s\"], \"subnets\": [\"%s\"]}"
                        .formatted(
                            subnet.role().key(), plan.tags().get(subnet.role()), subnet.range()))
            .collect(Collectors.joining(", ", "{", "}"));
    NativeNetwork network = NativeReader.read(print(plan), roles);

    assertThat(
            Audit.of(
                Fixtures.policy(settings, Plans.SITE), network.firewall(), network.roleSubnets()))
        .isEmpty();
  }

  private static String print(Plan plan) {
    return plan.rules().stream()
        .map(NativeReaderTest::print)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String print(Rule rule) {
    boolean inbound = rule.direction() == Direction.INBOUND;
    List<String> members = new ArrayList<>();
    members.add("\"name\": \"" + rule.name() + "\"");
    members.add("\"network\": \"projects/p/global/networks/n\"");
    members.add("\"direction\": \"" + (inbound ? "INGRESS" : "EGRESS") + "\"");
    members.add("\"priority\": " + rule.priority());
    members.add("\"targetTags\": " + list(rule.target().tags().stream()));
    if (!rule.remote().tags().isEmpty()) {
      members.add("\"sourceTags\": " + list(rule.remote().tags().stream()));
    }
    if (!rule.remote().addresses().isEmpty()) {
      members.add(
          (inbound ? "\"sourceRanges\": " : "\"destinationRanges\": ")
              + list(rule.remote().addresses().prefixes().stream().map(Cidr::toString)));
    }
    String layer =
        rule.traffic().get(0).protocol().isEmpty()
            ? "{\"IPProtocol\": \"all\"}"
            : "{\"IPProtocol\": \"%s\", \"ports\": [\"%s\"]}"
                .formatted(rule.traffic().get(0).protocol().get(), rule.traffic().get(0).ports());
    boolean allows = rule.action() == Rule.Action.ALLOW;
    members.add((allows ? "\"allowed\": [" : "\"denied\": [") + layer + "]");
    return "{" + String.join(", ", members) + "}";
  }

  private static String list(Stream<String> texts) {
    return texts.map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void aListOfTheApiAndOneRuleAloneAreRead() throws UnreadableFileException {
    String rule =
        """
        {"name": "r", "network": "n", "sourceRanges": ["198.51.100.0/24"],
         "allowed": [{"IPProtocol": "tcp"}]}
        """;
    String roles = "{\"connector\": {}}";
    Packet packet = new Packet(Role.CONNECTOR, Direction.INBOUND, CLIENT, IpProtocol.TCP, 1);

    for (String text : List.of(rule, "{\"items\": [" + rule + "]}")) {
      assertThat(NativeReader.read(text, roles).firewall().verdict(packet).rule()).isEqualTo("r");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{", "[1]", "[{}]", "{\"items\": 3}", "7"})
  void whatIsNoListOfRulesIsRefused(String text) {
    assertThatThrownBy(() -> NativeReader.read(text, ROLES))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("firewall rules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| roles",
        "[]| roles",
        "{}| roles: found a structure; allowed: at least one of the keys connector",
        "{'conector': {}}| roles: conector: found a structure; allowed: one of the keys connector",
        "{'balancer': {}}| leave it out",
        "{'connector': {'tag': []}}| roles: connector.tag",
        "{'connector': {'tags': 'x'}}| roles: connector.tags: found \"x\"; allowed: a list",
        "{'connector': {'network': 'vdi', 'subnets': ['10.1.0.1/24']}}| did you mean 10.1.0.0/24?",
        "{'connector': {}}| a network that has rules: acme-vdi/global/networks/default, acme-vdi",
        "{'connector': {'network': 'vid'}}| roles: connector.network: found \"vid\""
      })
  void aRolesFileThatIsNoneIsRefused(String roles, String said) {
    assertThatThrownBy(() -> network(roles.replace('\'', '"')))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(said);
  }

  @Test
  void everyProblemOfTheRulesIsNamedAtOnce() {
    String rules =
        """
        [{"name": "a", "network": "n", "direction": "IN", "allowed": [{"ports": ["1"]}]},
         {"network": "n", "denied": [{"IPProtocol": "tcp", "ports": ["9-1"]}]},
         {"name": "c", "network": "n"}]
        """;

    assertThatThrownBy(() -> NativeReader.read(rules, ROLES))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContainingAll(
            "firewall rules: [0].direction: found \"IN\"",
            "[0].allowed[0].IPProtocol: found nothing",
            "[1].name: found nothing",
            "[1].denied[0].ports[0]: found \"9-1\"",
            "[2]: found a structure; allowed: a rule with allowed or denied");
  }
}
