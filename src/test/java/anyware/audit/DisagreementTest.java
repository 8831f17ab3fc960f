package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Disagreement.Severity;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisagreementTest {
  private static List<String> sentences(Settings wanted, Settings real) {
    return AuditedSites.of(wanted, real).disagreements().stream()
        .map(Disagreement::toString)
        .toList();
  }

  @Test
  void aSiteThatKeepsItsPolicyHasNone() {
    assertThat(AuditedSites.faithful("everything").disagreements()).isEmpty();
  }

  @Test
  void whatIsMissingIsOneLineForEachConnection() {
    assertThat(sentences(AuditedSites.options("dns-over-tcp"), AuditedSites.options("minimal")))
        .containsExactly(
            "virginia: 53/tcp from connector to 10.9.0.12 is closed, though the table needs it;"
                + " decided by no flow");
  }

  @Test
  void whatIsTooMuchNamesTheRuleThatOpensIt() {
    assertThat(sentences(AuditedSites.options("minimal"), AuditedSites.options("legacy-http")))
        .containsExactly(
            "virginia: 80/tcp from 203.0.113.0/28, 2001:db8:a::/64 to connector is open, beyond"
                + " the table; decided by administrators-to-connector-http-tcp");
  }

  @Test
  void theInternetComesFirstAndItsAddressesAreJoinedAcrossTheSitesSubnets() {
    Settings strict = AuditedSites.options("minimal");
    Settings open = Fixtures.minimal(Fixtures.DEFAULT_PEERS);
    List<Disagreement> found = AuditedSites.of(strict, open).disagreements();

    assertThat(found).extracting(Disagreement::severity).isSorted();
    assertThat(found.get(0))
        .satisfies(d -> assertThat(d.severity()).isEqualTo(Severity.INTERNET))
        .extracting(Disagreement::sentence)
        .asString()
        .startsWith("4172/tcp, 4172/udp from 0.0.0.0/0 (except 198.51.100.0/24) to connector ")
        .endsWith(
            "is open to the internet, beyond the table; decided by"
                + " clients-to-connector-pcoip-tcp, clients-to-connector-pcoip-udp");
    assertThat(found).extracting(Disagreement::severity).contains(Severity.TOO_NARROW);
  }

  @Test
  void outboundConnectionsAreNoInternetExposure() {
    Settings strict = AuditedSites.options("minimal");
    Settings open = Fixtures.minimal(Fixtures.DEFAULT_PEERS);

    assertThat(AuditedSites.of(strict, open).disagreements())
        .filteredOn(d -> d.severity() == Severity.INTERNET)
        .allMatch(
            d ->
                d.flowGroup().toString().contains(" to connector")
                    || d.flowGroup().toString().contains(" to balancer"));
  }
}
