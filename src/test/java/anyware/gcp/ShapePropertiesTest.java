package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.json.UnreadableFileException;
import anyware.platform.PlannedSite;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import anyware.testing.PropertyMutants;
import anyware.testing.PropertyMutants.Mutant;
import anyware.testing.PropertyTable;
import anyware.testing.RegisteredStates;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever somebody changes of a site with another kind of network or balancer, the plan that is
 * read back tells, but for what is listed here, no more and no less.
 */
class ShapePropertiesTest {
  /** What means everybody or the default in either spelling. */
  private static final Set<String> UNNOTICED =
      Set.of(
          "Firewall.destinationRanges",
          "Firewall.destinationRanges[]",
          "Firewall.direction",
          "Firewall.priority",
          "Firewall.sourceRanges",
          "Firewall.sourceRanges[]");

  private static final String ASKED_7 =
      " SecurityPolicy.rules[].match.config.srcIpRanges"
          + " SecurityPolicy.rules[].match.versionedExpr SecurityPolicy.type";

  private static final String ASKED_4 =
      " RegionBackendService.logConfig RegionBackendService.logConfig.enable"
          + " RegionHealthCheck.checkIntervalSec RegionHealthCheck.healthyThreshold"
          + " RegionHealthCheck.timeoutSec RegionHealthCheck.unhealthyThreshold";

  /** Labels are read of one resource; the rest says what the platform does anyway. */
  @ParameterizedTest
  @CsvSource({
    "created-internal, *.labels Address.purpose ForwardingRule.allowGlobalAccess" + ASKED_4,
    "created-internal-static, *.labels Address.purpose ForwardingRule.allowGlobalAccess"
        + " RegionBackendService.backends[].balancingMode"
        + ASKED_4,
    "existing, ''",
    "existing-public, *.labels" + ASKED_4,
    "existing-internal-static, *.labels Address.purpose ForwardingRule.allowGlobalAccess"
        + " RegionBackendService.backends[].balancingMode"
        + ASKED_4,
    "created-layer7, *.labels BackendService.logConfig BackendService.logConfig.enable"
        + " HealthCheck.timeoutSec"
        + ASKED_7,
    "created-layer7-full, *.labels BackendService.backends[].balancingMode"
        + " Firewall.enableLogging HealthCheck.healthyThreshold"
        + ASKED_7,
    "created-named, *.labels Firewall.enableLogging RegionHealthCheck.healthyThreshold",
  })
  void everyChangeIsFound(String shape, String more) throws UnreadableFileException {
    Settings settings = Plans.settings("default-peers");
    Site site = Fixtures.withOptions(Shapes.of(shape), settings.options());
    PlannedSite<Plan> planned = PlannedSite.of(Gcp.CLOUD, "test", settings, site);
    List<StateResource> resources = RegisteredStates.of(planned);
    assertThat(StateReader.read(planned.plan(), resources)).isEqualTo(planned.plan());
    Set<String> unnoticed = new TreeSet<>();
    for (Mutant mutant : PropertyMutants.of(resources, PropertyTable.of("gcp").foreign())) {
      if (isUnnoticed(planned.plan(), mutant)) {
        unnoticed.add(mutant.place());
      }
    }
    Set<String> expected = new TreeSet<>(UNNOTICED);
    Stream.of(more.split(" ")).filter(place -> !place.isEmpty()).forEach(expected::add);
    assertThat(unnoticed).isEqualTo(expected);
  }

  private static boolean isUnnoticed(Plan plan, Mutant mutant) {
    try {
      return StateReader.read(plan, mutant.resources()).equals(plan);
    } catch (UnreadableFileException e) {
      return false;
    }
  }
}
