package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.audit.Audit;
import anyware.gcp.Mutants.Mutant;
import anyware.policy.Policy;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The audit finds every single error in a plan. */
class MutationTest {

  @Test
  void everyErrorInAPlanWithAllOptionsIsFound(TestReporter reporter) {
    assertAllFound(Plans.settings("everything"), Plans.SITE, 500, reporter);
  }

  @Test
  void everyErrorInTheDemosSiteIsFound(TestReporter reporter) {
    Reading.Valid reading =
        (Reading.Valid) StackFile.read(Clouds.ALL, Path.of("stacks", "Pulumi.demo.yaml"));
    Settings demo = reading.settings();
    Site site = demo.sites().stream().filter(s -> s.cloud() == Gcp.CLOUD).findFirst().orElseThrow();
    assertAllFound(demo, site, 300, reporter);
  }

  @Test
  void everyErrorInANetworkOfOthersIsFound(TestReporter reporter) {
    assertAllFound(
        Plans.settings("everything"), Shapes.of("existing-internal-static"), 500, reporter);
  }

  @Test
  void everyErrorAtABalancerOfLayer7IsFound(TestReporter reporter) {
    assertAllFound(Plans.settings("everything"), Shapes.of("created-layer7"), 500, reporter);
    assertAllFound(Plans.settings("minimal"), Shapes.of("existing-layer7"), 200, reporter);
    assertAllFound(Plans.settings("minimal"), Shapes.of("created-layer7-full"), 200, reporter);
  }

  private static void assertAllFound(
      Settings settings, Site site, int atLeast, TestReporter reporter) {
    Plan plan = Plans.of(settings, site);
    Policy policy = Fixtures.policy(settings, site);
    List<Mutant> mutants = Mutants.of(plan);
    List<Mutant> equivalent =
        mutants.stream().filter(mutant -> Inertness.changesNothing(plan, mutant)).toList();
    List<Mutant> found = mutants.stream().filter(mutant -> isFound(policy, mutant)).toList();

    reporter.publishEntry("mutants", String.valueOf(mutants.size()));
    reporter.publishEntry("found", String.valueOf(found.size()));
    reporter.publishEntry("equivalent", String.valueOf(equivalent.size()));
    assertThat(found).doesNotContainAnyElementsOf(equivalent).hasSizeGreaterThan(atLeast);
    assertThat(mutants)
        .filteredOn(mutant -> !found.contains(mutant) && !equivalent.contains(mutant))
        .isEmpty();
  }

  private static boolean isFound(Policy policy, Mutant mutant) {
    Plan plan = mutant.plan();
    return !Audit.of(policy, Evaluator.of(plan), plan.roleSubnets()).isEmpty();
  }
}
