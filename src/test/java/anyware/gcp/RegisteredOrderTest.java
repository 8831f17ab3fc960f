package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.testing.Fixtures;
import anyware.testing.RegisteredOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** That the engine is told the order which the judgement of updates presumes. */
class RegisteredOrderTest {
  private static Map<String, Set<String>> registered(Plan plan) {
    return RegisteredOrder.of(":Firewall", () -> new SiteComponent(plan));
  }

  @Test
  void everyRuleIsRegisteredAfterThoseThatItWaitsFor() {
    for (String options : Fixtures.optionSets().keySet()) {
      Plan plan = Plans.option(options);
      Map<String, Set<String>> judged = new TreeMap<>();
      RuleOrder.of(plan.rules())
          .forEach(
              (rule, before) -> {
                Set<String> names = new TreeSet<>();
                before.forEach(other -> names.add(other.name()));
                judged.put(rule.name(), names);
              });

      assertThat(registered(plan)).as(options).isEqualTo(judged);
    }
  }

  @Test
  void aDenialComesAfterAllThatItsMachinesAreAllowed() {
    Plan plan = Plans.option("outbound-table");
    Map<String, Set<String>> order = registered(plan);

    for (String role : new String[] {"connector", "workstation"}) {
      Set<String> allowed = new TreeSet<>(order.keySet());
      allowed.removeIf(name -> !name.startsWith("iowa-" + role + "-outbound-"));
      assertThat(allowed).as(role).isNotEmpty();
      assertThat(order)
          .containsEntry("iowa-" + role + "-closed-out-v4", allowed)
          .containsEntry("iowa-" + role + "-closed-out-v6", allowed);
    }
  }

  @Test
  void addressesComeAfterTheTagsThatPassTheSameGate() {
    assertThat(registered(Plans.option("internal-clients")))
        .containsEntry(
            "iowa-workstation-inbound-tcp-4172-v4",
            Set.of("iowa-workstation-inbound-tcp-4172-connector"))
        .containsEntry("iowa-workstation-inbound-tcp-4172-connector", Set.of())
        .containsEntry("iowa-connector-inbound-tcp-443-v4", Set.of());
  }
}
