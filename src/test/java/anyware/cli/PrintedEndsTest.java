package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.catalogue.Option;
import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import anyware.report.StackReadme;
import anyware.settings.Peers;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.StackFile;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever form the flows are printed in, every end is the flow's, with each option and pair. */
class PrintedEndsTest {
  private static final String OWN_PEERS =
      """
        anyware-network:peers:
          clients: [198.51.100.0/24, "2001:db8:c::/48"]
          administrators: [203.0.113.0/28]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.12]
          anywareManager: [192.0.2.0/26]
          cloudLicenseServer: [192.0.2.64/26]
          sumoLogic: [192.0.2.128/26]
      """;

  /** Several peers have the same addresses, so that they share flows. */
  private static final String SHARED_PEERS =
      """
        anyware-network:peers:
          clients: [0.0.0.0/0]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.10]
          cloudLicenseServer: [0.0.0.0/0]
      """;

  private static final String WORKSTATIONS = "    workstations: [10.8.0.0/24]\n";
  private static final String INTERNAL_CLIENTS = "    internalClients: [10.8.64.0/18]\n";
  private static final String NO_BALANCER = "      balancer: none\n";

  /** What does not stand in a line of its own. */
  private static final Set<String> PLACED =
      Set.of("shared-peers", "no-balancer", "workstations", "internal-clients");

  /** What can be switched on, with what that is in a stack file. */
  private static final Map<String, String> OPTIONS =
      new TreeMap<>(
          Map.of(
              "shared-peers", SHARED_PEERS,
              "no-balancer", NO_BALANCER,
              "workstations", WORKSTATIONS,
              "internal-clients", INTERNAL_CLIENTS,
              "ssh", "  anyware-network:ssh: [203.0.113.16/28]\n",
              "radius", "  anyware-network:radius: {servers: [10.9.0.20], port: 1645}\n",
              "legacy-http", "  anyware-network:legacyHttp: true\n",
              "dns-over-tcp", "  anyware-network:dnsOverTcp: true\n",
              "license-hosted", "  anyware-network:licenseServer: {hosted: true}\n",
              "license-existing",
                  "  anyware-network:licenseServer: {servers: [10.9.0.30], port: 7171}\n"));

  @TempDir static Path folder;

  /** The stacks by name, of which the file is in the folder. */
  private static final Map<String, Settings> STACKS = new TreeMap<>();

  @BeforeAll
  static void writeStacks() throws IOException {
    STACKS.clear();
    for (Set<String> on : optionSets()) {
      String name = on.isEmpty() ? "plain" : String.join("-and-", on);
      Path file = folder.resolve("Pulumi." + name + ".yaml");
      Files.writeString(file, yaml(on));
      Reading reading = StackFile.read(Clouds.ALL, file);
      assertThat(reading).as(name).isInstanceOf(Reading.Valid.class);
      STACKS.put(name, ((Reading.Valid) reading).settings());
    }
  }

  /** None, each, every pair that may be, and all. */
  private static Set<Set<String>> optionSets() {
    Set<Set<String>> sets = new LinkedHashSet<>();
    sets.add(Set.of());
    for (String one : OPTIONS.keySet()) {
      for (String other : OPTIONS.keySet()) {
        sets.add(new TreeSet<>(Set.copyOf(List.of(one, other))));
      }
    }
    for (String license : List.of("license-hosted", "license-existing")) {
      Set<String> all = new TreeSet<>(OPTIONS.keySet());
      all.removeIf(name -> name.startsWith("license-") && !name.equals(license));
      sets.add(all);
    }
    sets.removeIf(set -> set.containsAll(Set.of("license-hosted", "license-existing")));
    return sets;
  }

  private static String yaml(Set<String> on) {
    StringBuilder yaml = new StringBuilder("config:\n");
    yaml.append(on.contains("shared-peers") ? SHARED_PEERS : OWN_PEERS);
    yaml.append(on.contains("workstations") ? WORKSTATIONS : "");
    yaml.append(on.contains("internal-clients") ? INTERNAL_CLIENTS : "");
    on.stream()
        .filter(name -> !PLACED.contains(name))
        .forEach(name -> yaml.append(OPTIONS.get(name)));
    String balancer = on.contains("no-balancer") ? NO_BALANCER : "";
    yaml.append("  anyware-network:sites:\n");
    yaml.append(site("virginia", "cloud: aws\n      region: us-east-1", 20)).append(balancer);
    yaml.append(site("dublin", "cloud: azure\n      region: northeurope", 30)).append(balancer);
    yaml.append(site("iowa", "cloud: gcp\n      region: us-central1\n      project: a-project", 40))
        .append(balancer);
    return yaml.toString();
  }

