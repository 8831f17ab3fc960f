package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
}
