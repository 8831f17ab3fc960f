package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Log;
import anyware.cloud.Probing;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.platform.PlannedSite;
import anyware.problem.Problem;
import anyware.settings.Logs;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** All that is wrong with a site, its settings' company included. */
  private static List<Problem> problems(Settings settings, Site site) {
    return PlannedSite.of(
            Aws.CLOUD, "test", settings, Fixtures.withOptions(site, settings.options()))
        .problems();
  }

  private static List<Problem> problems(Plan plan) {
    return Limits.problems(plan, Quotas.DEFAULT);
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

  @ParameterizedTest
  @MethodSource("optionSets")
  void ordinaryPlansAreTaken(String options) {
    assertThat(problems(Plans.of(options))).isEmpty();
  }

  @Test
  void everyShapeOfASiteIsTaken() {
    for (Site site : Sites.shapes().values()) {
      assertThat(problems(Plans.options("everything"), site)).isEmpty();
    }
  }

  private static List<String> addressProblems(Site site) {
    return problems(Plans.options("minimal"), site).stream().map(Problem::toString).toList();
  }

  private static List<String> balancerProblems(Balancer balancer) {
    return addressProblems(Fixtures.withBalancer(Sites.plain(), Optional.of(balancer)));
  }

  private static Balancer application(String certificate, Optional<String> webAcl) {
    Application bare = Sites.bare(certificate);
    return Sites.of(
        Balancer.Scheme.PUBLIC,
        Optional.of(
            new Application(
                bare.certificate(),
                bare.tlsPolicy(),
                bare.cookieSeconds(),
                webAcl,
                bare.accessLogs(),
                bare.capacity(),
                bare.backend())));
  }

  @Test
  void layerSevenUsesOnlyWhatItsRegionHas() {
    String elsewhere = Sites.CERTIFICATE.replace("us-east-1", "eu-west-1");
    String filter = Sites.WEB_ACL.replace("us-east-1", "us-east-2");

    assertThat(balancerProblems(application(elsewhere, Optional.of(filter))))
        .containsExactly(
            "anyware-network:sites.virginia.balancer.certificate: found "
                + elsewhere
                + "; allowed: a certificate of the site's region, us-east-1; a balancer uses only"
                + " what its own region has",
            "anyware-network:sites.virginia.balancer.webAcl: found "
                + filter
                + "; allowed: a web ACL of the site's region, us-east-1; a balancer uses only what"
                + " its own region has");
    assertThat(balancerProblems(application(Sites.CERTIFICATE, Optional.of(Sites.WEB_ACL))))
        .isEmpty();
  }

  @Test
  void layerSevenHasNoAddressOfItsChoice() {
    Balancer balancer =
        Sites.application(Balancer.Scheme.INTERNAL).at(List.of(Cidr.of("10.20.128.10/32").first()));
    assertThat(balancerProblems(balancer))
        .containsExactly(
            "anyware-network:sites.virginia.balancer.address: found 10.20.128.10; allowed: nothing"
                + " on aws at layer 7, where AWS chooses the addresses; remove it and use the"
                + " balancer's DNS name");
  }

  @Test
  void aBalancersLogHasOnePlaceAndSomethingToLog() {
    String path = "anyware-network:sites.virginia.logs.balancer: found ";
    Logs toBucket = balancerLog(Optional.of("my-logs"));
    Site full =
        Optional.ofNullable(Sites.shapes().get("application-with-everything")).orElseThrow();

    assertThat(addressProblems(Fixtures.with(Sites.plain(), Optional.empty(), toBucket)))
        .containsExactly(
            path
                + "my-logs; allowed: nothing on aws without a balancer of layer 7: others have"
                + " nothing to log; restate it at the site: logs: {balancer: false}");
    assertThat(addressProblems(Fixtures.with(full, Optional.empty(), toBucket)))
        .containsExactly(
            path + "my-logs; allowed: either this or balancer.accessLogs; remove one of them");
    Logs somewhere = balancerLog(Optional.empty());
    assertThat(addressProblems(Fixtures.with(Sites.application(), Optional.empty(), somewhere)))
        .containsExactly(
            path
                + "true; allowed: a bucket's name, or true with balancer.accessLogs; name a bucket"
                + " that lets the log delivery in");
    assertThat(addressProblems(Fixtures.with(full, Optional.empty(), somewhere))).isEmpty();
    assertThat(addressProblems(Fixtures.with(Sites.plain(), Optional.empty(), somewhere)))
        .isEmpty();
  }

  private static Logs balancerLog(Optional<String> destination) {
    return new Logs(Optional.empty(), Optional.empty(), Optional.of(new Log(destination)));
  }

  @Test
  void connectionsAreLoggedWhereTheRegionReaches() {
    String path = "anyware-network:sites.virginia.logs.flows: found ";
    String elsewhere = Sites.LOG_GROUP.replace("us-east-1", "us-west-2");
    Logs logs = Sites.logged(elsewhere, "").logs();

    assertThat(addressProblems(Fixtures.with(Sites.plain(), Optional.empty(), logs)))
        .containsExactly(
            path
                + elsewhere
                + "; allowed: a log group of the site's region, us-east-1; or a bucket, which may"
                + " be of any");
    assertThat(addressProblems(Fixtures.with(Sites.existing(), Optional.empty(), logs)))
        .containsExactly(
            path
                + elsewhere
                + "; allowed: nothing on aws in a network that is there, whose owner logs it;"
                + " restate it at the site: logs: {flows: false}");
  }

  @Test
  void aCheckIsOverBeforeTheNext() {
    Balancer slow =
        new Balancer(
            Balancer.Scheme.PUBLIC,
            List.of(),
            false,
            Optional.empty(),
            new Probing(Optional.of(10), Optional.empty(), Optional.empty(), Optional.empty()),
            false,
            Optional.empty(),
            Optional.empty());
    assertThat(balancerProblems(slow))
        .containsExactly(
            "anyware-network:sites.virginia.balancer.healthCheck.timeoutSeconds: found 10;"
                + " allowed: less than intervalSeconds, which is 10");
  }

  @Test
  void aBalancerHasAnAddressInEachOfItsSubnetsOrInNone() {
    String allowed =
        "; allowed: 2, one for each of the balancer's subnets in their order; leave it out and AWS"
            + " chooses";
    for (Site site : List.of(Sites.internal("10.20.128.10"), Sites.inside("10.7.1.10"))) {
      assertThat(addressProblems(site))
          .containsExactly(
              "anyware-network:sites.virginia.balancer.address: found 1 address" + allowed);
    }
    assertThat(addressProblems(Sites.inside("10.7.1.10", "10.7.2.10", "10.7.3.10"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.128.4, true",
    "10.20.191.254, true",
    "10.20.128.3, false",
    "10.20.191.255, false",
    "10.20.192.10, false",
    "10.99.0.1, false",
  })
  void anAddressLiesInItsSubnetAndIsNotAwss(String first, boolean taken) {
    List<String> problems = addressProblems(Sites.internal(first, "10.20.192.77"));
    if (taken) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems)
          .containsExactly(
              ("anyware-network:sites.virginia.balancer.address: found %s; allowed: an address in"
                      + " 10.20.128.0/18, but its first four and its last")
                  .formatted(first));
    }
  }

  @Test
  void ofAnotherOwnersSubnetsNobodyKnowsTheAddresses() {
    assertThat(addressProblems(Sites.inside("192.168.0.1", "10.7.2.0"))).isEmpty();
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
        after.region(),
        after.network(),
        after.groups(),
        List.copyOf(lists),
        List.copyOf(rules),
        after.balancer(),
        after.connectorAddresses(),
        after.protect(),
        after.deviations());
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

    assertThat(Limits.problems(plan, new Quotas(125, 5))).isEmpty();
    assertThat(Limits.problems(plan, new Quotas(124, 5))).hasSize(1);
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
    Quotas raised = new Quotas(1000, 5);

    assertThat(Limits.problems(Plans.of(withClients(addresses("198.51.%d.0/24", 100))), raised))
        .isEmpty();
    assertThat(Limits.problems(Plans.of(withClients(addresses("198.51.%d.0/24", 101))), raised))
        .hasSize(3)
        .anySatisfy(
            problem ->
                assertThat(problem.found())
                    .isEqualTo("101 IPv4 prefixes that pass balancer-inbound-tcp-443"))
        .allSatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo("anyware-network:sites.virginia");
              assertThat(problem.found()).startsWith("101 IPv4 prefixes that pass ");
              assertThat(problem.allowed()).contains("100");
              assertThat(problem.fix()).contains("anyware-network:peers");
            });
  }
}
