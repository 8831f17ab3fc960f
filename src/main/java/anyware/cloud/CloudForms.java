package anyware.cloud;

import java.util.Optional;

/**
 * The forms that a cloud gives the settings of its sites. Counts of what a plan holds (rules,
 * addresses) are not among them: the cloud's limits know those.
 *
 * @param region the form of a region's name
 * @param project the form of a project's id, which a site must name; absent where there are none
 * @param resourceGroup the form of a resource group's name, which a site may name; absent where
 *     there are none
 * @param network what networks can be created
 * @param existing how ids of existing networks and subnets are spelt
 * @param balancer what can be said of a balancer
 * @param tags what tags a resource can carry
 * @param dns how DNS zones are spelt
 * @param logs what logs can be written
 */
public record CloudForms(
    RegionForm region,
    Optional<TextForm> project,
    Optional<TextForm> resourceGroup,
    NetworkForm network,
    ExistingForm existing,
    BalancerForm balancer,
    TagForm tags,
    DnsForm dns,
    LogsForm logs) {}
