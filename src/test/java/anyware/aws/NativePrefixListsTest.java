package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anyware.catalogue.Role;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rules that name prefix lists, judged by the lists' entries. The printouts follow
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/get-managed-prefix-list-entries.html.
 */
class NativePrefixListsTest {
  private static final String GROUPS =
      """
      {"SecurityGroups": [{"GroupId": "sg-1", "GroupName": "one", "IpPermissions": [
        {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
         "PrefixListIds": [{"PrefixListId": "pl-0a1"}]},
        {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
         "PrefixListIds": [{"PrefixListId": "pl-0b2"}]}]}]}
      """;

  private static final String ROLES = "{\"connector\": {\"groups\": [\"sg-1\"]}}";

  private static final String CLIENTS =
      """
      {"Entries": [{"Cidr": "198.51.100.0/24", "Description": "office"},
                   {"Cidr": "203.0.113.7/32"}]}
      """;

  private static final NativeFile NOBODY = new NativeFile("pl-0b2.json", "{\"Entries\": []}");

  private static boolean opens(NativeNetwork network, String from, int port) {
    Host host = Host.outside(Cidr.of(from).first());
    return network
        .firewall()
        .verdict(new Packet(Role.CONNECTOR, Direction.INBOUND, host, IpProtocol.TCP, port))
        .open();
  }

  private static List<String> problems(String roles, NativeFile... lists) {
    return catchThrowableOfType(
            UnreadableFileException.class, () -> NativeReader.read(GROUPS, roles, List.of(lists)))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static void assertJudgedByEntries(NativeFile... lists) throws UnreadableFileException {
    NativeNetwork network = NativeReader.read(GROUPS, ROLES, List.of(lists));

    assertThat(opens(network, "198.51.100.255", 443)).isTrue();
    assertThat(opens(network, "203.0.113.7", 443)).isTrue();
    assertThat(opens(network, "203.0.113.8", 443)).isFalse();
    assertThat(opens(network, "2001:db8::1", 443)).isFalse();
    assertThat(opens(network, "198.51.100.255", 22)).as("a list without entries").isFalse();
    assertThat(network.warnings()).isEmpty();
  }

  @Test
  void aFileThatIsCalledByTheIdHoldsOneList() throws UnreadableFileException {
    assertJudgedByEntries(new NativeFile("pl-0a1.json", CLIENTS), NOBODY);
    assertJudgedByEntries(new NativeFile("pl-0a1", CLIENTS), NOBODY);
  }

  @Test
  void aFileMayHoldSeveralBelowTheirIds() throws UnreadableFileException {
    String both = "{\"pl-0a1\": %s, \"pl-0b2\": []}".formatted(CLIENTS);

    assertJudgedByEntries(new NativeFile("lists.json", both));
  }

  @Test
  void entriesAloneAreTakenToo() throws UnreadableFileException {
    String entries = "[{\"Cidr\": \"198.51.100.0/24\"}, {\"Cidr\": \"203.0.113.7/32\"}]";

    assertJudgedByEntries(new NativeFile("pl-0a1.entries.json", entries), NOBODY);
  }

  @Test
  void aListThatNobodyPrintedMayHoldAnyAddressAndAWarningSaysSo() throws UnreadableFileException {
    NativeNetwork network = NativeReader.read(GROUPS, ROLES, List.of(NOBODY));

    assertThat(opens(network, "192.0.2.1", 443)).isTrue();
    assertThat(network.warnings())
        .singleElement()
        .asString()
        .contains("pl-0a1", "every address there is", "--aws-prefix-lists");
  }

  @Test
  void aFileThatDoesNotSayWhoseEntriesItHoldsIsRefused() {
    assertThat(problems(ROLES, new NativeFile("entries.json", CLIENTS)))
        .singleElement()
        .asString()
        .startsWith("entries.json: found a structure")
        .contains("called by the list's id", "rename it");
  }

  @Test
  void aListIsPrintedOnceAndWhole() {
    assertThat(
            problems(
                ROLES,
                new NativeFile("pl-0a1.json", CLIENTS),
                new NativeFile(
                    "more.json", "{\"pl-0a1\": {\"Entries\": [], \"NextToken\": \"x\"}}")))
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).startsWith("more.json: pl-0a1").contains("--max-items"),
            text -> assertThat(text).startsWith("more.json: pl-0a1").contains("once"));
  }

  @Test
  void theRolesFileDoesNotSayOtherwise() {
    String roles = "{\"connector\": {\"groups\": [\"sg-1\"]}, \"addresses\": {\"pl-0a1\": []}}";

    assertThat(problems(roles, new NativeFile("pl-0a1.json", CLIENTS)))
        .singleElement()
        .asString()
        .startsWith("roles: addresses.pl-0a1: ")
        .contains("leave it out");
  }

  @Test
  void everyProblemIsSaidAtOnceWithItsPlace() {
    assertThat(
            problems(
                ROLES,
                new NativeFile("pl-1.json", "{\"Entries\": [{}, {\"Cidr\": \"10.0.0.1/80\"}]}"),
                new NativeFile("pl-2.json", "nonsense"),
                new NativeFile("lists.json", "{\"pl-3\": {\"entries\": []}}")))
        .extracting(text -> text.substring(0, text.indexOf(": found")))
        .containsExactly(
            "pl-1.json: Entries[0].Cidr",
            "pl-1.json: Entries[1].Cidr",
            "pl-2.json",
            "lists.json: pl-3");
  }
}
