package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.plan.Place;
import anyware.policy.DefaultDeny;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Cloud;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure refuses, at the boundary. */
class LimitsTest {
  private static final Settings SETTINGS = Fixtures.minimal(Fixtures.DISTINCT_PEERS);
  private static final String SITE = "anyware-network:sites.dublin";

  private static List<Problem> problems(Site site) {
    return Limits.problems(AzurePlans.of(SETTINGS, site), Quotas.DEFAULT);
  }

  private static Site site(String region, Optional<String> resourceGroup, String network) {
    Site site = Fixtures.site(Cloud.AZURE);
    return new Site(
        site.name(),
        site.cloud(),
        region,
        site.project(),
        resourceGroup,
        site.connectors(),
        Cidr.of(network),
        site.balancer());
  }

  private static List<Problem> tagProblems(SortedMap<String, String> tags) {
    Site site = Fixtures.site(Cloud.AZURE);
    Plan plan = Planner.plan(Place.of("test", site, tags), Policy.of(SETTINGS, site));
    return Limits.problems(plan, Quotas.DEFAULT);
  }

  private static List<Problem> tagProblems(String name, String value) {
    return tagProblems(new TreeMap<>(Map.of(name, value)));
  }

  @Test
  void everyOptionSetIsWithinTheLimits() {
    assertThat(Fixtures.optionSets().values())
        .allSatisfy(
            settings ->
                assertThat(Limits.problems(AzurePlans.of(settings), Quotas.DEFAULT)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"westus2", "eastus2euap", "northeurope", "usgovvirginia", "uaenorth"})
  void namesOfLocationsAreTaken(String region) {
    assertThat(problems(site(region, Optional.empty(), "10.30.0.0/16"))).isEmpty();
  }

  @Test
  void aLocationsDisplayNameIsRefusedWithItsName() {
    assertThat(problems(site("North Europe", Optional.empty(), "10.30.0.0/16")))
        .singleElement()
        .returns(SITE + ".region", Problem::path)
        .returns("\"North Europe\"", Problem::found)
        .returns("did you mean northeurope?", Problem::fix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "us-central1", ""})
  void anotherCloudsRegionIsRefused(String region) {
    assertThat(problems(site(region, Optional.empty(), "10.30.0.0/16")))
        .extracting(Problem::path)
        .containsExactly(SITE + ".region");
  }

  @Test
  void resourceGroupNamesAreTakenUpToNinetyCharacters() {
    assertThat(problems(site("westus", Optional.of("a".repeat(90)), "10.30.0.0/16"))).isEmpty();
    assertThat(problems(site("westus", Optional.of("Net_(1).x-"), "10.30.0.0/16"))).isEmpty();
    for (String group : List.of("a".repeat(91), "ends-with.", "a b", "")) {
      assertThat(problems(site("westus", Optional.of(group), "10.30.0.0/16")))
          .extracting(Problem::path)
          .containsExactly(SITE + ".resourceGroup");
    }
  }

  @Test
  void theSmallestNetworkIsOneWhoseEighthsAreSubnets() {
    assertThat(problems(site("westus", Optional.empty(), "10.30.0.0/26"))).isEmpty();
    assertThat(problems(site("westus", Optional.empty(), "10.30.0.0/27")))
        .singleElement()
        .returns(SITE + ".network.cidr", Problem::path)
        .satisfies(problem -> assertThat(problem.allowed()).contains("/26 or wider"));
  }

  @ParameterizedTest
  @CsvSource({
    "168.63.128.0/20, 168.63.129.16/32",
    "169.254.0.0/24, 169.254.0.0/16",
    "127.0.0.0/16, 127.0.0.0/8",
    "230.0.0.0/16, 224.0.0.0/4",
    "255.255.255.0/24, 255.255.255.255/32",
  })
  void thePlatformsOwnAddressesAreRefused(String network, String reserved) {
    assertThat(problems(site("westus", Optional.empty(), network)))
        .singleElement()
        .returns(SITE + ".network.cidr", Problem::path)
        .satisfies(problem -> assertThat(problem.allowed()).contains(reserved));
  }

  @Test
  void theSourcesOfAGroupAreCountedOverAllItsRules() {
    // Clients have three rules in the connectors' group, the administrators' two addresses one
    // each.
    assertThat(problemsWithClients(1332)).isEmpty();
    assertThat(problemsWithClients(1333))
        .singleElement()
        .returns(SITE, Problem::path)
        .returns("4001 sources in the network security group of connector", Problem::found)
        .returns("at most 4000", Problem::allowed);
  }

  private static List<Problem> problemsWithClients(int count) {
    Peers peers = Fixtures.DISTINCT_PEERS;
    AddressSet clients =
        AddressSet.of(
            IntStream.range(0, count)
                .mapToObj(i -> Cidr.of("198.18." + i / 256 + "." + i % 256))
                .toList());
    Peers many = peers.with(Peer.CLIENTS, clients);
    return Limits.problems(AzurePlans.of(Fixtures.minimal(many)), Quotas.DEFAULT);
  }

  @Test
  void aPriorityOutsideAzuresIsRefused() {
    Policy policy = Policy.of(SETTINGS, Fixtures.site(Cloud.AZURE));
    Service unknown = new Service("unknown", 9999);
    List<Flow> flows = new ArrayList<>(policy.flows());
    flows.add(
        new Flow(
            new End.Members(Role.CONNECTOR),
            new End.Members(Role.WORKSTATION),
            unknown,
            Protocol.UDP,
            List.of()));
    List<DefaultDeny> denies = new ArrayList<>(policy.defaultDenies());
    denies.add(
        new DefaultDeny(
            Role.WORKSTATION,
            Direction.INBOUND,
            Set.of(new DefaultDeny.ClosedPort(unknown, Protocol.UDP))));
    Place place = Place.of("test", Fixtures.site(Cloud.AZURE), SETTINGS.tags());

    List<Problem> problems =
        Limits.problems(
            Planner.plan(place, new Policy(policy.site(), flows, denies)), Quotas.DEFAULT);

    assertThat(problems)
        .extracting(Problem::path, Problem::found, Problem::allowed)
        .containsExactlyInAnyOrder(
            noPlace("outbound rule connector-to-workstation-unknown-udp", "connector", false),
            noPlace("inbound rule connector-to-workstation-unknown-udp", "workstation", false),
            noPlace("inbound rule others-to-workstation-unknown-udp", "workstation", true));
  }

  private static Tuple noPlace(String rule, String role, boolean again) {
    return tuple(
        SITE,
        "priority 0"
            + (again ? " a second time" : "")
            + " of the "
            + rule
            + " in the network security group of "
            + role,
        "100 to 4096, each once in a direction");
  }

  @Test
  void aPriorityThatIsTakenIsRefused() {
    Plan plan = AzurePlans.of(SETTINGS);
    RoleGroups first = plan.roles().get(0);
    List<Rule> twice = new ArrayList<>(first.rules());
    twice.add(first.rules().get(0));
    Plan changed =
        new Plan(
            plan.place(),
            plan.resourceGroup(),
            plan.network(),
            List.of(
                new RoleGroups(
                    first.role(), first.name(), first.subnet(), twice, first.attached())),
            plan.balancer(),
            plan.connectorAddresses());

    assertThat(Limits.problems(plan, Quotas.DEFAULT)).isEmpty();
    assertThat(Limits.problems(changed, Quotas.DEFAULT))
        .singleElement()
        .satisfies(problem -> assertThat(problem.found()).contains("a second time"));
  }

  @Test
  void fiftyTagsAreTheMost() {
    assertThat(tagProblems(numberedTags(48))).isEmpty();
    assertThat(tagProblems(numberedTags(49)))
        .singleElement()
        .returns("anyware-network:tags", Problem::path)
        .satisfies(problem -> assertThat(problem.found()).startsWith("51 tags"));
  }

  private static SortedMap<String, String> numberedTags(int count) {
    SortedMap<String, String> tags = new TreeMap<>();
    IntStream.range(0, count).forEach(i -> tags.put("tag" + i, "value"));
    return tags;
  }

  @Test
  void tagNamesAndValuesHaveTheirLengths() {
    assertThat(tagProblems("n".repeat(512), "v".repeat(256))).isEmpty();
    assertThat(tagProblems("n".repeat(513), "v")).hasSize(1);
    assertThat(tagProblems("name", "v".repeat(257)))
        .singleElement()
        .returns("anyware-network:tags.name", Problem::path)
        .returns("a value of 257 characters", Problem::found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a<b", "a>b", "a%b", "a&b", "a\\b", "a?b", "a/b", "Azure-x", "windows"})
  void someTagNamesAreRefused(String name) {
    assertThat(tagProblems(name, "value"))
        .singleElement()
        .returns("anyware-network:tags." + name, Problem::path);
  }

  @Test
  void tagNamesMustDifferInMoreThanCase() {
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put("Owner", "a");
    tags.put("owner", "b");

    assertThat(tagProblems(tags))
        .singleElement()
        .returns("anyware-network:tags.owner", Problem::path)
        .returns("a tag beside Owner", Problem::found);
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    assertThat(problems(site("North Europe", Optional.of("x."), "10.30.0.0/28"))).hasSize(3);
  }
}
