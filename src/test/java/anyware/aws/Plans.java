package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.plan.Place;
import anyware.policy.Policy;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.SiteCopy;
import java.util.List;
import java.util.Optional;

/** Plans to test with. */
final class Plans {
  private Plans() {}

  static Settings options(String name) {
    return Optional.ofNullable(Fixtures.optionSets().get(name)).orElseThrow();
  }

  static Plan of(String options) {
    return of(options(options));
  }

  static Plan of(Settings settings) {
    return of(settings, Fixtures.site(Aws.CLOUD));
  }

  static Plan of(Settings settings, Site site) {
    Site effective = Fixtures.withOptions(site, settings.options());
    return Planner.plan(
        Place.of("test", site.name(), settings.tags()), effective, Policy.of(effective));
  }

  static Policy policy(String options) {
    return Fixtures.policy(options(options), Fixtures.site(Aws.CLOUD));
  }

  /** The site with something changed. */
  static Site site(String name, String region, int connectors, String network) {
    Site site = Fixtures.site(Aws.CLOUD);
    return SiteCopy.of(site)
        .name(name)
        .region(region)
        .connectors(connectors)
        .network(new SiteNetwork.Created(Cidr.of(network), true, true))
        .site();
  }

  /** The network of a plan that makes one. */
  static Vpc vpc(Plan plan) {
    return plan.network()
        .fold(
            created -> created,
            existing -> {
              throw new IllegalArgumentException("not created: " + existing);
            });
  }

  static List<Rule> rules(Plan plan, Role role, Direction direction) {
    return plan.rules().stream()
        .filter(rule -> rule.role() == role && rule.direction() == direction)
        .toList();
  }
}
