package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.MalformedException;
import anyware.net.Port;
import anyware.settings.Endpoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingTest {
  private static List<Crossing> crossings(String from, String to, String port) {
    return crossings(Perimeters.faithful("minimal"), from, to, port);
  }

  private static List<Crossing> crossings(
      Perimeter perimeter, String from, String to, String port) {
    try {
      return Crossing.of(perimeter, Endpoint.parse(from), Endpoint.parse(to), Port.parse(port));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, connector, 4172/udp, INBOUND connector open",
    "198.51.100.7, connector, 4172/sctp, INBOUND connector closed",
    "198.51.101.7, connector, 4172/udp, INBOUND connector closed",
    "connector, 10.9.0.10, 636/tcp, OUTBOUND connector open",
    "connector, 10.9.0.9, 636/tcp, OUTBOUND connector closed",
    "connector, workstation, 60443/tcp, OUTBOUND connector open; INBOUND workstation open",
    "workstation, connector, 60443/tcp, OUTBOUND workstation closed; INBOUND connector closed",
    "connector, 10.20.128.4, 60443/tcp, OUTBOUND connector open; INBOUND workstation open",
    "10.20.200.1, 10.20.130.1, 60443/tcp, OUTBOUND workstation closed; INBOUND workstation closed",
    "balancer, connector, 443/tcp, OUTBOUND balancer open; INBOUND connector open"
  })
  void passesTheSendersFirewallAndThenTheReceivers(
      String from, String to, String port, String expected) {
    assertThat(crossings(from, to, port))
        .singleElement()
        .extracting(CrossingTest::text)
        .isEqualTo(expected);
  }

  private static String text(Crossing crossing) {
    return crossing.checkpoints().stream()
        .map(
            checkpoint ->
                "%s %s %s"
                    .formatted(
                        checkpoint.packet().direction() == Direction.INBOUND
                            ? "INBOUND"
                            : "OUTBOUND",
                        checkpoint.packet().at().slug(),
                        checkpoint.actual().open() ? "open" : "closed"))
        .collect(Collectors.joining("; "));
  }

  @Test
  void anAddressInSharedSubnetsIsAskedAboutAsEachRole() {
    assertThat(crossings("198.51.100.7", "10.20.0.4", "443/tcp"))
        .extracting(crossing -> crossing.to() + " " + crossing.open())
        .containsExactly("connector 10.20.0.4 false", "balancer 10.20.0.4 true");
  }

  @Test
  void aPrefixIsTakenApartWhereRulesEnd() {
    assertThat(crossings("198.51.100.0/23", "connector", "4172/udp"))
        .extracting(crossing -> crossing.from() + " " + crossing.open())
        .containsExactly("198.51.100.0/24 true", "198.51.101.0/24 false");
  }

  @Test
  void aWidePrefixMeansTheAddressesOutsideOfTheRolesSubnets() {
    assertThat(crossings("0.0.0.0/0", "workstation", "60443/tcp"))
        .isNotEmpty()
        .allMatch(crossing -> crossing.from().role().isEmpty())
        .noneMatch(Crossing::open);
  }

  @Test
  void withoutARoleAtEitherEndNothingDecides() {
    assertThat(crossings("198.51.100.7", "10.9.0.10", "443/tcp")).isEmpty();
    assertThat(crossings("198.51.100.7", "license-server", "443/tcp")).isEmpty();
  }

  @Test
  void aCheckpointSaysWhetherItDoesWhatThePolicySays() {
    Perimeter wider =
        Perimeters.of(Perimeters.options("minimal"), Perimeters.options("legacy-http"));

    assertThat(crossings(wider, "203.0.113.1", "connector", "80/tcp"))
        .flatExtracting(Crossing::checkpoints)
        .extracting(Checkpoint::agrees)
        .containsExactly(false);
    assertThat(crossings(wider, "203.0.113.1", "connector", "443/tcp"))
        .flatExtracting(Crossing::checkpoints)
        .extracting(Checkpoint::agrees)
        .containsExactly(true);
  }

  @Test
  void whereThePolicyLeavesItToThePlatformNothingDisagrees() {
    assertThat(crossings("workstation", "203.0.113.1", "443/tcp"))
        .flatExtracting(Crossing::checkpoints)
        .extracting(Checkpoint::agrees)
        .containsExactly(true);
  }

  @Test
  void aFirewallThatIsNotKnownIsNotAsked() {
    Perimeter all = Perimeters.faithful("minimal");
    Perimeter partly =
        new Perimeter(
            all.place(), all.policy(), all.firewall(), all.terrain(), Set.of(Role.WORKSTATION));

    assertThat(crossings(partly, "10.20.0.4", "workstation", "60443/tcp"))
        .flatExtracting(Crossing::checkpoints)
        .extracting(checkpoint -> checkpoint.packet().at())
        .containsOnly(Role.WORKSTATION);
  }
}
