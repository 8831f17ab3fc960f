package anyware.azure;

import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SitePlan;
import anyware.state.Deviation;
import java.util.List;
import java.util.Optional;

/**
 * What Azure is asked for at one site. Names are logical; the platform's names carry a random
 * suffix, except those of subnets, which are names within their network.
 *
 * <p>Public addresses are static and of the Standard SKU; they and internal frontends are in all
 * zones that {@link AvailabilityZones} knows of the region.
 *
 * @param place where the plan goes
 * @param region the location, such as {@code northeurope}
 * @param resourceGroup where the resources are
 * @param network the virtual network
 * @param roles what each role gets, in the order of {@link anyware.catalogue.Role}
 * @param balancer the load balancer, when the site has one
 * @param connectorAddresses the connectors' public addresses, in the connectors' order
 * @param records the records of those addresses in DNS zones, the balancer's first
 * @param logging what is logged
 * @param protect whether network, balancer and addresses are protected from deletion
 * @param deviations what a deployed site has beyond a plan; none where the site is planned
 */
public record Plan(
    Place place,
    String region,
    ResourceGroup resourceGroup,
    Network network,
    List<RoleGroups> roles,
    Optional<SiteBalancer> balancer,
    List<String> connectorAddresses,
    List<DnsRecord> records,
    Logging logging,
    boolean protect,
    List<Deviation> deviations)
    implements SitePlan {

  /** Copies the lists. */
  public Plan {
    roles = List.copyOf(roles);
    connectorAddresses = List.copyOf(connectorAddresses);
    records = List.copyOf(records);
    deviations = List.copyOf(deviations);
  }

  /** The same plan with deviations. */
  Plan with(List<Deviation> found) {
    return new Plan(
        place,
        region,
        resourceGroup,
        network,
        roles,
        balancer,
        connectorAddresses,
        records,
        logging,
        protect,
        found);
  }

  @Override
  public List<Cidr> networkRanges() {
    return network.ranges();
  }

  @Override
  public RoleSubnets subnets() {
    return network.subnets();
  }
}
