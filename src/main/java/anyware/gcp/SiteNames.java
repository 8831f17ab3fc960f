package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Family;
import anyware.plan.Names;
import anyware.plan.Place;

/** What a site's resources are called, but for its rules, which are called after their flows. */
final class SiteNames {
  /**
   * The longest logical name: the platform takes 63 characters, of which the engine's suffix needs
   * 8 (https://cloud.google.com/compute/docs/naming-resources).
   */
  static final int LIMIT = 55;

  /** The longest network tag (https://cloud.google.com/vpc/docs/add-remove-network-tags). */
  static final int TAG_LIMIT = 63;

  private static final String TAG_PREFIX = "anyware-";

  private SiteNames() {}

  /** {@code anyware-STACK-SITE-ROLE}; a stack's name that does not fit is cut, never the role. */
  static String tag(Place place, Role role) {
    String rest = "-" + place.site() + "-" + role.slug();
    int room = TAG_LIMIT - TAG_PREFIX.length() - rest.length();
    return TAG_PREFIX + Names.slug(place.stack(), room) + rest;
  }

  static String network(Place place) {
    return place.name("network", LIMIT);
  }

  static String subnet(Place place, Role role) {
    return place.name(role.slug(), LIMIT);
  }

  /** The Cloud NAT and its router. */
  static String nat(Place place) {
    return place.name("nat", LIMIT);
  }

  /**
   * A connector's static public address.
   *
   * @param ordinal which connector, counted from 1
   */
  static String connectorAddress(Place place, int ordinal) {
    return place.name("connector-" + ordinal, LIMIT);
  }

  /** Everything that the balancer is made of. */
  static String balancer(Place place) {
    return balancer(place, Family.IPV4);
  }

  /** The balancer's address of a family, its forwarding rule and its record. */
  static String balancer(Place place, Family family) {
    return place.name(Role.BALANCER.slug() + beyondIpv4(family), LIMIT);
  }

  /** The parts of a balancer's redirect. */
  static String redirect(Place place) {
    return redirect(place, Family.IPV4);
  }

  /** The forwarding rule of a balancer's redirect for a family. */
  static String redirect(Place place, Family family) {
    return place.name(Role.BALANCER.slug() + "-redirect" + beyondIpv4(family), LIMIT);
  }

  private static String beyondIpv4(Family family) {
    return family == Family.IPV4 ? "" : "-" + version(family);
  }

  /** A family's part of a name: {@code v4} or {@code v6}. */
  static String version(Family family) {
    return family.slug().replace("ip", "");
  }
}
