package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.azure.Mutants.Mutant;
import anyware.policy.Policy;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is changed in a plan's filters, the audit finds it, unless the change leaves open
 * exactly what was open before.
 */
class MutationTest {
  @Test
  void everyChangeOfTheFullPlanIsFound(TestReporter reporter) {
    assertAllFound(AzurePlans.optionSet("everything"), Fixtures.site(Azure.CLOUD), reporter);
  }

  @Test
  void everyChangeInANetworkThatIsThereIsFound(TestReporter reporter) {
    assertAllFound(
        AzurePlans.optionSet("internal-clients"), AzureShapes.of("existing-internal"), reporter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "gateway-internal", "gateway-existing"})
  void everyChangeAroundAGatewayIsFound(String shape, TestReporter reporter) {
    assertAllFound(AzurePlans.optionSet("legacy-http"), AzureShapes.of(shape), reporter);
  }

  @Test
  void everyChangeOfTheDemoIsFound(TestReporter reporter) {
    Reading reading = StackFile.read(Clouds.ALL, Path.of("stacks/Pulumi.demo.yaml"));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Settings demo = ((Reading.Valid) reading).settings();
    Site site =
        demo.sites().stream().filter(s -> s.cloud() == Azure.CLOUD).findFirst().orElseThrow();

    assertAllFound(demo, site, reporter);
  }

  private static void assertAllFound(Settings settings, Site site, TestReporter reporter) {
    Plan plan = AzurePlans.of(settings, site);
    Policy policy = Fixtures.policy(settings, site);
    int equivalent = 0;
    List<String> survivors = new ArrayList<>();
    List<String> falseAlarms = new ArrayList<>();
    List<Mutant> mutants = Mutants.of(plan);
    for (Mutant mutant : mutants) {
      List<Finding> findings =
          Audit.of(policy, Evaluator.of(mutant.plan()), mutant.plan().roleSubnets());
      if (OpenAddresses.sameFor(mutant.role(), plan, mutant.plan())) {
        equivalent++;
        if (!findings.isEmpty()) {
          falseAlarms.add(mutant.change() + ": " + findings.get(0));
        }
      } else if (findings.isEmpty()) {
        survivors.add(mutant.change());
      }
    }
    reporter.publishEntry(
        "mutants",
        "%d found of %d, and %d that change nothing"
            .formatted(
                mutants.size() - equivalent - survivors.size(),
                mutants.size() - equivalent,
                equivalent));
    SoftAssertions.assertSoftly(
        all -> {
          all.assertThat(survivors).as("changes that nobody noticed").isEmpty();
          all.assertThat(falseAlarms).as("findings where nothing changed").isEmpty();
          all.assertThat(mutants).hasSizeGreaterThan(25 * (int) AzurePlans.rules(plan).count());
        });
  }
}
