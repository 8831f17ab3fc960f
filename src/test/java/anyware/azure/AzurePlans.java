package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.plan.Place;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import anyware.testing.SiteCopy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans to test with, and what is in them. */
final class AzurePlans {
  private AzurePlans() {}

  /** The plan of the settings' Azure site. */
  static Plan of(Settings settings) {
    return of(settings, Fixtures.site(Azure.CLOUD));
  }

  /** The plan of a site under these settings. */
  static Plan of(Settings settings, Site site) {
    return Planner.plan(
        Place.of("test", site.name(), settings.tags()), site, Fixtures.policy(settings, site));
  }

  /** The settings of one of the fixtures' option sets. */
  static Settings optionSet(String name) {
    return Objects.requireNonNull(Fixtures.optionSets().get(name), name);
  }

  /** Every rule of the plan. */
  static Stream<Rule> rules(Plan plan) {
    return plan.roles().stream().flatMap(ofRole -> ofRole.rules().stream());
  }

  /** The role's rules in one direction. */
  static List<Rule> rules(Plan plan, Role role, Direction direction) {
    return plan.roles().stream()
        .filter(ofRole -> ofRole.role() == role)
        .flatMap(ofRole -> ofRole.rules().stream())
        .filter(rule -> rule.direction() == direction)
        .toList();
  }

  /** The role's rule with this name. */
  static Rule rule(Plan plan, Role role, String name) {
    return plan.roles().stream()
        .filter(ofRole -> ofRole.role() == role)
        .flatMap(ofRole -> ofRole.rules().stream())
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(role + " has no rule " + name));
  }

  /** The plan with another balancer. */
  static Plan with(Plan plan, SiteBalancer balancer) {
    return new Plan(
        plan.place(),
        plan.region(),
        plan.resourceGroup(),
        plan.network(),
        plan.roles(),
        Optional.of(balancer),
        plan.connectorAddresses(),
        plan.records(),
        plan.logging(),
        plan.protect(),
        plan.deviations());
  }

  /** A copy of the plan with other groups. */
  static Plan with(Plan plan, List<RoleGroups> roles) {
    return new Plan(
        plan.place(),
        plan.region(),
        plan.resourceGroup(),
        plan.network(),
        roles,
        plan.balancer(),
        plan.connectorAddresses(),
        plan.records(),
        plan.logging(),
        plan.protect(),
        plan.deviations());
  }

  /** The network that the plan makes. */
  static Network.Created created(Plan plan) {
    return plan.network()
        .fold(
            created -> created,
            existing -> {
              throw new AssertionError(existing + " is there");
            });
  }

  /** Where a role's machines are. */
  static Cidr subnet(Plan plan, Role role) {
    return plan.subnets().of(role).get(0);
  }

  /** A copy of the site with another name and number of connectors. */
  static Site site(String name, int connectors) {
    Site site = Fixtures.site(Azure.CLOUD);
    return SiteCopy.of(site).name(name).connectors(connectors).site();
  }

  /** A copy of the site in an existing resource group. */
  static Site siteIn(String resourceGroup) {
    Site site = Fixtures.site(Azure.CLOUD);
    return SiteCopy.of(site).resourceGroup(resourceGroup).site();
  }
}
