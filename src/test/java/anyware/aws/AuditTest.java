package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planned is what the policy says, by the evaluator's judgement of every class. */
class AuditTest {
  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void aPlanOpensExactlyItsPolicy(String options) {
    assertEqual(Plans.options(options), Fixtures.site(Aws.CLOUD));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void soItDoesWithoutBalancer(String options) {
    assertEqual(Plans.options(options), Fixtures.withoutBalancer(Fixtures.site(Aws.CLOUD)));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void soItDoesInEveryShapeOfASite(String options) {
    Sites.shapes().values().forEach(site -> assertEqual(Plans.options(options), site));
  }

  private static void assertEqual(Settings settings, Site site) {
    Plan plan = Plans.of(settings, site);

    assertThat(Audit.of(Fixtures.policy(settings, site), Evaluator.of(plan), plan.roleSubnets()))
        .isEmpty();
  }
}
