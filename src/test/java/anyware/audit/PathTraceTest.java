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

class PathTraceTest {
  private static List<PathTrace> pathTraces(String from, String to, String port) {
    return pathTraces(AuditedSites.faithful("minimal"), from, to, port);
  }

  private static List<PathTrace> pathTraces(
      AuditedSite audited, String from, String to, String port) {
    try {
      return PathTrace.of(audited, Endpoint.parse(from), Endpoint.parse(to), Port.parse(port));
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
    assertThat(pathTraces(from, to, port))
        .singleElement()
        .extracting(PathTraceTest::text)
        .isEqualTo(expected);
  }

  private static String text(PathTrace pathTrace) {
    return pathTrace.hops().stream()
        .map(
            hop ->
                "%s %s %s"
                    .formatted(
                        hop.packet().direction() == Direction.INBOUND ? "INBOUND" : "OUTBOUND",
                        hop.packet().at().slug(),
                        hop.actual().open() ? "open" : "closed"))
        .collect(Collectors.joining("; "));
  }

  @Test
  void anAddressInSharedSubnetsIsAskedAboutAsEachRole() {
    assertThat(pathTraces("198.51.100.7", "10.20.0.4", "443/tcp"))
        .extracting(pathTrace -> pathTrace.to() + " " + pathTrace.open())
        .containsExactly("connector 10.20.0.4 false", "balancer 10.20.0.4 true");
  }

  @Test
  void aPrefixIsTakenApartWhereRulesEnd() {
    assertThat(pathTraces("198.51.100.0/23", "connector", "4172/udp"))
        .extracting(pathTrace -> pathTrace.from() + " " + pathTrace.open())
        .containsExactly("198.51.100.0/24 true", "198.51.101.0/24 false");
  }

  @Test
  void aWidePrefixMeansTheAddressesOutsideOfTheRolesSubnets() {
    assertThat(pathTraces("0.0.0.0/0", "workstation", "60443/tcp"))
        .isNotEmpty()
        .allMatch(pathTrace -> pathTrace.from().role().isEmpty())
        .noneMatch(PathTrace::open);
  }

  @Test
  void withoutARoleAtEitherEndNothingDecides() {
    assertThat(pathTraces("198.51.100.7", "10.9.0.10", "443/tcp")).isEmpty();
    assertThat(pathTraces("198.51.100.7", "license-server", "443/tcp")).isEmpty();
  }

  @Test
  void aHopSaysWhetherItDoesWhatThePolicySays() {
    AuditedSite wider =
        AuditedSites.of(AuditedSites.options("minimal"), AuditedSites.options("legacy-http"));

    assertThat(pathTraces(wider, "203.0.113.1", "connector", "80/tcp"))
        .flatExtracting(PathTrace::hops)
        .extracting(Hop::agrees)
        .containsExactly(false);
    assertThat(pathTraces(wider, "203.0.113.1", "connector", "443/tcp"))
        .flatExtracting(PathTrace::hops)
        .extracting(Hop::agrees)
        .containsExactly(true);
  }

  @Test
  void whereThePolicyLeavesItToThePlatformNothingDisagrees() {
    assertThat(pathTraces("workstation", "203.0.113.1", "443/tcp"))
        .flatExtracting(PathTrace::hops)
        .extracting(Hop::agrees)
        .containsExactly(true);
  }

  @Test
  void aFirewallThatIsNotKnownIsNotAsked() {
    AuditedSite all = AuditedSites.faithful("minimal");
    AuditedSite partly =
        new AuditedSite(
            all.site(),
            all.network(),
            all.policy(),
            all.firewall(),
            all.roleSubnets(),
            Set.of(Role.WORKSTATION));

    assertThat(pathTraces(partly, "10.20.0.4", "workstation", "60443/tcp"))
        .flatExtracting(PathTrace::hops)
        .extracting(hop -> hop.packet().at())
        .containsOnly(Role.WORKSTATION);
  }
}
