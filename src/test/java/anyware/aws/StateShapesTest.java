package anyware.aws;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody changes of a deployed site of any shape, the plan that is read back tells. */
class StateShapesTest {
  /** What only those shapes have of which nothing is told apart, with the reason. */
  private static final Map<String, String> HARMLESS =
      Map.of(
          "LoadBalancer.ipAddressType",
          "where nothing is said the balancer is of IPv4, as planned",
          "Subnet.ipv6CidrBlock",
          "a block that was asked for once stays, and does nothing without routes",
          "TargetGroup.preserveClientIp",
          "of targets that are addresses AWS keeps no client's address unless it is told to",
          "Vpc.assignGeneratedIpv6CidrBlock",
          "a block that was asked for once stays, and does nothing without routes");

  static Set<String> shapes() {
    return Sites.shapes().keySet();
  }

  private static PlannedSite<Plan> planned(String shape) {
    Settings settings = Plans.options("legacy-http");
    Site site = Optional.ofNullable(Sites.shapes().get(shape)).orElseThrow();
    return new PlannedSite<>(
        Aws.CLOUD, site, Fixtures.policy(settings, site), Plans.of(settings, site), List.of());
  }

  private static Set<String> unnoticed(String shape) {
    PlannedSite<Plan> site = planned(shape);
    PropertyTable table = PropertyTable.of("aws");
    Set<String> unnoticed = new TreeSet<>();
    for (Mutant mutant : PropertyMutants.of(RegisteredStates.of(site), table.foreign())) {
      if (isPlanned(site.plan(), mutant.resources())) {
        unnoticed.add(mutant.place());
      }
    }
    unnoticed.removeAll(table.harmless().keySet());
    return unnoticed;
  }

  private static boolean isPlanned(Plan plan, List<StateResource> resources) {
    try {
      return StateReader.read(plan, resources).equals(plan);
    } catch (UnreadableFileException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyChangeIsFound(String shape) {
    assertThat(unnoticed(shape)).isSubsetOf(HARMLESS.keySet());
  }

  @Test
  void whatIsListedIsNotFound() {
    Set<String> all = new TreeSet<>();
    shapes().forEach(shape -> all.addAll(unnoticed(shape)));
    assertThat(all).isEqualTo(HARMLESS.keySet());
  }
}
