package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.problem.Problem;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String SITE = "anyware-network:sites.iowa";

  private static List<Problem> problems(Plan plan) {
    return Limits.problems(plan, Quotas.DEFAULT);
  }

  private static List<Problem> problems(String region, String project, String network) {
    Site site =
        new Site(
            "iowa",
            Plans.SITE.cloud(),
            region,
            Optional.of(project),
            Optional.empty(),
            1,
            Cidr.of(network),
            Plans.SITE.balancer());
    return problems(Plans.of(Plans.settings("everything"), site));
  }

  static Stream<String> optionSets() {
    return Fixtures.optionSets().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void whatFitsHasNoProblem(String option) {
    assertThat(problems(Plans.option(option))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-central1", "northamerica-northeast2", "europe-west12", "me-west1"})
  void regionsAreTaken(String region) {
    assertThat(problems(region, "demo-project", "10.40.0.0/16")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "northeurope", "US-central1", "us-central", "us"})
  void whatIsNoRegionIsRefused(String region) {
    assertThat(problems(region, "demo-project", "10.40.0.0/16"))
        .singleElement()
        .returns(SITE + ".region", Problem::path)
        .returns('"' + region + '"', Problem::found);
  }

  @Test
  void aZoneIsToldItsRegion() {
    assertThat(problems("us-central1-a", "demo-project", "10.40.0.0/16"))
        .extracting(Problem::fix)
        .containsExactly("write the zone's region: us-central1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abcdef", "a23456789012345678901234567890", "example.com:my-project", "p-0-x-1"})
  void projectIdsAreTaken(String project) {
    assertThat(problems("us-central1", project, "10.40.0.0/16")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcde",
        "a234567890123456789012345678901",
        "123456789012",
        "My Project",
        "proj-a-"
      })
  void whatIsNoProjectIdIsRefused(String project) {
    assertThat(problems("us-central1", project, "10.40.0.0/16"))
        .extracting(Problem::path)
        .containsExactly(SITE + ".project");
  }

  @Test
  void theSmallestNetworkHasSubnetsOf29() {
    assertThat(problems("us-central1", "demo-project", "10.40.0.0/26")).isEmpty();
    assertThat(problems("us-central1", "demo-project", "10.40.0.0/27"))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.path()).isEqualTo(SITE + ".network.cidr"))
        .extracting(Problem::found)
        .anySatisfy(found -> assertThat(found).contains("10.40.0.0/30", "connector"));
  }

  @ParameterizedTest
  @CsvSource({
    "127.1.0.0/16, 127.0.0.0/8",
    "169.254.0.0/16, 169.254.0.0/16",
    "224.0.0.0/8, 224.0.0.0/4",
    "199.36.153.0/24, 199.36.153.4/30"
  })
  void rangesThatThePlatformKeepsAreRefused(String network, String kept) {
    assertThat(problems("us-central1", "demo-project", network))
        .anySatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo(SITE + ".network.cidr");
              assertThat(problem.allowed()).contains(kept);
            });
  }

  @ParameterizedTest
  @CsvSource({"5000, 0", "5001, 1"})
  void aRuleTakes5000Ranges(int count, int refused) {
    Peers distinct = Fixtures.DISTINCT_PEERS;
    AddressSet many =
        AddressSet.of(
            IntStream.range(0, count)
                .mapToObj(i -> "10.%d.%d.%d".formatted(100 + i / 16384, i / 128 % 128, i % 128 * 2))
                .toArray(String[]::new));
    Settings settings = Fixtures.minimal(distinct.with(Peer.DOMAIN_CONTROLLERS, many));

    assertThat(problems(Plans.of(settings)))
        .hasSize(refused)
        .allSatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo(SITE);
              assertThat(problem.found()).startsWith("5001 ").contains("domain-controllers");
            });
  }

  @Test
  void tagsThatBecomeTheSameLabelAreRefused() {
    assertThat(problems(Plans.tagged(Map.of("Owner", "me", "owner", "you"))))
        .singleElement()
        .returns("anyware-network:tags.owner", Problem::path)
        .satisfies(problem -> assertThat(problem.found()).contains("Owner"));
  }

  @Test
  void aTagThatShadowsTheProgramsOwnLabelIsRefused() {
    assertThat(problems(Plans.tagged(Map.of("Anyware-Site", "elsewhere")))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7days", "-team", "_x"})
  void aLabelBeginsWithALetter(String tag) {
    assertThat(problems(Plans.tagged(Map.of(tag, "x"))))
        .extracting(Problem::path)
        .containsExactly("anyware-network:tags." + tag);
  }

  @ParameterizedTest
  @CsvSource({"63, 63, 0", "64, 63, 1", "63, 64, 1", "64, 64, 2"})
  void keysAndValuesHave63Characters(int key, int value, int refused) {
    Plan plan = Plans.tagged(Map.of("k".repeat(key), "v".repeat(value)));

    assertThat(problems(plan)).hasSize(refused);
  }

  @ParameterizedTest
  @CsvSource({"62, 0", "63, 1"})
  void thereAre64LabelsWithTheProgramsOwn(int tags, int refused) {
    Map<String, String> many = new TreeMap<>();
    IntStream.range(0, tags).forEach(i -> many.put("tag-" + i, "x"));

    assertThat(problems(Plans.tagged(many)))
        .hasSize(refused)
        .allSatisfy(problem -> assertThat(problem.path()).isEqualTo("anyware-network:tags"));
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThat(problems("us-central1-b", "x", "127.0.0.0/27"))
        .extracting(Problem::path)
        .contains(SITE + ".region", SITE + ".project", SITE + ".network.cidr");
  }
}
