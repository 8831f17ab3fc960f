package anyware.aws;

import anyware.testing.Fixtures;
import anyware.testing.Golden;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenPlanTest {
  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void everyOptionSetHasItsPlan(String options) {
    Golden.assertMatches("aws/" + options, Plans.of(options));
  }

  @Test
  void soHasASiteWithoutBalancer() {
    Golden.assertMatches(
        "aws/without-balancer",
        Plans.of(Plans.options("minimal"), Fixtures.withoutBalancer(Fixtures.site(Aws.CLOUD))));
  }
}
