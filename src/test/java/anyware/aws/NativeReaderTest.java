package anyware.aws;

import static anyware.net.Direction.INBOUND;
import static anyware.net.Direction.OUTBOUND;
import static anyware.net.IpProtocol.ESP;
import static anyware.net.IpProtocol.ICMP;
import static anyware.net.IpProtocol.TCP;
import static anyware.net.IpProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks that somebody else made. The file was printed by boto3 about a moto 5.2.5 server; the
 * shorter texts follow
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html.
 */
class NativeReaderTest {
  private static final Path PRINTED = Path.of("src/test/resources/native/aws/security-groups.json");

  /** Connectors carry two groups, as machines do. */
  private static final String ROLES =
      """
      {"connector": {"groups": ["sg-0c0ffee0000000001", "sg-0c0ffee0000000002"],
                     "subnets": ["10.50.0.0/24"]},
       "workstation": {"groups": ["sg-0c0ffee0000000003"], "subnets": ["10.50.128.0/17"]},
       "balancer": {"groups": ["sg-0c0ffee0000000004"], "subnets": ["10.50.1.0/24"]},
       "addresses": {"pl-0c0ffee0000000005": ["203.0.113.0/28"]}}
      """;

  private static final String ONE_ROLE = "{\"connector\": {\"groups\": [\"sg-1\"]}}";

  private static NativeNetwork printed() throws IOException, UnreadableFileException {
    return NativeReader.read(Files.readString(PRINTED), ROLES, List.of());
  }

  /** One group with one inbound permission. */
  private static String permission(String permission) {
    return """
    {"SecurityGroups": [{"GroupId": "sg-1", "GroupName": "one", "IpPermissions": [%s]}]}
    """
        .formatted(permission);
  }

  private static NativeNetwork withPermission(String permission) throws UnreadableFileException {
    return NativeReader.read(permission(permission), ONE_ROLE, List.of());
  }

  private static Verdict verdict(
      NativeNetwork network,
      Role role,
      Direction direction,
      Host other,
      IpProtocol protocol,
      int port) {
    return network.firewall().verdict(new Packet(role, direction, other, protocol, port));
  }

  private static Host outside(String address) {
    return Host.outside(Cidr.of(address).first());
  }

  private static boolean opens(NativeNetwork network, String from, IpProtocol protocol, int port) {
    return verdict(network, Role.CONNECTOR, INBOUND, outside(from), protocol, port).open();
  }

  @Test
  void aRoleHasTheRulesOfAllItsGroups() throws Exception {
    NativeNetwork network = printed();

    assertThat(opens(network, "198.51.100.7", UDP, 4172)).isTrue();
    assertThat(opens(network, "2001:db8:c::1", TCP, 4172)).isTrue();
    assertThat(opens(network, "198.51.101.7", UDP, 4172)).isFalse();
    assertThat(opens(network, "10.50.200.1", ICMP, 0)).as("by its second group").isTrue();
    assertThat(verdict(network, Role.CONNECTOR, OUTBOUND, outside("192.0.2.1"), TCP, 25).rule())
        .isEqualTo("sg-0c0ffee0000000002 (management) outbound everything to 0.0.0.0/0");
    assertThat(verdict(network, Role.WORKSTATION, OUTBOUND, outside("192.0.2.1"), TCP, 25).open())
        .isFalse();
  }

  @Test
  void groupsStandForTheRolesThatCarryThemAndListsForTheirAddresses() throws Exception {
    NativeNetwork network = printed();
    Host balancer = Host.member(Role.BALANCER, Cidr.of("10.50.1.9").first());
    Host connector = Host.member(Role.CONNECTOR, Cidr.of("10.50.0.9").first());

    Verdict sessions = verdict(network, Role.CONNECTOR, INBOUND, balancer, TCP, 443);
    assertThat(sessions.open()).isTrue();
    assertThat(sessions.trace()).last().asString().endsWith(": sessions");
    assertThat(verdict(network, Role.CONNECTOR, INBOUND, connector, TCP, 443).open()).isFalse();
    assertThat(verdict(network, Role.CONNECTOR, INBOUND, connector, TCP, 22).open())
        .as("a group may name itself")
        .isTrue();
    assertThat(opens(network, "203.0.113.15", TCP, 443)).isTrue();
    assertThat(opens(network, "203.0.113.16", TCP, 443)).isFalse();
    assertThat(network.roleSubnets().byRole())
        .containsEntry(Role.WORKSTATION, List.of(Cidr.of("10.50.128.0/17")));
    assertThat(network.warnings())
        .containsExactly(
            "sg-0c0ffee0000000002: allows one type of icmp; types are not told apart, so all of"
                + " them count as allowed",
            "no other machine is taken to carry what roles carry and rules name:"
                + " sg-0c0ffee0000000001 (connector), sg-0c0ffee0000000002 (connector),"
                + " sg-0c0ffee0000000003 (workstation), sg-0c0ffee0000000004 (balancer); where some"
                + " do, name them in the roles file: \"alsoCarriedBy\":"
                + " {\"sg-0c0ffee0000000001\": [\"10.0.0.0/24\"]}");
  }

