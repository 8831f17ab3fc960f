package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.cloud.Balancer;
import anyware.cloud.Probing;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
  private static final String SITE = "anyware-network:sites.iowa";

  private static List<Problem> problems(Plan plan) {
    return Limits.problems(plan, Quotas.DEFAULT);
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
              assertThat(problem.found())
                  .startsWith("5001 ")
                  .contains("iowa-connector-outbound-tcp-636-v4");
            });
  }

  @ParameterizedTest
  @CsvSource({"1000, 0", "2000, 1"})
  void aCloudArmorPolicyTakes200Rules(int count, int refused) {
    AddressSet many =
        AddressSet.of(
            IntStream.range(0, count)
                .mapToObj(i -> "198.18.%d.%d".formatted(i / 128, i % 128 * 2))
                .toArray(String[]::new));
    Settings settings = Fixtures.minimal(Fixtures.DISTINCT_PEERS.with(Peer.CLIENTS, many));

    assertThat(problems(Plans.of(settings, Shapes.of("created-layer7"))))
        .hasSize(refused)
        .allSatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo(SITE);
              assertThat(problem.found()).startsWith("2002 address ranges");
              assertThat(problem.allowed()).startsWith("at most 200 rules of up to 10 ranges");
            });
    assertThat(problems(Plans.of(settings))).as("on layer 4").isEmpty();
  }

  @Test
  void whatABalancerIsGivenIsOfTheSitesProject() {
    Site site =
        Shapes.moved(Shapes.of("created-layer7-full"), "other-project", "us-central1", false);

    assertThat(problems(Plans.of(Plans.settings("minimal"), site)))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(SITE + ".balancer.webAcl", SITE + ".targets");
    Site given = Shapes.moved(Shapes.of("created-layer7"), "other-project", "us-central1", false);
    assertThat(problems(Plans.of(Plans.settings("minimal"), given)))
        .extracting(Problem::path)
        .containsExactly(SITE + ".balancer.certificate");
  }

  @Test
  void aProbeEndsBeforeTheNextOneBegins() {
    Balancer usual = Layer7.balancer(Gcp.CLOUD, Balancer.Scheme.PUBLIC);
    Balancer slow =
        new Balancer(
            usual.scheme(),
            List.of(),
            false,
            Optional.empty(),
            new Probing(Optional.of(10), Optional.of(11), Optional.empty(), Optional.empty()),
            false,
            Optional.empty(),
            usual.application());

    assertThat(
            problems(
                Plans.of(
                    Plans.settings("minimal"),
                    Fixtures.withBalancer(Plans.SITE, Optional.of(slow)))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(SITE + ".balancer.healthCheck.timeoutSeconds");
              assertThat(problem.found()).isEqualTo("11");
              assertThat(problem.allowed()).isEqualTo("at most intervalSeconds, which is 10");
            });
  }
}
