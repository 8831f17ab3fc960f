package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.AuditedSite;
import anyware.json.UnreadableFileException;
import anyware.plan.SitePlan;
import anyware.platform.CloudPlatform;
import anyware.platform.PlannedSite;
import anyware.settings.Settings;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import anyware.testing.PropertyMutants;
import anyware.testing.PropertyMutants.Mutant;
import anyware.testing.PropertyTable;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody changes of a deployed site, the plan that is read back tells: each property of
 * each resource is changed, taken away or added to, one at a time, and so is each resource. What is
 * told apart by no plan, and what the audit finds because packets depend on it, is listed beside
 * the test for each cloud, no more and no less.
 */
class StatePropertyMutationTest {
  /** An audit takes its time, and where a property matters an early resource tells. */
  private static final int AUDITS = 40;

  /** Peers with distinct addresses, and peers that are everybody. */
  private static final List<String> OPTIONS = List.of("everything", "default-peers");

  static List<CloudPlatform<?>> clouds() {
    return Clouds.ALL;
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void everyChangeIsFound(CloudPlatform<?> cloud, TestReporter reporter) throws Exception {
    PropertyTable table = PropertyTable.of(cloud.slug());
    Seen seen = new Seen(new TreeSet<>(), new TreeSet<>(), new HashMap<>());
    int changes = 0;
    List<StackPlan> plans = new ArrayList<>();
    for (String options : OPTIONS) {
      Settings settings = Optional.ofNullable(Fixtures.optionSets().get(options)).orElseThrow();
      plans.add(StackPlan.of("test", settings));
    }
    table.stacks().forEach(stack -> plans.add(StackMatrix.plan(stack)));
    for (StackPlan plan : plans) {
      for (PlannedSite<?> site : plan.sites()) {
        if (site.cloud().slug().equals(cloud.slug())) {
          changes += check(site, table, seen);
        }
      }
    }
    reporter.publishEntry(cloud.slug(), String.valueOf(changes));
    assertThat(lines(seen.unnoticed()))
        .as("what no plan of %s tells apart", cloud.slug())
        .isEqualTo(lines(table.harmless().keySet()));
    assertThat(lines(seen.audited()))
        .as("what packets at %s depend on", cloud.slug())
        .isEqualTo(lines(table.decisive()));
  }

  private static String lines(Collection<String> places) {
    return String.join("\n", new TreeSet<>(places));
  }

  /**
   * What came out so far.
   *
   * @param unnoticed places where a change gave the planned plan
   * @param audited places where the audit found a change
   * @param audits how often each place was audited in vain
   */
  private record Seen(Set<String> unnoticed, Set<String> audited, Map<String, Integer> audits) {}

  private static <P extends SitePlan> int check(PlannedSite<P> site, PropertyTable table, Seen seen)
      throws Exception {
    List<StateResource> resources = RegisteredStates.of(site);
    assertThat(site.cloud().readState(site.plan(), resources)).isEqualTo(site.plan());
    List<Mutant> mutants = PropertyMutants.of(resources, table.foreign());
    for (Mutant mutant : mutants) {
      Optional<P> read = read(site, mutant.resources());
      if (read.filter(site.plan()::equals).isPresent()) {
        seen.unnoticed().add(mutant.place());
      } else if (read.isPresent()
          && !seen.audited().contains(mutant.place())
          && seen.audits().merge(mutant.place(), 1, Integer::sum) <= AUDITS
          && isFound(site, read.get())) {
        seen.audited().add(mutant.place());
      }
    }
    return mutants.size();
  }

  /** Nothing when reading is refused, which is as good as finding it. */
  private static <P extends SitePlan> Optional<P> read(
      PlannedSite<P> site, List<StateResource> resources) {
    try {
      return Optional.of(site.cloud().readState(site.plan(), resources));
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  private static <P extends SitePlan> boolean isFound(PlannedSite<P> site, P read) {
    AuditedSite audited =
        new PlannedSite<>(site.cloud(), site.site(), site.policy(), read, List.of()).audited();
    return !audited.findings().isEmpty();
  }
}