  @Test
  void theAuditFindsWhatIsOpenBeyondTheTableAndWhatIsMissing() throws Exception {
    NativeNetwork network = printed();
    Policy policy = Fixtures.policy(Plans.options("minimal"), Fixtures.site(Aws.CLOUD));

    List<String> findings =
        Audit.of(policy, network.firewall(), network.roleSubnets()).stream()
            .map(Finding::toString)
            .toList();

    assertThat(findings)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("opens 3389/tcp from 0.0.0.0")
                    .contains("to workstation")
                    .contains("sg-0c0ffee0000000003 (workstations) inbound 3389/tcp"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("closes 443/tcp from 203.0.113.0-203.0.113.15 to balancer"))
        .noneMatch(text -> text.contains("closes 60443/tcp"));
  }

  @Test
  void whatNobodyCanSayIsTakenForTheWidestAndSaidSo() throws Exception {
    NativeNetwork network =
        withPermission(
            """
            {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
             "PrefixListIds": [{"PrefixListId": "pl-8"}]},
            {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
             "UserIdGroupPairs": [{"GroupId": "sg-8", "UserId": "210987654321",
                                   "VpcId": "vpc-8", "PeeringStatus": "active"}]}
            """);

    assertThat(opens(network, "198.51.100.7", TCP, 443)).isTrue();
    assertThat(opens(network, "198.51.100.7", TCP, 80)).isFalse();
    assertThat(opens(network, "172.16.0.1", TCP, 80)).isTrue();
    assertThat(network.warnings())
        .containsExactly(
            "sg-1 (one) inbound 443/tcp from pl-8: nobody says which machines pl-8 stands for;"
                + " taken to be every address there is (--aws-prefix-lists takes its entries); name"
                + " them in the roles file: \"addresses\": {\"pl-8\": [\"10.0.0.0/24\"]}",
            "sg-1 (one) inbound 80/tcp from sg-8: nobody says which machines sg-8 stands for;"
                + " taken to be every private address; name them in the roles file: \"addresses\":"
                + " {\"sg-8\": [\"10.0.0.0/24\"]}");
  }

  @Test
  void protocolsAreNamesNumbersOrEveryOne() throws Exception {
    String anyone = "\"IpRanges\": [{\"CidrIp\": \"198.51.100.0/24\"}]";
    NativeNetwork esp =
        withPermission(
            "{\"IpProtocol\": \"50\", \"FromPort\": 1, \"ToPort\": 2, %s}".formatted(anyone));
    NativeNetwork all = withPermission("{\"IpProtocol\": \"-1\", %s}".formatted(anyone));
    NativeNetwork udp =
        withPermission(
            "{\"IpProtocol\": \"17\", \"FromPort\": 53, \"ToPort\": 53, %s}".formatted(anyone));

    assertThat(opens(esp, "198.51.100.7", ESP, 0)).isTrue();
    assertThat(opens(esp, "198.51.100.7", TCP, 1)).isFalse();
    assertThat(opens(all, "198.51.100.7", new IpProtocol(253), 0)).isTrue();
    assertThat(opens(all, "198.51.100.7", TCP, 65535)).isTrue();
    assertThat(opens(udp, "198.51.100.7", UDP, 53)).isTrue();
    assertThat(opens(udp, "198.51.100.7", UDP, 54)).isFalse();
    assertThat(opens(udp, "198.51.100.7", TCP, 53)).isFalse();
    assertThat(udp.warnings()).isEmpty();
  }

