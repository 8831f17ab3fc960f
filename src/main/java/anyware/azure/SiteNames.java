package anyware.azure;

import anyware.plan.Place;

/** The logical names of a site's resources; a role's are called after the role. */
final class SiteNames {
  static final String RESOURCES = "resources";
  static final String NETWORK = "network";
  static final String BALANCER_ADDRESS = "balancer-address";

  /** Another than a load balancer's, which keeps its own while a gateway comes in its place. */
  static final String GATEWAY_ADDRESS = "gateway-address";

  static final String NAT = "nat";
  static final String NAT_ADDRESS = "nat-address";

  /** What an address's name ends with when its record is meant. */
  static final String RECORD = "-name";

  static final String BALANCER_RECORD = "balancer" + RECORD;

  /**
   * A virtual network's name is the shortest of those in use: 64 characters, 8 of them the suffix
   * (https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules).
   */
  private static final int LIMIT = 56;

  private SiteNames() {}

  static String of(Place place, String identity) {
    return place.name(identity, LIMIT);
  }

  /**
   * A connector's static public address.
   *
   * @param ordinal which connector, counted from 1
   */
  static String connectorAddress(Place place, int ordinal) {
    return of(place, "connector-" + ordinal);
  }

  /**
   * The identity of the record of a connector's address.
   *
   * @param ordinal which connector, counted from 1
   */
  static String connectorRecord(int ordinal) {
    return "connector-" + ordinal + RECORD;
  }
}
