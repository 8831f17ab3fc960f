package anyware.settings;

import anyware.cloud.Balancer;
import anyware.cloud.BalancerTraits;
import anyware.cloud.Cloud;
import anyware.cloud.DnsName;
import java.util.List;
import java.util.Optional;

/**
 * One network in one cloud region.
 *
 * @param name the site's name: 2 to 20 lower-case letters, digits and inner hyphens, a letter first
 * @param cloud the cloud it is in
 * @param region the cloud's region (Azure: location)
 * @param project the Google Cloud project; present exactly when the cloud has projects
 * @param resourceGroup an existing Azure resource group; absent when one is to be created, and on
 *     the other clouds
 * @param connectors how many static public addresses to reserve for PCoIP sessions: 0 to 50
 * @param network the network
 * @param balancer the load balancer; absent when there is to be none
 * @param targets the connectors to register at the balancer, as the cloud spells them; all of one
 *     kind
 * @param options who there is and what is used at this site
 * @param sessions how many PCoIP sessions from outside the connectors are to carry at a time;
 *     absent when nobody said
 * @param protect whether networks, balancers and addresses are protected from deletion
 * @param connectorDns the records of the connectors' public addresses, if they are to have some
 * @param logs the logs that are written
 */
public record Site(
    String name,
    Cloud cloud,
    String region,
    Optional<String> project,
    Optional<String> resourceGroup,
    int connectors,
    SiteNetwork network,
    Optional<Balancer> balancer,
    List<String> targets,
    Options options,
    Optional<Integer> sessions,
    boolean protect,
    Optional<DnsName> connectorDns,
    Logs logs) {
  /** Copies the targets. */
  public Site {
    targets = List.copyOf(targets);
  }

  /** How the balancer changes what the connectors' firewall sees; absent where there is none. */
  public Optional<BalancerTraits> traits() {
    return balancer.map(made -> cloud.traits(made, network.families()));
  }

  /**
   * The outside parties with the addresses from which they can be talked to here: those of the
   * network's families.
   */
  public Peers peers() {
    return options.peers().ofFamilies(network.families());
  }
}
