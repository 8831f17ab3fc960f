package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.problem.Problem;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  static List<String> optionSets() {
    return List.copyOf(Fixtures.optionSets().keySet());
  }

  private static List<Problem> problems(Plan plan) {
    return Limits.problems(plan, Quotas.DEFAULT);
  }

  private static List<Problem> problemsOf(String region, String network) {
    return problems(Plans.of(Plans.options("minimal"), Plans.site("virginia", region, 1, network)));
  }

  private static AddressSet addresses(String pattern, int count) {
    return AddressSet.of(
        IntStream.range(0, count).mapToObj(i -> Cidr.of(pattern.formatted(i))).toList());
  }

  private static Settings withClients(AddressSet clients) {
    Peers some = Fixtures.DISTINCT_PEERS;
    return Fixtures.minimal(
        some.with(Peer.CLIENTS, clients).with(Peer.ADMINISTRATORS, AddressSet.EMPTY));
  }

  private static List<Problem> problemsOfTags(SortedMap<String, String> tags) {
    Settings some = Plans.options("minimal");
    return problems(
        Plans.of(
            new Settings(
                some.peers(),
                some.radius(),
                some.legacyHttp(),
                some.licenseServer(),
                some.dnsOverTcp(),
                tags,
                some.quotas(),
                some.sites(),
                some.expectations())));
  }

  private static List<Problem> problemsOfTag(String key, String value) {
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put(key, value);
    return problemsOfTags(tags);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void ordinaryPlansAreTaken(String options) {
    assertThat(problems(Plans.of(options))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "us-gov-west-1", "ap-southeast-10", "eusc-de-east-1"})
  void regionsAreTaken(String region) {
    assertThat(problemsOf(region, "10.20.0.0/16")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1a", "northeurope", "us-central1", "US-EAST-1", "us-east", ""})
  void otherPlacesAreNot(String region) {
    assertThat(problemsOf(region, "10.20.0.0/16"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("anyware-network:sites.virginia.region");
              assertThat(problem.found()).isEqualTo(region);
              assertThat(problem.allowed()).contains("us-east-1");
            });
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/15, 1", "10.0.0.0/16, 0", "10.0.0.0/25, 0", "10.0.0.0/26, 1"})
  void networksAreBetween16And25(String network, int problems) {
    assertThat(problemsOf("us-east-1", network))
        .hasSize(problems)
        .allMatch(
            problem ->
                problem.path().equals("anyware-network:sites.virginia.network.cidr")
                    && problem.found().equals(network));
  }

  /**
   * A connector has two rules that name the clients, and one that names the balancer, which counts
   * in both families.
   */
  @Test
  void aListCountsAsItsRoomInEveryRuleThatNamesIt() {
    assertThat(problems(Plans.of(withClients(addresses("198.51.%d.0/24", 28))))).isEmpty();
    assertThat(problems(Plans.of(withClients(addresses("198.51.%d.0/24", 30)))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("anyware-network:sites.virginia");
              assertThat(problem.found()).startsWith("61 inbound rules for IPv4 in the connector");
              assertThat(problem.allowed()).contains("60", "at every step");
              assertThat(problem.fix()).contains("peers", "quotas.awsRulesPerGroup");
            });
  }

  /** The new rule comes before the old one goes, at both ports that are open to clients. */
  @Test
  void theWayFromAListToEveryAddressCountsToo() {
    assertThat(problems(Plans.of(withClients(addresses("198.51.%d.0/24", 29)))))
        .extracting(Problem::found)
        .containsExactly(
            "59 inbound rules for IPv4 in the connector group, and 2 more for a moment when a list"
                + " becomes every address, or was");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 28, 29})
  void noStepBetweenAListAndEveryAddressTakesMoreThanWasCounted(int clients) {
    Plan listed = Plans.of(withClients(addresses("198.51.%d.0/24", clients)));
    Plan open = Plans.of(withClients(AddressSet.of("0.0.0.0/0")));
    RuleCount end = ofConnectors(listed);
    RuleCount way = ofConnectors(sideBySide(listed, open));

    assertThat(way.rules()).isEqualTo(end.most()).isEqualTo(end.rules() + 2);
    assertThat(ofConnectors(open).most()).isEqualTo(ofConnectors(open).rules()).isEqualTo(3);
  }

  private static RuleCount ofConnectors(Plan plan) {
    return RuleCount.of(plan, Role.CONNECTOR, Direction.INBOUND, Family.IPV4);
  }

  /** What there is when all that is new was created, and nothing deleted. */
  private static Plan sideBySide(Plan before, Plan after) {
    Set<Rule> rules = new LinkedHashSet<>(before.rules());
    rules.addAll(after.rules());
    Set<PrefixList> lists = new LinkedHashSet<>(before.prefixLists());
    lists.addAll(after.prefixLists());
    return new Plan(
        after.place(),
        after.vpc(),
        after.groups(),
        List.copyOf(lists),
        List.copyOf(rules),
        after.balancer(),
        after.connectorAddresses());
  }

  @Test
  void otherAddressesInAListTakeNoRuleMore() {
    Plan before = Plans.of(withClients(addresses("198.51.%d.0/24", 25)));
    Plan after = Plans.of(withClients(addresses("203.0.%d.0/24", 25)));

    assertThat(sideBySide(before, after).rules()).hasSameSizeAs(after.rules());
    assertThat(problems(after)).isEmpty();
  }

  @Test
  void theFamiliesAreCountedApart() {
    List<Cidr> both =
        IntStream.range(0, 28)
            .boxed()
            .flatMap(
                i ->
                    List.of(
                        Cidr.of("198.51.%d.0/24".formatted(i)),
                        Cidr.of("2001:db8:%x::/48".formatted(i)))
                        .stream())
            .toList();

    assertThat(problems(Plans.of(withClients(AddressSet.of(both))))).isEmpty();
    assertThat(problems(Plans.of(withClients(addresses("2001:db8:%x::/48", 30)))))
        .singleElement()
        .extracting(Problem::found)
        .asString()
        .startsWith("61 inbound rules for IPv6 in the connector group");
  }

  @Test
  void aRaisedQuotaIsHeeded() {
    Plan plan = Plans.of(withClients(addresses("198.51.%d.0/24", 61)));

    assertThat(Limits.problems(plan, new Quotas(125))).isEmpty();
    assertThat(Limits.problems(plan, new Quotas(124))).hasSize(1);
    assertThat(Limits.problems(plan, Quotas.DEFAULT))
        .extracting(Problem::found)
        .satisfiesExactlyInAnyOrder(
            found ->
                assertThat(found)
                    .startsWith("123 inbound rules for IPv4 in the connector group, and 2 more"),
            found ->
                assertThat(found)
                    .startsWith("61 inbound rules for IPv4 in the balancer group, and 1 more"));
  }

  @Test
  void aListHasNoMoreEntriesThanACallTakes() {
    Quotas raised = new Quotas(1000);

    assertThat(Limits.problems(Plans.of(withClients(addresses("198.51.%d.0/24", 100))), raised))
        .isEmpty();
    assertThat(Limits.problems(Plans.of(withClients(addresses("198.51.%d.0/24", 101))), raised))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("anyware-network:sites.virginia");
              assertThat(problem.found()).isEqualTo("101 IPv4 prefixes of clients");
              assertThat(problem.allowed()).contains("100");
              assertThat(problem.fix()).contains("anyware-network:peers");
            });
  }

  @Test
  void tagsAreAtMostFiftyWithTheProgramsOwn() {
    SortedMap<String, String> tags = new TreeMap<>();
    IntStream.range(0, 48).forEach(i -> tags.put("tag-" + i, "x"));
    assertThat(problemsOfTags(tags)).isEmpty();

    tags.put("one-more", "x");
    assertThat(problemsOfTags(tags))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("anyware-network:tags");
              assertThat(problem.found()).contains("51");
            });
  }

  @ParameterizedTest
  @CsvSource({"128, 256, 0", "129, 0, 1", "1, 257, 1", "129, 257, 2"})
  void tagsHaveALength(int key, int value, int problems) {
    assertThat(problemsOfTag("k".repeat(key), "v".repeat(value)))
        .hasSize(problems)
        .allMatch(problem -> problem.path().equals("anyware-network:tags." + "k".repeat(key)));
  }

  @ParameterizedTest
  @CsvSource({
    "cost centre, 42 + 1 = 43, 0",
    "e-mail, ops@example.com, 0",
    "équipe, réseau, 0",
    "a<b, x, 1",
    "team, a&b, 1",
    "team, ' x', 1",
    "aws:team, x, 1",
    "AWS:team, x, 1",
    "team, aws:x, 1"
  })
  void tagsHaveAnAlphabet(String key, String value, int problems) {
    assertThat(problemsOfTag(key, value)).hasSize(problems);
  }

  @Test
  void allProblemsComeAtOnce() {
    assertThat(problemsOf("virginia", "10.0.0.0/8"))
        .extracting(Problem::path)
        .containsExactly(
            "anyware-network:sites.virginia.region", "anyware-network:sites.virginia.network.cidr");
  }
}
