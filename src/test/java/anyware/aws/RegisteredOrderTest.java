package anyware.aws;

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
    return RegisteredOrder.of("", () -> new SiteComponent(plan));
  }

  @Test
  void everyListIsRegisteredAfterTheRulesThatItWaitsForAndEveryRuleAfterItsList() {
    for (String options : Fixtures.optionSets().keySet()) {
      Plan plan = Plans.of(options);
      Map<String, Set<String>> ofLists = new TreeMap<>();
      for (PrefixList list : plan.prefixLists()) {
        Set<String> names = new TreeSet<>();
        plan.rules().stream().filter(list::comesAfter).forEach(rule -> names.add(rule.name()));
        ofLists.put(list.name(), names);
      }
      Map<String, Set<String>> registered = registered(plan);

      assertThat(registered).as(options).containsAllEntriesOf(ofLists);
      for (Rule rule : plan.rules()) {
        assertThat(registered).as(options).containsKey(rule.name());
        Set<String> named = new TreeSet<>(registered.getOrDefault(rule.name(), Set.of()));
        named.retainAll(ofLists.keySet());
        assertThat(named)
            .as(rule.name())
            .containsExactlyElementsOf(
                plan.prefixLists().stream()
                    .filter(list -> list.end().equals(rule.other()))
                    .map(PrefixList::name)
                    .toList());
      }
    }
  }

  /** What AWS refuses or leaves unreachable for a while in another order. */
  @Test
  void ipv6ComesToTheNetworkThenToItsSubnetsAndTheWayOutBeforeTheBalancer() {
    assertThat(registered(Plans.of("minimal")))
        .hasEntrySatisfying(
            "nlb-virginia",
            after ->
                assertThat(after)
                    .contains(
                        "virginia-public-us-east-1-first",
                        "virginia-public-us-east-1-second",
                        "virginia-public-ipv6"))
        .hasEntrySatisfying(
            "virginia-private-first-ipv6",
            after -> assertThat(after).contains("virginia-private-first", "virginia-network"))
        .hasEntrySatisfying(
            "virginia-public-us-east-1-first",
            after -> assertThat(after).contains("virginia-network"));
  }

  @Test
  void addressesComeAfterTheGroupsThatPassTheSameGate() {
    assertThat(registered(Plans.of("internal-clients")))
        .containsEntry(
            "virginia-workstation-inbound-tcp-4172-peers-ipv4",
            Set.of("virginia-workstation-inbound-tcp-4172-from-connector"))
        .hasEntrySatisfying(
            "virginia-workstation-inbound-tcp-4172-from-peers-ipv4",
            after -> assertThat(after).contains("virginia-workstation-inbound-tcp-4172-peers-ipv4"))
        .hasEntrySatisfying(
            "virginia-workstation-inbound-tcp-4172-from-connector",
            after -> assertThat(after).noneMatch(name -> name.contains("peers")));
  }
}
