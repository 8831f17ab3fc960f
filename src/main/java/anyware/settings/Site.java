package anyware.settings;

import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.net.Cidr;
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
 * @param network the addresses of the network to create, IPv4
 * @param balancer the load balancer; absent when there is to be none
 */
public record Site(
    String name,
    Cloud cloud,
    String region,
    Optional<String> project,
    Optional<String> resourceGroup,
    int connectors,
    Cidr network,
    Optional<Balancer> balancer) {}
