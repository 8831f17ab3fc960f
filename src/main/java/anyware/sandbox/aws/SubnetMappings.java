package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that a load balancer has in its subnets: an Elastic IP address in each where it
 * faces the internet, a private one where it does not, and only network load balancers choose
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SubnetMapping.html). Of
 * private addresses AWS publishes no wording; it is EC2's here.
 */
final class SubnetMappings {
  /** As a program writes them. */
  static final Shape SHAPE =
      setOf(
          object(
              optional("allocationId", text().naming(ElasticIps.AN_ALLOCATION)),
              optional("ipv6Address", text()),
              optional("outpostId", text()),
              optional("privateIpv4Address", SubnetAddresses.ADDRESS),
              required("subnetId", text().naming(Subnets.A_SUBNET))));

  /**
   * What AWS keeps free for a load balancer that does not choose its addresses:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html.
   */
  private static final int FREE = 8;

  private SubnetMappings() {}

  static Constraint[] constraints() {
    return new Constraint[] {
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: Elastic IPs are not supported for load balancers with"
                  + " type '{loadBalancerType}'",
              balancer -> !LoadBalancers.isNetwork(balancer) && has(balancer, "allocationId"))
          .at(Step.UP),
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: Elastic IPs are not supported for load balancers with"
                  + " scheme 'internal'",
              balancer -> balancer.isTrue("internal") && has(balancer, "allocationId"))
          .at(Step.UP),
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: Private IPv4 addresses are not supported for load"
                  + " balancers with type '{loadBalancerType}'",
              balancer -> !LoadBalancers.isNetwork(balancer) && has(balancer, "privateIpv4Address"))
          .at(Step.UP),
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: A private IPv4 address can be specified only for an"
                  + " internal load balancer",
              balancer ->
                  LoadBalancers.isNetwork(balancer)
                      && !balancer.isTrue("internal")
                      && has(balancer, "privateIpv4Address"))
          .at(Step.UP),
      refuseFor("subnetMappings", SubnetMappings::badAddress).at(Step.UP),
      refuseFor("subnetMappings", SubnetMappings::takenAllocation).at(Step.UP),
      refuseFor("subnets", SubnetMappings::fullSubnet).at(Step.UP)
    };
  }

  /** The addresses that stand still need no check: they are the balancer's own. */
  private static Optional<String> badAddress(RequestContext request) {
    return mappings(request).stream()
        .flatMap(
            mapping ->
                mapping
                    .text("privateIpv4Address")
                    .flatMap(
                        address ->
                            SubnetAddresses.refusal(request, mapping.text("subnetId", ""), address))
                    .stream())
        .findFirst();
  }

  private static Optional<String> takenAllocation(RequestContext request) {
    return mappings(request).stream()
        .flatMap(mapping -> mapping.text("allocationId").stream())
        .filter(allocation -> ElasticIps.isUsed(request, allocation))
        .findFirst()
        .map("ResourceInUse: The allocation ID '%s' is already in use"::formatted);
  }

  private static Optional<String> fullSubnet(RequestContext request) {
    if (request.old().isPresent()) {
      return Optional.empty();
    }
    List<String> free =
        mappings(request).stream()
            .filter(mapping -> !mapping.has("privateIpv4Address"))
            .flatMap(mapping -> mapping.text("subnetId").stream())
            .toList();
    return (free.isEmpty() ? request.inputs().texts("subnets") : free)
        .stream()
            .filter(subnet -> request.find(Subnets.SUBNET, subnet).isPresent())
            .filter(subnet -> SubnetAddresses.left(request, subnet) < FREE)
            .findFirst()
            .map(
                subnet ->
                    "InvalidSubnet: Not enough IP space available in %s. ELB requires at least %d free IP addresses in each subnet."
                        .formatted(subnet, FREE));
  }

  private static List<Props> mappings(RequestContext request) {
    return request.inputs().objects("subnetMappings");
  }

  private static boolean has(Props balancer, String property) {
    return balancer.objects("subnetMappings").stream().anyMatch(one -> one.has(property));
  }
}
