package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import anyware.testing.Golden;
import anyware.testing.SiteCopy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  private static final String NAME = "[a-z]([-a-z0-9]*[a-z0-9])?";

  static Stream<String> optionSets() {
    return Fixtures.optionSets().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void thePlanOfAnOptionSetIsAsWrittenDown(String name) {
    Golden.assertMatches("gcp/" + name, Plans.option(name));
  }

  @Test
  void thePlanWithoutABalancerIsAsWrittenDown() {
    Plan plan = Plans.of(Plans.settings("minimal"), Fixtures.withoutBalancer(Plans.SITE));

    Golden.assertMatches("gcp/no-balancer", plan);
  }

  @Test
  void eachRoleHasASubnetOfItsOwnInTheSitesNetwork() {
    Plan plan = Plans.option("license-hosted");

    assertThat(plan.subnets().byRole())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Role.CONNECTOR, List.of(Cidr.of("10.40.0.0/19")),
                Role.LICENSE_SERVER, List.of(Cidr.of("10.40.32.0/19")),
                Role.WORKSTATION, List.of(Cidr.of("10.40.128.0/17"))));
  }

  @Test
  void thereIsNoLicenseServerRoleUnlessTheStackHostsIt() {
    assertThat(Plans.minimal().tags()).doesNotContainKey(Role.LICENSE_SERVER);
    assertThat(Plans.option("license-existing").tags()).doesNotContainKey(Role.LICENSE_SERVER);
  }

  @Test
  void aTagNamesStackSiteAndRole() {
    assertThat(Plans.minimal().tags())
        .containsEntry(Role.CONNECTOR, "anyware-test-iowa-connector")
        .containsEntry(Role.WORKSTATION, "anyware-test-iowa-workstation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Production.EU_west", "-", "customer-with-a-very-long-name-indeed-"})
  void longNamesFitAndStayApart(String stack) {
    Site site = site("abcdefghij-lmnopqrst", 3);
    Plan plan = Plans.of(Plans.settings("everything"), site, stack);
    List<String> rules = plan.rules().stream().map(Rule::name).toList();

    assertThat(rules).doesNotHaveDuplicates();
    assertThat(Stream.of(rules, plan.connectorAddresses()).flatMap(List::stream))
        .contains("abcdefghij-lmnopqrst-connector-3")
        .allMatch(name -> name.length() <= 55 && name.matches(NAME));
    assertThat(plan.tags().values())
        .doesNotHaveDuplicates()
        .allMatch(tag -> tag.length() <= 63 && tag.matches(NAME))
        .allMatch(tag -> tag.startsWith("anyware-"))
        .anyMatch(tag -> tag.endsWith("-abcdefghij-lmnopqrst-license-server"));
  }

  @Test
  void thereAreAsManyAddressesAsConnectors() {
    Settings settings = Plans.settings("minimal");

    assertThat(Plans.of(settings, site("iowa", 2)).connectorAddresses())
        .containsExactly("iowa-connector-1", "iowa-connector-2");
    assertThat(Plans.of(settings, site("iowa", 0)).connectorAddresses()).isEmpty();
  }

  @Test
  void labelsAreTheTagsInTheAlphabetOfLabels() {
    Plan plan = Plans.of(Plans.settings("minimal"), Plans.SITE, "Prod.EU");

    assertThat(plan.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("environment", "test", "anyware-site", "iowa", "anyware-stack", "prod-eu"));
    assertThat(Plans.tagged(Map.of("Cost.Center", "R&D 7_b")).labels())
        .containsEntry("cost-center", "r-d-7_b");
  }

  @Test
  void aStackNameTooLongForALabelIsCut() {
    Plan plan = Plans.of(Plans.settings("minimal"), Plans.SITE, "s".repeat(100));

    assertThat(plan.labels().get("anyware-stack")).hasSize(63).startsWith("sss");
  }

  private static Site site(String name, int connectors) {
    Site site = Plans.SITE;
    return SiteCopy.of(site).name(name).connectors(connectors).site();
  }
}
