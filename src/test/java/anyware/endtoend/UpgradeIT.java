package anyware.endtoend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack that version 0.1.0 deployed goes on with today's program: what machines, users and other
 * systems know it by stays. The fixtures are the demo stack of that version, as Pulumi exported it,
 * and the offline cloud's own books of the same objects.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {
  private static final Path FIXTURES = Path.of("src/test/resources/upgrade/0.1.0");
  private static final List<String> BOOKS = List.of("aws.jsonl", "azure-native.jsonl", "gcp.jsonl");
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  private static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";

  /** Ends of URNs in version 0.1.0, and what they are today. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "RouteTable::virginia-private",
          "RouteTable::virginia-private-first",
          "providers:aws::virginia",
          "providers:aws::virginia.us-east-1",
          "providers:azure-native::dublin",
          "providers:azure-native::dublin.northeurope",
          "providers:gcp::iowa",
          "providers:gcp::iowa-demo-project-us-central1");

  private Project project;

  @BeforeAll
  void deployedBefore(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    Path settings = FIXTURES.resolve("Pulumi.demo.yaml");
    Files.writeString(project.stackFile("demo"), Files.readString(settings));
    long objects = 0;
    Path books = Files.createDirectories(project.home().resolve("cloud"));
    for (String name : BOOKS) {
      String lines = Files.readString(FIXTURES.resolve(name));
      Files.writeString(books.resolve(name), lines);
      objects += lines.lines().count();
    }
    String state = FIXTURES.resolve("state.json").toAbsolutePath().toString();
    project.sandbox("stack", "import", "--stack", "demo", "--file", state).succeeds();
    // Starts the offline cloud, from the books.
    project.sandbox("refresh", "--stack", "demo", "--yes", "--expect-no-changes").succeeds();
    assertThat(project.cloudObjects()).isEqualTo(objects);
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  @Test
  @Order(1)
  void rulesThatNameListsTakeTheAddressRulesPlacesAndAWayOutIsNew() throws Exception {
    JsonObject preview = project.json("preview", "--stack", "demo", "--json");

    Map<String, Set<String>> changed =
        elements(preview, "steps")
            .filter(step -> !step.get("op").getAsString().equals("same"))
            .collect(
                groupingBy(
                    step -> step.get("op").getAsString(), mapping(UpgradeIT::type, toSet())));
    assertThat(changed.keySet()).containsExactlyInAnyOrder("create", "update", "delete");
    assertThat(changed.get("create"))
        .containsExactlyInAnyOrder(
            PREFIX_LIST,
            INGRESS,
            EGRESS,
            "aws:ec2/eip:Eip",
            "aws:ec2/natGateway:NatGateway",
            "aws:ec2/route:Route",
            "aws:ec2/routeTable:RouteTable",
            "azure-native:network:NatGateway",
            "azure-native:network:PublicIPAddress",
            FIREWALL,
            "gcp:compute/router:Router",
            "gcp:compute/routerNat:RouterNat");
    assertThat(changed.get("delete")).containsExactlyInAnyOrder(INGRESS, EGRESS, FIREWALL);
  }

  @Test
  @Order(2)
  void allButAddressRulesKeepTheirIdsAndNothingIsCutWithinDefaultQuotas() throws Exception {
    Map<String, String> before = idsByUrn();
    Map<String, List<String>> books = new TreeMap<>();
    for (String name : BOOKS) {
      books.put(name, lines(name));
    }

    project.sandbox("up", "--stack", "demo", "--yes").succeeds();

    assertThat(before).hasSizeGreaterThan(60);
    Map<String, String> today =
        before.entrySet().stream().collect(toMap(e -> today(e.getKey()), Map.Entry::getValue));
    assertThat(idsByUrn()).containsAllEntriesOf(today);
    assertThat(today.keySet()).as("renamed").filteredOn(urn -> !before.containsKey(urn)).hasSize(4);
    for (String name : BOOKS) {
      List<String> all = lines(name);
      List<String> until = books.getOrDefault(name, List.of());
      assertThat(all).startsWith(until.toArray(String[]::new));
      nothingIsCut(name, Filter.NONE.after(until), all.subList(until.size(), all.size()));
    }
  }

  @Test
  @Order(3)
  void aSecondRunChangesNothing() throws Exception {
    project.sandbox("up", "--stack", "demo", "--yes", "--expect-no-changes").succeeds();
  }

  @Test
  @Order(4)
  void itMovesAsAStackOfTodayDoes() throws Exception {
    long objects = project.cloudObjects();
    project.editStack("demo", "region: us-east-1", "region: us-west-2");
    project.editStack("demo", "region: northeurope", "region: westeurope");
    project.editStack("demo", "region: us-central1", "region: us-east1");

    project.sandbox("up", "--stack", "demo", "--yes").succeeds();

    project.sandbox("up", "--stack", "demo", "--yes", "--expect-no-changes").succeeds();
    assertThat(project.cloudObjects()).as("nothing is left behind").isEqualTo(objects);
  }

  @Test
  @Order(5)
  void destroyLeavesTheOfflineCloudEmpty() throws Exception {
    project.sandbox("destroy", "--stack", "demo", "--yes").succeeds();

    assertThat(project.cloudObjects()).isZero();
  }

  /**
   * Where a rule is an object, all of before stands until all of today does, and so at each moment
   * all passes that passes before and today; what closes stays. Where a group's rules are part of
   * it, they change in one call.
   */
  private static void nothingIsCut(String books, Filter before, List<String> since) {
    Filter today = before.after(since);
    assertThat(before.parts()).as(books).isNotEmpty();
    assertThat(today).as(books).isNotEqualTo(before);
    before
        .moments(since)
        .forEach(
            (line, now) -> {
              assertThat(now.isBetween(before, today)).as("after %s", line).isTrue();
              assertThat(now.only(UpgradeIT::closes))
                  .as("what closes, after %s", line)
                  .isEqualTo(before.only(UpgradeIT::closes));
              assertThat(
                      now.only(UpgradeIT::isRule).holds(before.only(UpgradeIT::isRule))
                          || now.only(UpgradeIT::isRule).holds(today.only(UpgradeIT::isRule)))
                  .as("all rules of before or all of today, after %s", line)
                  .isTrue();
            });
  }

  private static boolean closes(JsonObject part) {
    return part.has("denies");
  }

  private static boolean isRule(JsonObject part) {
    return !part.has("securityRules");
  }

  private List<String> lines(String books) throws Exception {
    return Files.readAllLines(project.home().resolve("cloud").resolve(books));
  }

  /**
   * The cloud's id of everything that is deployed but AWS's address rules and Google's allowances.
   */
  private Map<String, String> idsByUrn() throws Exception {
    JsonObject export = project.json("stack", "export", "--stack", "demo");
    return elements(export.getAsJsonObject("deployment"), "resources")
        .filter(resource -> resource.has("id"))
        .filter(resource -> !isOfAddresses(resource.getAsJsonObject("inputs")))
        .collect(toMap(r -> r.get("urn").getAsString(), r -> r.get("id").getAsString()));
  }

  /** Whether it lets addresses pass that are not everybody's, or is an allowance of Google's. */
  private static boolean isOfAddresses(JsonObject inputs) {
    return inputs.has("allows")
        || inputs.has("prefixListId")
        || (inputs.has("cidrIpv4") && !inputs.get("cidrIpv4").getAsString().equals("0.0.0.0/0"));
  }

  private static String today(String urn) {
    return RENAMED.entrySet().stream()
        .filter(renamed -> urn.endsWith(renamed.getKey()))
        .map(renamed -> urn.replace(renamed.getKey(), renamed.getValue()))
        .findFirst()
        .orElse(urn);
  }

  /** The type of what a step is about: every URN ends with the types of its parents and itself. */
  private static String type(JsonObject step) {
    String types = step.get("urn").getAsString().split("::", -1)[2];
    return types.substring(types.lastIndexOf('$') + 1);
  }

  private static Stream<JsonObject> elements(JsonObject parent, String list) {
    return StreamSupport.stream(parent.getAsJsonArray(list).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }
}
