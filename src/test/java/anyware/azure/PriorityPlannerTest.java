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
import anyware.testing.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule that there can be has a priority of its own. */
class PriorityPlannerTest {
  private static final int LOWEST_GAP = 2;
  private static final List<Party> PARTIES =
      Stream.<Party>concat(Arrays.stream(Role.values()), Arrays.stream(Peer.values())).toList();
  private static final List<Service> SERVICES =
      Catalogue.ROWS.stream().map(Row::service).distinct().toList();

  private static List<Integer> allOfFlows() {
    return PARTIES.stream().flatMap(party -> ofParty(party).stream()).toList();
  }

  private static List<Integer> ofParty(Party party) {
    return SERVICES.stream()
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

  /**
   * Every priority that there is. A line that changes moves a rule in every stack that has it: only
   * new lines may come.
   */
  @Test
  void noPriorityEverMoves() {
    Golden.assertTextMatches("azure/priorities", String.join("\n", lines()) + "\n");
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Party party : PARTIES) {
      for (Service service : SERVICES) {
        for (Protocol protocol : Protocol.values()) {
          for (Family family : Family.values()) {
            lines.add(
                line(
                    PriorityPlanner.ofFlow(party, service, protocol, family),
                    party.slug(),
                    service,
                    protocol,
                    family.name().toLowerCase(Locale.ROOT)));
          }
        }
      }
    }
    for (Service service : SERVICES) {
      for (Protocol protocol : Protocol.values()) {
        int priority = PriorityPlanner.ofClosedPort(service, protocol);
        lines.add(line(priority, "everybody else", service, protocol, "closed"));
      }
    }
    return lines.stream().sorted().toList();
  }

  private static String line(
      int priority, String party, Service service, Protocol protocol, String what) {
    return "%4d %s %s %s %s".formatted(priority, party, service.name(), protocol.slug(), what);
  }

  @Test
  void noTwoFlowsShareAPriorityAndThereAreGaps() {
    List<Integer> all = allOfFlows();

    assertThat(all).doesNotHaveDuplicates().allMatch(priority -> priority >= 100);
    assertHaveGaps(new TreeSet<>(all));
  }

  @Test
  void everyServiceOfTheTableHasAPlace() {
    assertThat(allOfFlows()).doesNotContain(PriorityPlanner.NONE);
    assertThat(allOfClosedPorts(SERVICES.size())).doesNotContain(PriorityPlanner.NONE);
  }

  /** Eight services and six parties more than the table of ten rows has. */
  @Test
  void thereIsRoomForMoreServicesAndParties() {
    int services = 16;
    List<Integer> flows = new ArrayList<>();
    for (int party = 0; party < 21; party++) {
      for (int service = 0; service < services; service++) {
        for (Protocol protocol : Protocol.values()) {
          for (Family family : Family.values()) {
            flows.add(PriorityPlanner.ofFlow(party, service, protocol, family));
          }
        }
      }
    }
    List<Integer> closed = allOfClosedPorts(services);
    TreeSet<Integer> all = new TreeSet<>(flows);
    all.addAll(closed);
    all.add(PriorityPlanner.REST);

    assertThat(all).hasSize(flows.size() + closed.size() + 1);
    assertThat(all.first()).isGreaterThanOrEqualTo(100);
    assertThat(Collections.max(flows)).isLessThan(Collections.min(closed));
    assertThat(all.last()).isEqualTo(PriorityPlanner.REST);
    assertHaveGaps(all);
  }

  @Test
  void whatIsBeyondTheRoomHasNoPlace() {
    Service unknown = new Service("unknown", 9999);

    assertThat(PriorityPlanner.ofFlow(Peer.CLIENTS, unknown, Protocol.UDP, Family.IPV4))
        .isEqualTo(PriorityPlanner.NONE);
    assertThat(PriorityPlanner.ofClosedPort(unknown, Protocol.UDP)).isEqualTo(PriorityPlanner.NONE);
    assertThat(PriorityPlanner.ofFlow(20, 16, Protocol.TCP, Family.IPV4))
        .isEqualTo(PriorityPlanner.NONE);
    assertThat(PriorityPlanner.ofFlow(21, 0, Protocol.TCP, Family.IPV4))
        .isEqualTo(PriorityPlanner.NONE);
    assertThat(PriorityPlanner.ofClosedPort(16, Protocol.TCP)).isEqualTo(PriorityPlanner.NONE);
  }

  private static List<Integer> allOfClosedPorts(int services) {
    return IntStream.range(0, services)
        .boxed()
        .flatMap(
            service ->
                Arrays.stream(Protocol.values())
                    .map(protocol -> PriorityPlanner.ofClosedPort(service, protocol)))
        .toList();
  }

  private static void assertHaveGaps(NavigableSet<Integer> priorities) {
    assertThat(priorities.tailSet(priorities.first(), false))
        .allSatisfy(
            priority ->
                assertThat(priority - priorities.headSet(priority).last())
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
