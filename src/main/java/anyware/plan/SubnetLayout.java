package anyware.plan;

import anyware.net.Cidr;

/**
 * How a created network is divided: the upper half for workstations, an eighth each for connectors,
 * license servers and, kept free, a gateway.
 *
 * @param network the whole network; short enough that its eighths are still usable subnets
 */
public record SubnetLayout(Cidr network) {
  private static final int HALVES = 1;
  private static final int QUARTERS = 2;
  private static final int EIGHTHS = 3;

  /** Where a network has one subnet a role: the workstations', half of the network. */
  public Cidr workstations() {
    return network.part(HALVES, 1);
  }

  /** Where a network has one subnet a role: the connectors', an eighth. */
  public Cidr connectors() {
    return network.part(EIGHTHS, 0);
  }

  /** Where a network has one subnet a role: the license servers', an eighth. */
  public Cidr licenseServers() {
    return network.part(EIGHTHS, 1);
  }

  /**
   * Where a subnet lies in one zone: a zone's public subnet, an eighth.
   *
   * @param zone 0 or 1
   */
  public Cidr publicSubnet(int zone) {
    return network.part(EIGHTHS, zone);
  }

  /**
   * Where a subnet lies in one zone: a zone's private subnet, one of the upper half's two quarters.
   *
   * @param zone 0 or 1
   */
  public Cidr privateSubnet(int zone) {
    return network.part(QUARTERS, 2 + zone);
  }

  /** Where a balancer has a subnet of its own: an eighth. */
  public Cidr gateway() {
    return network.part(EIGHTHS, 3);
  }
}
