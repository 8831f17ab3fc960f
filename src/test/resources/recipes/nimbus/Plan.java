package anyware.nimbus;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SitePlan;
import java.util.List;
import java.util.Set;

/** What a site asks for: a network, rules, and the roles that may open nothing without one. */
public record Plan(
    Place place,
    String region,
    List<Cidr> networkRanges,
    RoleSubnets subnets,
    List<Rule> rules,
    Set<Role> limited)
    implements SitePlan {}
