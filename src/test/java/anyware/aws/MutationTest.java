package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.aws.Mutants.Mutant;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.Traffic;
import anyware.plan.RoleSubnets;
import anyware.policy.Policy;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever is changed in a plan's rules and prefix lists, the audit finds it, unless the change
 * opens and closes nothing that the policy decides about: that is worked out here by cover, without
 * an evaluator.
 */
class MutationTest {
  @Test
  void everyChangeOfTheFullPlanIsFound(TestReporter reporter) {
    assertAllFound(Plans.options("everything"), Fixtures.site(Aws.CLOUD), reporter);
  }

  @Test
  void everyChangeOfThePlanWithLayerSevenIsFound(TestReporter reporter) {
    assertAllFound(Plans.options("legacy-http"), Sites.application(), reporter);
  }

  @Test
  void everyChangeOfTheDemoIsFound(TestReporter reporter) {
    Reading reading = StackFile.read(Clouds.ALL, Path.of("stacks/Pulumi.demo.yaml"));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Settings demo = ((Reading.Valid) reading).settings();
    Site site = demo.sites().stream().filter(s -> s.cloud() == Aws.CLOUD).findFirst().orElseThrow();

    assertAllFound(demo, site, reporter);
  }

  private static void assertAllFound(Settings settings, Site site, TestReporter reporter) {
    Plan plan = Plans.of(settings, site);
    Policy policy = Fixtures.policy(settings, site);
    List<String> equivalent = new ArrayList<>();
    List<String> survivors = new ArrayList<>();
    List<String> falseAlarms = new ArrayList<>();
    List<Mutant> mutants = Mutants.of(plan);
    for (Mutant mutant : mutants) {
      List<Finding> findings = Audit.of(policy, Evaluator.of(mutant.of(plan)), plan.roleSubnets());
      if (changesNothing(mutant, plan, policy)) {
        equivalent.add(mutant.change());
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
                mutants.size() - equivalent.size() - survivors.size(),
                mutants.size() - equivalent.size(),
                equivalent.size()));
    assertThat(survivors).as("changes that nobody noticed").isEmpty();
    assertThat(falseAlarms).as("findings where nothing changed").isEmpty();
    assertThat(mutants).hasSizeGreaterThan(10 * plan.rules().size());
  }

  /** What was closed is still open by other rules, and what was opened was open or is nobody's. */
  private static boolean changesNothing(Mutant mutant, Plan plan, Policy policy) {
    RoleSubnets roleSubnets = plan.roleSubnets();
    List<Rule> before = written(plan.rules(), plan.prefixLists());
    List<Rule> after = written(mutant.rules(plan), mutant.lists());
    return before.stream()
            .filter(rule -> !after.contains(rule))
            .allMatch(closed -> isCovered(closed, after, roleSubnets))
        && after.stream()
            .filter(rule -> !before.contains(rule))
            .allMatch(
                opened -> isUnguarded(opened, policy) || isCovered(opened, before, roleSubnets));
  }

  /** The rules with an address for each entry of the lists that they name. */
  private static List<Rule> written(List<Rule> rules, List<PrefixList> lists) {
    List<Rule> written = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.other() instanceof RuleEnd.Listed listed) {
        Optional<PrefixList> list =
            lists.stream()
                .filter(l -> l.gate().equals(listed.gate()) && l.family() == listed.family())
                .findFirst();
        list.map(PrefixList::entries)
            .orElse(List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0")))
            .forEach(entry -> written.add(at(rule, entry)));
      } else {
        written.add(rule);
      }
    }
    return written;
  }

  private static Rule at(Rule rule, Cidr address) {
    RuleEnd other = new RuleEnd.Addresses(address);
    return new Rule(rule.name(), rule.role(), rule.direction(), rule.traffic(), other, "");
  }

  private static boolean isUnguarded(Rule rule, Policy policy) {
    return policy.defaultDenies().stream()
        .noneMatch(deny -> deny.role() == rule.role() && deny.direction() == rule.direction());
  }

  private static boolean isCovered(Rule rule, List<Rule> rules, RoleSubnets roleSubnets) {
    List<Rule> likely =
        rules.stream()
            .filter(r -> r.role() == rule.role() && r.direction() == rule.direction())
            .filter(r -> contains(r.traffic(), rule.traffic()))
            .toList();
    List<Cidr> open =
        likely.stream()
            .map(Rule::other)
            .filter(RuleEnd.Addresses.class::isInstance)
            .map(other -> ((RuleEnd.Addresses) other).cidr())
            .toList();
    if (rule.other() instanceof RuleEnd.Addresses addresses) {
      return isFilled(addresses.cidr(), open);
    }
    Role role = ((RuleEnd.Members) rule.other()).role();
    return likely.stream().anyMatch(r -> r.other().equals(rule.other()))
        || roleSubnets.of(role).stream().allMatch(range -> isFilled(range, open));
  }

  private static boolean contains(Traffic wide, Traffic narrow) {
    return wide.protocol().isEmpty()
        || (wide.protocol().equals(narrow.protocol())
            && wide.ports().first() <= narrow.ports().first()
            && wide.ports().last() >= narrow.ports().last());
  }

  /** Whether the prefixes leave no gap in the given one. */
  private static boolean isFilled(Cidr cidr, List<Cidr> prefixes) {
    IpAddress expected = cidr.first();
    for (Cidr prefix : AddressSet.of(prefixes).prefixes()) {
      if (prefix.contains(cidr)) {
        return true;
      }
      if (prefix.first().equals(expected)) {
        if (prefix.last().equals(cidr.last())) {
          return true;
        }
        expected = prefix.last().next();
      }
    }
    return false;
  }
}
