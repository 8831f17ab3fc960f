package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sites move: their region, project and network's range change, one at a time and together, through
 * the real engine and on all three clouds. The new place is made before the old one goes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransitionsIT {
  private static final String OUTSIDE = "outside";
  private static final String INSIDE = "inside";
  private static final List<String> PROVIDERS = List.of("aws", "azure-native", "gcp");
  private static final List<String> SITES = List.of("amber", "azure", "green");

  /** Where the three sites of a stack are. */
  private record Place(int network, String aws, String azure, String google, String project) {
    private static final Place FIRST =
        new Place(20, "us-east-1", "northeurope", "us-central1", "first-project");
    private static final Place NEXT_REGION =
        new Place(20, "us-west-2", "westeurope", "us-east1", "first-project");

    Place ranges(int changed) {
      return new Place(changed, aws, azure, google, project);
    }

    Place project(String changed) {
      return new Place(network, aws, azure, google, changed);
    }
  }

  private Project project;
  private long objects;

  @BeforeAll
  void deploy(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    write(OUTSIDE, outside(Place.FIRST, ""));
    up(OUTSIDE).succeeds();
    objects = project.cloudObjects();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private static String outside(Place place, String more) {
    return settings(place, more, "public", "", "", "");
  }

  /** Internal balancers, all with addresses of their own, and connectors without public ones. */
  private static String inside(Place place) {
    int network = place.network();
    return settings(
        place,
        "",
        "internal",
        ", address: [10.%d.128.9, 10.%d.192.9]".formatted(network, network),
        ", address: 10.%d.0.9".formatted(network + 1),
        ", address: 10.%d.0.9".formatted(network + 2));
  }

  private static String settings(
      Place place, String more, String scheme, String aws, String azure, String google) {
    String peers =
        """
          anyware-network:peers:
            clients: [198.51.100.0/24]
            administrators: [203.0.113.0/28]
            domainControllers: [192.168.1.10]
            dns: [192.168.1.10]
        """;
    return "config:\n"
        + peers
        + more
        + """
          anyware-network:sites:
            amber:
              cloud: aws
              region: %s
              network: {cidr: 10.%d.0.0/16}
              balancer: {scheme: %s%s}
            azure:
              cloud: azure
              region: %s
              network: {cidr: 10.%d.0.0/16}
              balancer: {scheme: %s%s}
            green:
              cloud: gcp
              region: %s
              project: %s
              network: {cidr: 10.%d.0.0/16}
              balancer: {scheme: %s%s}
        """
            .formatted(
                place.aws(),
                place.network(),
                scheme,
                aws,
                place.azure(),
                place.network() + 1,
                scheme,
                azure,
                place.google(),
                place.project(),
                place.network() + 2,
                scheme,
                google);
  }

  private void write(String stack, String settings) throws IOException {
    Files.writeString(project.stackFile(stack), settings);
  }

  @Test
  @Order(1)
  void anotherRangeReplacesNetworksAndKeepsAddresses() throws Exception {
    JsonObject before = sites(OUTSIDE);

    moves(OUTSIDE, outside(Place.FIRST.ranges(30), ""), PROVIDERS);

    JsonObject after = sites(OUTSIDE);
    for (String site : SITES) {
      assertThat(Machines.subnet(after.getAsJsonObject(site)))
          .isNotEqualTo(Machines.subnet(before.getAsJsonObject(site)));
      assertThat(after.getAsJsonObject(site).get("connectorAddresses"))
          .as(site)
          .isEqualTo(before.getAsJsonObject(site).get("connectorAddresses"));
    }
    for (String site : List.of("azure", "green")) {
      assertThat(balancer(after, site).get("address"))
          .isEqualTo(balancer(before, site).get("address"));
    }
  }

  @Test
  @Order(2)
  void anotherRegionReplacesEverything() throws Exception {
    moves(OUTSIDE, outside(Place.NEXT_REGION.ranges(30), ""), PROVIDERS);
  }

  @Test
  @Order(3)
  void anotherProjectReplacesEverythingOfGoogle() throws Exception {
    moves(
        OUTSIDE,
        outside(Place.NEXT_REGION.ranges(30).project("second-project"), ""),
        List.of("gcp"));
  }

  @Test
  @Order(4)
  void whatIsNoPlaceReplacesNothing() throws Exception {
    Place here = Place.NEXT_REGION.ranges(30).project("second-project");
    String changed =
        outside(
                here,
                """
                  anyware-network:tags: {team: networks}
                  anyware-network:protect: true
                """)
            .replace("dns: [192.168.1.10]", "dns: [192.168.1.11]")
            .replace("administrators: [203.0.113.0/28]", "administrators: [203.0.113.0/27]")
            .replace("      balancer:", "      connectors: 2\n      balancer:");
    write(OUTSIDE, changed);

    Map<String, List<String>> steps = steps(OUTSIDE);

    assertThat(steps.keySet())
        .contains("create", "update")
        .doesNotContain("replace", "create-replacement", "delete-replaced");
  }

  @Test
  @Order(5)
  void machinesInTheOldSubnetsHoldTheOldPlaceUntilTheyMove() throws Exception {
    Machines machines = new Machines(project);
    JsonObject before = sites(OUTSIDE);
    Map<String, Machines.Removal> old = new TreeMap<>();
    for (String site : SITES) {
      old.put(site, machines.into(before.getAsJsonObject(site)));
    }
    Place there = Place.FIRST.ranges(40).project("third-project");
    write(OUTSIDE, outside(there, ""));
    Map<String, Long> lines = lines();

    List<Machines.Removal> moved = new ArrayList<>();
    Project.Result up = up(OUTSIDE);
    madeBeforeDeleted(lines, PROVIDERS);
    while (!old.isEmpty()) {
      assertThat(up.exitCode()).as(up.all()).isNotZero();
      List<String> named = named(up, before, old.keySet());
      assertThat(named).as(up.all()).isNotEmpty();
      // What the machines need to know of the new place is told before the old one is gone.
      JsonObject now = sites(OUTSIDE);
      for (String site : named) {
        assertThat(Machines.subnet(now.getAsJsonObject(site)))
            .isNotEqualTo(Machines.subnet(before.getAsJsonObject(site)));
        moved.add(machines.into(now.getAsJsonObject(site)));
        Objects.requireNonNull(old.remove(site), site).run();
      }
      up = up(OUTSIDE);
    }

    up.succeeds();
    clean(OUTSIDE);
    assertThat(project.cloudObjects()).isEqualTo(objects + moved.size());
    for (Machines.Removal machine : moved) {
      machine.run();
    }
  }

  /** The sites whose occupied subnet, or on AWS its machine's group, a refusal names. */
  private static List<String> named(Project.Result up, JsonObject sites, Set<String> occupied) {
    return occupied.stream()
        .filter(
            site -> {
              String subnet = Machines.subnet(sites.getAsJsonObject(site));
              String path = subnet.replaceFirst("^https://.*/v1/", "");
              String name = subnet.substring(subnet.lastIndexOf('/') + 1);
              String group = Machines.group(sites.getAsJsonObject(site));
              return up.all()
                  .lines()
                  .anyMatch(
                      line ->
                          line.contains("subnet '" + subnet + "' has dependencies")
                              || line.contains("resource " + group + " has a dependent object")
                              || line.contains("Subnet " + name + " is in use by")
                              || line.contains("'" + path + "' is already being used by"));
            })
        .toList();
  }

  @Test
  @Order(6)
  void destroyLeavesNothing() throws Exception {
    destroy(OUTSIDE);

    assertThat(project.cloudObjects()).isZero();
  }

  @Test
  @Order(7)
  void internalBalancersWithAddressesOfTheirOwnMoveToo() throws Exception {
    write(INSIDE, inside(Place.FIRST));
    up(INSIDE).succeeds();
    objects = project.cloudObjects();

    moves(INSIDE, inside(Place.NEXT_REGION), PROVIDERS);
    moves(INSIDE, inside(Place.NEXT_REGION.ranges(30).project("second-project")), PROVIDERS);

    destroy(INSIDE);
    assertThat(project.cloudObjects()).isZero();
  }

  /** Changes the settings of a stack, and sees it move on some clouds and stay on the others. */
  private void moves(String stack, String settings, List<String> moving) throws Exception {
    write(stack, settings);

    Map<String, List<String>> steps = steps(stack);

    for (String provider : PROVIDERS) {
      assertThat(steps.getOrDefault("replace", List.of()).stream().anyMatch(of(provider)))
          .as("replacements of " + provider)
          .isEqualTo(moving.contains(provider));
    }
    Map<String, Long> lines = lines();
    up(stack).succeeds();
    madeBeforeDeleted(lines, moving);
    clean(stack);
    assertThat(project.cloudObjects()).as("nothing is left behind").isEqualTo(objects);
  }

  private static Predicate<String> of(String provider) {
    return urn -> urn.contains("$" + provider + ":");
  }

  private Project.Result up(String stack, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("up", "--stack", stack, "--yes"));
    // Of two runs of the program in each command this leaves out the first.
    words.add("--skip-preview");
    words.addAll(List.of(more));
    return project.sandbox(words.toArray(String[]::new));
  }

  private void clean(String stack) throws Exception {
    up(stack, "--refresh", "--expect-no-changes").succeeds();
  }

  private void destroy(String stack) throws Exception {
    project.sandbox("destroy", "--stack", stack, "--yes", "--skip-preview").succeeds();
  }

  private JsonObject sites(String stack) throws Exception {
    return project.json("stack", "output", "sites", "--stack", stack, "--json");
  }

  private static JsonObject balancer(JsonObject sites, String site) {
    return sites.getAsJsonObject(site).getAsJsonObject("balancer");
  }

  /** The URNs of a preview by what is to happen to them. */
  private Map<String, List<String>> steps(String stack) throws Exception {
    JsonObject preview = project.json("preview", "--stack", stack, "--json");
    Map<String, List<String>> steps = new TreeMap<>();
    for (JsonElement step : preview.getAsJsonArray("steps")) {
      String urn = step.getAsJsonObject().get("urn").getAsString();
      String operation = step.getAsJsonObject().get("op").getAsString();
      steps.computeIfAbsent(operation, none -> new ArrayList<>()).add(urn);
    }
    return steps;
  }

  private List<String> journal(String provider) throws IOException {
    return Files.readAllLines(project.home().resolve("cloud/" + provider + ".jsonl"));
  }

  private Map<String, Long> lines() throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    for (String provider : PROVIDERS) {
      lines.put(provider, (long) journal(provider).size());
    }
    return lines;
  }

  /** In each cloud's books, all that was made since then stands before all that was deleted. */
  private void madeBeforeDeleted(Map<String, Long> since, List<String> moving) throws IOException {
    for (String provider : moving) {
      Set<String> known = new HashSet<>();
      List<String> deleted = new ArrayList<>();
      long made = 0;
      long line = 0;
      for (String entry : journal(provider)) {
        boolean now = line++ >= since.getOrDefault(provider, 0L);
        JsonObject change = JsonParser.parseString(entry).getAsJsonObject();
        if (change.has("removed") && now) {
          deleted.add(change.get("removed").getAsString());
        }
        if (change.has("put") && known.add(change.get("key").getAsString()) && now) {
          made++;
          assertThat(deleted).as("deleted before %s", change.get("key")).isEmpty();
        }
      }
      assertThat(made).as("made by " + provider).isPositive();
    }
  }
}
