package anyware.azure;

import anyware.settings.Settings;
import anyware.testing.Fixtures;
import anyware.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole plans, to be read by people when they change. */
class GoldenPlansTest {
  static Iterable<String> names() {
    return Fixtures.optionSets().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePlanOfAnOptionSetIsTheGoldenOne(String name) {
    Golden.assertMatches("azure/" + name, AzurePlans.of(AzurePlans.optionSet(name)));
  }

  static Iterable<String> shapes() {
    return AzureShapes.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void thePlanOfAShapeIsTheGoldenOne(String name) {
    Golden.assertMatches(
        "azure/shape-" + name,
        AzurePlans.of(AzurePlans.optionSet("default-peers"), AzureShapes.of(name)));
  }

  @Test
  void thePlanWithoutBalancerIsTheGoldenOne() {
    Settings settings = Fixtures.minimal(Fixtures.DISTINCT_PEERS);

    Golden.assertMatches(
        "azure/no-balancer",
        AzurePlans.of(settings, Fixtures.withoutBalancer(Fixtures.site(Azure.CLOUD))));
  }
}
