package anyware.plan;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.List;
import java.util.Map;

/** What the plans of all clouds have in common. */
public interface SitePlan {
  /** Where the plan goes. */
  Place place();

  /** The subnets in which each role's machines belong. */
  Map<Role, List<Cidr>> subnets();

  /** Where each role's machines can be, those that the platform runs for us included. */
  default Map<Role, List<Cidr>> roleSubnets() {
    return subnets();
  }
}