  @Test
  void aBalancerWithoutGroupLetsEverybodyIn() throws Exception {
    NativeNetwork network =
        NativeReader.read(
            permission(""),
            """
            {"connector": {"groups": ["sg-1"]}, "balancer": {"groups": []}}
            """,
            List.of());

    assertThat(verdict(network, Role.BALANCER, INBOUND, outside("192.0.2.1"), TCP, 1).open())
        .isTrue();
    assertThat(network.warnings()).singleElement().asString().startsWith("balancer: without");
    assertThat(verdict(network, Role.WORKSTATION, INBOUND, outside("192.0.2.1"), TCP, 1).rule())
        .isEqualTo("no security group known");
  }

  @Test
  void theListAloneIsTakenToo() throws Exception {
    NativeNetwork network =
        NativeReader.read(
            """
            [{"GroupId": "sg-1", "IpPermissions": [
              {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
               "IpRanges": [{"CidrIp": "198.51.100.0/24"}]}]}]
            """,
            ONE_ROLE,
            List.of());

    assertThat(opens(network, "198.51.100.7", TCP, 443)).isTrue();
  }

  private static List<String> problems(String groups, String roles) {
    return catchThrowableOfType(
            UnreadableFileException.class, () -> NativeReader.read(groups, roles, List.of()))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,", "null", "true", "\"text\"", "{}", "12"})
  void somethingElseThanTheOutputIsRefusedInOneSentence(String groups) {
    assertThat(problems(groups, ONE_ROLE)).singleElement().asString().startsWith("security groups");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{}", "7"})
  void soAreRolesThatAreNone(String roles) {
    assertThat(problems(permission(""), roles)).allMatch(text -> text.startsWith("roles"));
  }

  @Test
  void everyProblemIsSaidAtOnceWithItsPlace() {
    List<String> problems =
        problems(
            """
            {"SecurityGroups": [
              {"GroupName": "one", "IpPermissions": [
                {"IpProtocol": "pigeon", "IpRanges": []},
                {"IpProtocol": "tcp", "FromPort": 9, "ToPort": 8},
                {"IpProtocol": "tcp", "FromPort": "443", "ToPort": 443,
                 "IpRanges": [{"CidrIp": "10.0.0.1/80"}, {}]}]},
              {"GroupId": 5, "IpPermissionsEgress": {}}]}
            """,
            """
            {"connector": {"groups": "sg-1", "subnet": []},
             "conector": {"groups": ["sg-1"]}, "addresses": {"pl-1": ["everywhere"]}}
            """);

    assertThat(problems)
        .extracting(text -> text.substring(0, text.indexOf("; allowed")))
        .containsExactlyInAnyOrder(
            "security groups: SecurityGroups[0].GroupId: found nothing",
            "security groups: SecurityGroups[0].IpPermissions[0]: found a structure",
            "security groups: SecurityGroups[0].IpPermissions[1]: found a structure",
            "security groups: SecurityGroups[0].IpPermissions[2].FromPort: found \"443\"",
            "security groups: SecurityGroups[0].IpPermissions[2].IpRanges[0].CidrIp: found"
                + " \"10.0.0.1/80\"",
            "security groups: SecurityGroups[0].IpPermissions[2].IpRanges[1].CidrIp: found nothing",
            "security groups: SecurityGroups[1].GroupId: found 5",
            "security groups: SecurityGroups[1].IpPermissionsEgress: found a structure",
            "roles: connector.groups: found \"sg-1\"",
            "roles: connector.subnet: found a list",
            "roles: connector: found a structure",
            "roles: conector: found a structure",
            "roles: addresses.pl-1[0]: found \"everywhere\"");
  }

  @Test
  void aGroupThatIsNotInTheFileIsAProblemWithItsFix() {
    assertThat(
            problems(
                permission(""),
                """
                {"connector": {"groups": ["one", "sg-2"]}}
                """))
        .containsExactly(
            "roles: connector.groups: found \"one\"; allowed: ids of printed groups; did you mean"
                + " sg-1, whose name this is?",
            "roles: connector.groups: found \"sg-2\"; allowed: ids of printed groups; print that"
                + " group too");
  }
}
