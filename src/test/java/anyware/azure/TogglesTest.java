package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An option adds and removes its own rules, and moves no other. */
class TogglesTest {
  @ParameterizedTest
  @CsvSource({
    "radius, connector/connector-to-radius-radius-udp, ''",
    "legacy-http, connector/administrators-to-connector-http-tcp"
        + " connector/administrators-to-connector-http-tcp-ipv6, ''",
    "dns-over-tcp, connector/connector-to-dns-dns-tcp, ''",
    "license-existing, workstation/workstation-to-outside-license-servers-license-tcp"
        + " connector/connector-to-outside-license-servers-license-tcp,"
        + " connector/connector-to-cloud-license-server-https-tcp",
    "license-hosted, workstation/workstation-to-license-server-license-tcp"
        + " license-server/workstation-to-license-server-license-tcp"
        + " connector/connector-to-license-server-license-tcp"
        + " license-server/connector-to-license-server-license-tcp"
        + " license-server/others-to-license-server,"
        + " connector/connector-to-cloud-license-server-https-tcp",
    "internal-clients, connector/internal-clients-to-connector-https-tcp"
        + " connector/internal-clients-to-connector-https-tcp-ipv6"
        + " workstation/internal-clients-to-workstation-pcoip-tcp"
        + " workstation/internal-clients-to-workstation-pcoip-tcp-ipv6"
        + " workstation/internal-clients-to-workstation-pcoip-udp"
        + " workstation/internal-clients-to-workstation-pcoip-udp-ipv6"
        + " connector/ssh-to-connector-ssh-tcp, ''",
    "outbound-table, workstation/workstation-to-cloud-license-server-https-tcp"
        + " workstation/workstation-to-others, ''",
  })
  void anOptionTouchesOnlyItsOwnRules(String option, String added, String removed) {
    Map<String, Rule> before = rules("minimal");
    Map<String, Rule> after = rules(option);

    Map<String, Rule> expected = new TreeMap<>(before);
    words(removed).forEach(name -> assertThat(expected.remove(name)).as(name).isNotNull());
    words(added).forEach(name -> expected.put(name, Objects.requireNonNull(after.get(name), name)));
    assertThat(after).isEqualTo(expected);
    assertThat(before).doesNotContainKeys(words(added).toArray(String[]::new));
  }

  /** Addresses too: subnets keep theirs, and get some beside. */
  @ParameterizedTest
  @ValueSource(strings = {"minimal", "everything", "internal-clients", "outbound-table"})
  void ipv6AddsRulesAndPrefixesAndMovesNothing(String options) {
    Settings settings = AzurePlans.optionSet(options);
    Site site = Fixtures.site(Azure.CLOUD);
    Plan both = AzurePlans.of(settings, site);
    Plan before = AzurePlans.of(settings, Fixtures.withoutIpv6(site));

    Map<String, Rule> kept = new TreeMap<>(rules(both));
    assertThat(kept.keySet().removeIf(name -> name.endsWith("-ipv6"))).isTrue();
    assertThat(rules(before)).isEqualTo(kept);
    assertThat(AzurePlans.created(before).perRole())
        .isEqualTo(
            AzurePlans.created(both).perRole().stream()
                .map(it -> new Subnet(it.role(), it.name(), it.range(), Optional.empty(), it.nat()))
                .toList());
    assertThat(AzurePlans.created(both).ipv4()).isEqualTo(before.networkRanges());
    assertThat(both.balancer()).isEqualTo(before.balancer());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static Map<String, Rule> rules(String set) {
    return rules(AzurePlans.of(AzurePlans.optionSet(set)));
  }

  private static Map<String, Rule> rules(Plan plan) {
    Map<String, Rule> rules = new TreeMap<>();
    for (RoleGroups ofRole : plan.roles()) {
      Role role = ofRole.role();
      ofRole.rules().forEach(rule -> rules.put(role.slug() + "/" + rule.name(), rule));
    }
    return rules;
  }
}