  private static String site(String name, String cloud, int network) {
    return """
        %s:
          %s
          network: {cidr: 10.%d.0.0/16}
    """
        .formatted(name, cloud, network);
  }

  static Stream<String> stacks() {
    return optionSets().stream().map(on -> on.isEmpty() ? "plain" : String.join("-and-", on));
  }

  private static Settings settings(String stack) {
    return Optional.ofNullable(STACKS.get(stack)).orElseThrow();
  }

  private static List<Policy> policies(String stack) {
    Settings settings = settings(stack);
    return settings.sites().stream().map(Policy::of).toList();
  }

  private static String port(Flow flow) {
    return flow.port() + "/" + flow.protocol().slug();
  }

  /** A line of a sheet: whose firewall, which way, who is at the other end, and the port. */
  private record Entry(String site, String role, String direction, String other, String port) {}

  private static Set<Entry> entries(String stack) {
    Set<Entry> entries = new LinkedHashSet<>();
    for (Policy policy : policies(stack)) {
      for (Role role : Role.values()) {
        for (Direction direction : Direction.values()) {
          for (Flow flow : policy.flows(role, direction)) {
            for (Party other : parties(flow, flow.other(direction), why -> why.other(direction))) {
              entries.add(
                  new Entry(
                      policy.site(), role.slug(), direction.slug(), other.slug(), port(flow)));
            }
          }
        }
      }
    }
    return entries;
  }

  private static List<Party> parties(Flow flow, End end, Function<Justification, Party> named) {
    List<Party> parties = flow.justifications().stream().map(named).distinct().toList();
    assertThat(parties).as(flow.toString()).isNotEmpty().contains(end.party());
    return parties;
  }

  /** What a diagram shows: who connects to whom, by which service and port. */
  private record Arrow(String from, String to, String label) {}

  private static Set<Arrow> arrows(Policy policy) {
    return policy.flows().stream()
        .map(
            flow ->
                new Arrow(
                    joined(parties(flow, flow.from(), Justification::from)),
                    joined(parties(flow, flow.to(), Justification::to)),
                    flow.service().name() + " " + port(flow)))
        .collect(Collectors.toSet());
  }

  private static String joined(List<Party> parties) {
    return parties.stream().map(Party::slug).collect(Collectors.joining(" + "));
  }

  /** The names that the other tests take for right are those of the addresses. */
  @ParameterizedTest
  @MethodSource("stacks")
  void aNamedEndHasTheAddressesOfItsFlow(String stack) {
    Settings settings = settings(stack);
    for (Policy policy : policies(stack)) {
      for (Flow flow : policy.flows()) {
        for (Justification why : flow.justifications()) {
          assertNamed(peers(settings, policy), flow, flow.from(), why.from());
          assertNamed(peers(settings, policy), flow, flow.to(), why.to());
        }
      }
    }
  }

  /** Who there is at a policy's site, with their addresses of its families. */
  private static Peers peers(Settings settings, Policy policy) {
    return settings.sites().stream()
        .filter(site -> site.name().equals(policy.site()))
        .map(Site::peers)
        .findFirst()
        .orElseThrow();
  }

  private static void assertNamed(Peers peers, Flow flow, End end, Party named) {
    if (named instanceof Peer peer && peer != Peer.HEALTH_PROBES) {
      AddressSet addresses = end.fold(members -> AddressSet.EMPTY, End.Outside::addresses);
      assertThat(addresses).as("%s: %s", flow, named).isEqualTo(peers.of(peer));
    } else {
      assertThat(end.party()).as(flow.toString()).isEqualTo(named);
    }
  }

  @Test
  void everyOptionOfTheTableAndEveryPeerIsMet() {
    Set<Option> options = EnumSet.noneOf(Option.class);
    Set<Party> parties = new HashSet<>();
    STACKS.keySet().stream()
        .flatMap(stack -> policies(stack).stream())
        .flatMap(policy -> policy.flows().stream())
        .flatMap(flow -> flow.justifications().stream())
        .forEach(
            why -> {
              options.add(why.option());
              parties.add(why.from());
              parties.add(why.to());
            });

    assertThat(options).containsExactlyInAnyOrder(Option.values());
    assertThat(parties).contains(Peer.values()).contains(Role.values());
  }

