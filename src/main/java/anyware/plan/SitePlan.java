package anyware.plan;

import anyware.net.Cidr;
import anyware.state.Deviation;
import java.util.List;
import java.util.Map;

/**
 * What a site asks of its cloud, complete: whoever judges, limits, registers or reads back a plan
 * needs nothing beside it.
 */
public interface SitePlan {
  /** Where the plan goes. */
  Place place();

  /** The region, as the cloud's API spells it; empty where a state does not tell. */
  String region();

  /**
   * How many objects the plan has of each kind of which an account may have so many in a region; by
   * the kind's name for people. Empty where nobody need count.
   */
  default Map<String, Integer> regionalObjects() {
    return Map.of();
  }

  /** What a deployed site has beyond a plan; none where the site is planned. */
  default List<Deviation> deviations() {
    return List.of();
  }

  /** The addresses of the site's network. */
  List<Cidr> networkRanges();

  /** The subnets in which each role's machines belong. */
  RoleSubnets subnets();

  /** Where each role's machines can be, those that the platform runs for us included. */
  default RoleSubnets roleSubnets() {
    return subnets();
  }
}
