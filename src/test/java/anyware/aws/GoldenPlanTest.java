package anyware.aws;

import anyware.settings.Site;
import anyware.testing.Fixtures;
import anyware.testing.Golden;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenPlanTest {
  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void everyOptionSetHasItsPlan(String options) {
    Golden.assertMatches("aws/" + options, Plans.of(options));
  }

  static Set<String> shapes() {
    return Sites.shapes().keySet();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void soHasEveryShapeOfASite(String shape) {
    Site site = Optional.ofNullable(Sites.shapes().get(shape)).orElseThrow();
    Golden.assertMatches("aws/site-" + shape, Plans.of(Plans.options("minimal"), site));
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy-http", "inside-only", "everything"})
  void soHasLayerSeven(String options) {
    Golden.assertMatches(
        "aws/application-" + options, Plans.of(Plans.options(options), Sites.application()));
  }

  @Test
  void soHasASiteWithoutBalancer() {
    Golden.assertMatches(
        "aws/without-balancer",
        Plans.of(Plans.options("minimal"), Fixtures.withoutBalancer(Fixtures.site(Aws.CLOUD))));
  }
}
