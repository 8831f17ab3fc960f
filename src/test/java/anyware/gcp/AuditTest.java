package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {

  static Stream<String> optionSets() {
    return Fixtures.optionSets().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void aPlanOpensExactlyWhatItsPolicyAsksFor(String option) {
    assertEqual(Plans.settings(option), Plans.SITE);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void soDoesAPlanWithoutBalancer(String option) {
    assertEqual(Plans.settings(option), Fixtures.withoutBalancer(Plans.SITE));
  }

  private static void assertEqual(Settings settings, Site site) {
    Plan plan = Plans.of(settings, site);

    assertThat(Audit.of(Fixtures.policy(settings, site), Evaluator.of(plan), plan.roleSubnets()))
        .isEmpty();
  }
}
