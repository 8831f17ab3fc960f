package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static List<String> changes(Optional<Settings> before, Optional<Settings> after) {
    return Change.of(
            before.map(settings -> AuditedSites.of(settings, settings)),
            after.map(settings -> AuditedSites.of(settings, settings)))
        .stream()
        .map(Change::toString)
        .toList();
  }

  private static Optional<Settings> options(String name) {
    return Optional.of(AuditedSites.options(name));
  }

  @Test
  void nothingChangesBetweenEqualSites() {
    assertThat(changes(options("everything"), options("everything"))).isEmpty();
  }

  @Test
  void anOptionOpensItsConnectionsAndClosesThemAgain() {
    assertThat(changes(options("minimal"), options("legacy-http")))
        .containsExactly(
            "opens 80/tcp from 203.0.113.0/28, 2001:db8:a::/64 to connector at virginia");
    assertThat(changes(options("legacy-http"), options("minimal")))
        .containsExactly(
            "closes 80/tcp from 203.0.113.0/28, 2001:db8:a::/64 to connector at virginia");
  }

  @Test
  void anAddressThatStaysIsNoChange() {
    assertThat(changes(options("minimal"), options("default-peers")))
        .contains(
            "opens 4172/tcp, 4172/udp from 0.0.0.0/0 (except 198.51.100.0/24) to connector at"
                + " virginia",
            "closes 4172/tcp, 4172/udp from 2001:db8:c::/48 to connector at virginia",
            "closes 443/tcp from 203.0.113.0/28, 2001:db8:a::/64 to connector at virginia");
  }

  @Test
  void aNewRoleOpensWhatItsPolicySays() {
    assertThat(changes(options("minimal"), options("license-hosted")))
        .containsExactlyInAnyOrder(
            "opens 7070/tcp from connector, workstation to license-server at virginia",
            "closes 443/tcp from connector to 192.0.2.64/26 at virginia",
            "closes 443/tcp from workstation to 192.0.2.64/26 at virginia");
  }

  @Test
  void aNewSiteOpensAllThatItsPolicySaysAndAnOldOneClosesIt() {
    List<String> opened = changes(Optional.empty(), options("minimal"));

    assertThat(opened)
        .allMatch(change -> change.startsWith("opens "))
        .contains(
            "opens 4172/tcp, 4172/udp from 198.51.100.0/24, 2001:db8:c::/48 to connector at"
                + " virginia");
    assertThat(changes(options("minimal"), Optional.empty()))
        .containsExactlyElementsOf(
            opened.stream().map(change -> change.replace("opens ", "closes ")).toList());
  }
}
