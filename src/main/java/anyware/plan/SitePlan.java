package anyware.plan;

/** What the plans of all clouds have in common. */
public interface SitePlan {
  /** Where the plan goes. */
  Place place();

  /** The subnets in which each role's machines belong. */
  RoleSubnets subnets();

  /** Where each role's machines can be, those that the platform runs for us included. */
  default RoleSubnets roleSubnets() {
    return subnets();
  }
}