  private static String run(String stack, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--stack=" + stack);
    all.add("--stacks=" + folder);
    Cli.Result result = Cli.runAsGiven(0, all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void sheetsInEveryFormatNameTheFlowsEnds(String stack) {
    Set<Entry> expected = entries(stack);

    assertThat(ofTable(run(stack, "ports"))).isEqualTo(expected);
    assertThat(ofCells(run(stack, "ports", "--format=csv").lines().map(PrintedEndsTest::csv)))
        .isEqualTo(expected);
    assertThat(ofMarkdown(run(stack, "ports", "--format=markdown"))).isEqualTo(expected);
    assertThat(ofJson(run(stack, "ports", "--format=json"))).isEqualTo(expected);
  }

  /** The rows below a heading, whose columns stand two blanks apart at least. */
  private static Set<Entry> ofTable(String text) {
    Set<Entry> entries = new LinkedHashSet<>();
    Pattern heading = Pattern.compile("(\\S+) \\(.*\\): (\\S+), (\\S+)");
    Pattern row = Pattern.compile("(\\d+/\\S+) \\S+ {2,}(\\S+) {2,}.*");
    List<String> titles = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher asHeading = heading.matcher(line);
      Matcher asRow = row.matcher(line);
      if (asHeading.matches()) {
        titles = List.of(asHeading.group(1), asHeading.group(2), asHeading.group(3));
      } else if (asRow.matches()) {
        entries.add(
            new Entry(titles.get(0), titles.get(1), titles.get(2), asRow.group(2), asRow.group(1)));
      }
    }
    return entries;
  }

  private static List<String> csv(String line) {
    return Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]+)|(?<=,)(?=,)")
        .matcher(line)
        .results()
        .map(cell -> Optional.ofNullable(cell.group(1)).orElse(cell.group()))
        .toList();
  }

  private static Set<Entry> ofMarkdown(String text) {
    return ofCells(
        text.lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
            .map(line -> List.of(line.substring(2).split(" \\| ", -1))));
  }

  /** Rows of cells, of which the first are the titles. */
  private static Set<Entry> ofCells(Stream<List<String>> rows) {
    List<List<String>> all = rows.toList();
    List<String> titles = all.get(0);
    return all.stream()
        .skip(1)
        .map(
            cells -> {
              Function<String, String> cell = title -> cells.get(titles.indexOf(title));
              return new Entry(
                  cell.apply("site"),
                  cell.apply("role"),
                  cell.apply("direction"),
                  cell.apply("other end"),
                  cell.apply("port") + "/" + cell.apply("protocol"));
            })
        .collect(Collectors.toSet());
  }

  private static Set<Entry> ofJson(String text) {
    Set<Entry> entries = new LinkedHashSet<>();
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    for (JsonElement element : json.getAsJsonArray("lines")) {
      JsonObject line = element.getAsJsonObject();
      entries.add(
          new Entry(
              line.get("site").getAsString(),
              line.get("role").getAsString(),
              line.get("direction").getAsString(),
              line.get("otherEnd").getAsString(),
              line.get("port").getAsInt() + "/" + line.get("protocol").getAsString()));
    }
    return entries;
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void theReadmeNamesTheFlowsEnds(String stack) {
    String readme = StackReadme.of(stack, settings(stack), policies(stack));

    assertThat(ofMarkdown(readme.substring(readme.indexOf("## Ports")))).isEqualTo(entries(stack));
    for (Policy policy : policies(stack)) {
      String diagram = section(readme, "## Flows at " + policy.site() + "\n", "\n```\n");
      assertThat(
              found("\\[\"(.*)\"] -->\\|(.*)\\| \\w+\\[\"(.*)\"]", diagram)
                  .flatMap(
                      edge ->
                          Arrays.stream(edge.group(2).split("<br>", -1))
                              .map(label -> new Arrow(edge.group(1), edge.group(3), label))))
          .as("%s at %s", stack, policy.site())
          .containsExactlyInAnyOrderElementsOf(arrows(policy));
    }
  }

  private static String section(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as(start).isNotNegative();
    return text.substring(from, text.indexOf(end, from));
  }

  private static Stream<MatchResult> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void thePageAndItsDiagramsNameTheFlowsEnds(String stack) throws IOException {
    Path file = folder.resolve(stack + ".html");
    run(stack, "report", "--out=" + file);
    String page = Files.readString(file);

    assertThat(ofMatrices(page)).isEqualTo(entries(stack));
    for (Policy policy : policies(stack)) {
      String svg = picture(page, policy.site());
      String where = stack + " at " + policy.site();
      assertThat(inWords(svg)).as(where).isEqualTo(arrows(policy));
      assertThat(drawn(svg)).as(where).isEqualTo(ends(arrows(policy)));
    }
  }

  /** The rows of each site's matrix. */
  private static Set<Entry> ofMatrices(String page) {
    Set<Entry> entries = new LinkedHashSet<>();
    found("(?s)<table id=\"matrix-([^\"]*)\".*?</table>", page)
        .forEach(
            matrix ->
                matrix
                    .group()
                    .lines()
                    .filter(line -> line.startsWith("<tr"))
                    .map(line -> entry(matrix.group(1), line))
                    .forEach(entries::add));
    return entries;
  }

  private static Entry entry(String site, String row) {
    Function<String, String> cell =
        title ->
            found("data-label=\"" + title + "\"[^>]*>(.*?)</t[hd]>", row)
                .findFirst()
                .orElseThrow()
                .group(1);
    return new Entry(
        site,
        cell.apply("role"),
        cell.apply("direction"),
        cell.apply("other end"),
        cell.apply("port"));
  }

  /** The picture in which a site is drawn, alone or with those that are alike. */
  private static String picture(String page, String site) {
    return found("(?s)<svg [^>]*aria-labelledby=\"diagram.*?</svg>", page)
        .map(MatchResult::group)
        .filter(svg -> svg.matches("(?s).*<title id=[^>]*>[^<]*\\b" + site + "\\b[^<]*</title>.*"))
        .findFirst()
        .orElseThrow();
  }

  /** The ends of what is drawn. */
  private static Set<String> drawn(String svg) {
    return found("class=\"arrow[^\"]*\" aria-label=\"[^\"]*? from ([^\",]*)(, anyone)?\"", svg)
        .map(edge -> edge.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> ends(Set<Arrow> arrows) {
    return arrows.stream()
        .map(arrow -> arrow.from() + " to " + arrow.to())
        .collect(Collectors.toSet());
  }

  /** The description, for those who do not see the diagram. */
  private static Set<Arrow> inWords(String svg) {
    String words = found("<desc[^>]*>(.*)</desc>", svg).findFirst().orElseThrow().group(1);
    return found("From ([^:]*) to ([^:]*): ([^.]*)\\.", words)
        .flatMap(
            edge ->
                Arrays.stream(edge.group(3).split(", ", -1))
                    .map(label -> new Arrow(edge.group(1), edge.group(2), label)))
        .collect(Collectors.toSet());
  }

  private static String hint(Flow flow) {
    return flow.service().name()
        + " "
        + port(flow)
        + " from "
        + parties(flow, flow.from(), Justification::from).get(0).slug()
        + " to "
        + parties(flow, flow.to(), Justification::to).get(0).slug();
  }

  static Stream<String> singleOptions() {
    return stacks().filter(stack -> !stack.contains("-and-"));
  }

  @ParameterizedTest
  @MethodSource("singleOptions")
  void anExplanationNamesTheFlowsEnds(String stack) {
    for (Policy policy : policies(stack)) {
      for (Flow flow : policy.flows()) {
        String answer =
            run(
                stack,
                "explain",
                "--site=" + policy.site(),
                "--from=" + example(flow.from()),
                "--to=" + example(flow.to()),
                "--port=" + port(flow));

        assertThat(answer)
            .as("%s at %s: %s", stack, policy.site(), flow)
            .startsWith(port(flow) + " from " + example(flow.from()) + " to " + example(flow.to()));
        assertThat(found("policy: open; (.*?) \\(", answer).map(policyLine -> policyLine.group(1)))
            .as("%s at %s: %s", stack, policy.site(), flow)
            .isNotEmpty()
            .isSubsetOf(hintsThatCover(policy, flow));
      }
    }
  }

  /** An address may be several peers', as everybody's is: then each of their flows will do. */
  private static Set<String> hintsThatCover(Policy policy, Flow flow) {
    return policy.flows().stream()
        .filter(other -> port(other).equals(port(flow)))
        .filter(other -> covers(other.from(), flow.from()) && covers(other.to(), flow.to()))
        .map(PrintedEndsTest::hint)
        .collect(Collectors.toSet());
  }

  private static boolean covers(End end, End other) {
    return end.equals(other)
        || other.fold(
            members -> false,
            outside -> end.includes(Host.outside(outside.addresses().prefixes().get(0).first())));
  }

  private static String example(End end) {
    return end.fold(
        members -> members.role().slug(),
        outside -> outside.addresses().prefixes().get(0).first().toString());
  }
}
