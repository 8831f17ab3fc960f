package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
  private static List<List<String>> rows(String options) {
    Settings settings = Objects.requireNonNull(Fixtures.optionSets().get(options));
    return SettingsTable.rows(settings);
  }

  @Test
  void valuesStandUnderTheirPaths() {
    assertThat(rows("everything"))
        .contains(
            List.of("peers.clients", "198.51.100.0/24, 2001:db8:c::/48"),
            List.of("radius.servers", "10.9.0.20/32"),
            List.of("radius.port", "1812"),
            List.of("legacyHttp", "true"),
            List.of("licenseServer.hosted", "true"),
            List.of("licenseServer.port", "7070"),
            List.of("dnsOverTcp", "true"),
            List.of("tags.environment", "test"),
            List.of("quotas.awsRulesPerGroup", "60"),
            List.of("sites.iowa.cloud", "gcp"),
            List.of("sites.iowa.project", "demo-project"),
            List.of("sites.iowa.network.cidr", "10.40.0.0/16"),
            List.of("sites.iowa.balancer.layer", "4"));
  }

  @Test
  void whatIsAbsentIsSaidToBe() {
    assertThat(rows("default-peers"))
        .contains(
            List.of("peers.administrators", "none"),
            List.of("radius", "none"),
            List.of("licenseServer", "none"),
            List.of("legacyHttp", "false"));
  }

  @Test
  void anExistingLicenseServerIsToldByItsAddress() {
    assertThat(rows("license-existing"))
        .contains(
            List.of("licenseServer.servers", "10.9.0.30/32"),
            List.of("licenseServer.port", "7171"));
  }
}
