package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Catalogue;
import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Row;
import anyware.catalogue.Service;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.testing.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule that there can be has a priority of its own. */
class PriorityPlannerTest {
  private static final int LOWEST_GAP = 2;

  private static List<Integer> allOfFlows() {
    return Stream.concat(Arrays.stream(Role.values()), Arrays.stream(Peer.values()))
        .flatMap(party -> ofParty(party).stream())
        .toList();
  }

  private static List<Integer> ofParty(Party party) {
    return Catalogue.ROWS.stream()
        .map(Row::service)
        .distinct()
        .flatMap(
            service ->
                Arrays.stream(Protocol.values())
                    .flatMap(
                        protocol ->
                            Arrays.stream(Family.values())
                                .map(
                                    family ->
                                        PriorityPlanner.ofFlow(party, service, protocol, family))))
        .toList();
  }

  @Test
  void noTwoFlowsShareAPriorityAndThereAreGaps() {
    List<Integer> all = allOfFlows();
    TreeSet<Integer> sorted = new TreeSet<>(all);

    assertThat(all).doesNotHaveDuplicates().allMatch(priority -> priority >= 100);
    assertThat(sorted.tailSet(sorted.first(), false))
        .allSatisfy(
            priority ->
                assertThat(priority - sorted.headSet(priority).last())
                    .isGreaterThanOrEqualTo(LOWEST_GAP));
  }

  @Test
  void closingRulesComeAfterAllFlowsAndTheRestLast() {
    TreeSet<Integer> flows = new TreeSet<>(allOfFlows());

    for (Service service : List.of(Service.PCOIP, Service.AGENT)) {
      for (Protocol protocol : Protocol.values()) {
        assertThat(PriorityPlanner.ofClosedPort(service, protocol))
            .isGreaterThan(flows.last())
            .isLessThan(PriorityPlanner.REST);
      }
    }
    assertThat(PriorityPlanner.REST).isEqualTo(4096);
  }

  @Test
  void peersKeepTheirOrderSoThatAMergedRuleKeepsItsFirstPeersPlace() {
    assertThat(Arrays.stream(Peer.values()).map(peer -> ofParty(peer).get(0))).isSorted();
  }

  @Test
  void prioritiesAreUniqueInEveryGroupAndDirection() {
    Fixtures.optionSets().values().stream()
        .map(AzurePlans::of)
        .forEach(
            plan -> {
              for (Role role : Role.values()) {
                for (Direction direction : Direction.values()) {
                  assertThat(AzurePlans.rules(plan, role, direction))
                      .extracting(Rule::priority)
                      .doesNotHaveDuplicates()
                      .isSorted();
                }
              }
            });
  }

  @Test
  void aChangedPortKeepsThePriority() {
    assertThat(
            PriorityPlanner.ofFlow(Peer.RADIUS, Service.RADIUS.on(1645), Protocol.UDP, Family.IPV4))
        .isEqualTo(PriorityPlanner.ofFlow(Peer.RADIUS, Service.RADIUS, Protocol.UDP, Family.IPV4));
  }
}
