package anyware.gcp;

import anyware.plan.Place;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans to test with. */
final class Plans {
  static final Site SITE = Fixtures.site(Gcp.CLOUD);

  private Plans() {}

  static Plan of(Settings settings) {
    return of(settings, SITE);
  }

  static Plan of(Settings settings, Site site) {
    return of(settings, site, "test");
  }

  static Plan of(Settings settings, Site site, String stack) {
    return Planner.plan(
        Place.of(stack, site.name(), settings.tags()), site, Fixtures.policy(settings, site));
  }

  /** The subnets of a plan's network; none where the network is there already. */
  static List<Subnet> subnets(Plan plan) {
    return plan.network().fold(Network.Created::subnetworks, existing -> List.of());
  }

  static Plan minimal() {
    return option("minimal");
  }

  static Plan option(String name) {
    return of(settings(name));
  }

  static Settings settings(String name) {
    return Optional.ofNullable(Fixtures.optionSets().get(name)).orElseThrow();
  }

  static Plan tagged(Map<String, String> tags) {
    Place place = Place.of("test", SITE.name(), new TreeMap<>(tags));
    return Planner.plan(place, SITE, Fixtures.policy(settings("minimal"), SITE));
  }

  static SortedMap<String, Rule> rules(Plan plan) {
    return new TreeMap<>(
        plan.rules().stream().collect(Collectors.toMap(Rule::name, Function.identity())));
  }

  static Rule rule(Plan plan, String name) {
    return Optional.ofNullable(rules(plan).get(name)).orElseThrow();
  }
}
