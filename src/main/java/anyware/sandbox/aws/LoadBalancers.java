package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import java.util.List;
import java.util.Locale;

/** Application, network and gateway load balancers. */
final class LoadBalancers {
  static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  /** A reference to a load balancer by its ARN. */
  static final Reference A_LOAD_BALANCER =
      Reference.to("LoadBalancerNotFound: Load balancer '{value}' not found", LOAD_BALANCER);

  private LoadBalancers() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                LOAD_BALANCER,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html")
            .has(LoadBalancerPlacement.properties())
            .has(LoadBalancerAttributes.properties())
            .has(Tags.properties())
            .has(
                computed("arn", (request, enclosing) -> request.id()),
                computed("arnSuffix", (request, enclosing) -> suffix(request)),
                computed("dnsName", (request, enclosing) -> dnsName(request)),
                computed(
                    "vpcId", (request, enclosing) -> LoadBalancerPlacement.vpc(request).orElse("")),
                computed("zoneId", (request, enclosing) -> zone(request)))
            .idIs(
                request ->
                    ElasticLoadBalancing.arn(
                        request,
                        "loadbalancer/"
                            + kind(request.inputs())
                            + "/"
                            + request.inputs().text("name", "")))
            .autoNamed(AutoName.dashed("name", 32))
            .completedBy(Tags::merged)
            .unique("ELBv2 Load Balancer ({name}) already exists", "name")
            .constraint(LoadBalancerPlacement.constraints())
            .constraint(SubnetMappings.constraints())
            .constraint(LoadBalancerAttributes.constraints())
            .replacedOn("securityGroups", LoadBalancerPlacement::groupsNeedReplacement)
            .replacedOn("subnets", LoadBalancerPlacement::subnetsNeedReplacement)
            .replacedOn("subnetMappings", LoadBalancerPlacement::mappingsNeedReplacement)
            .inUse("ResourceInUse: Load balancer '{id}' is currently in use by {users}")
            .gone("LoadBalancerNotFound: Load balancer '{id}' not found")
            .build());
  }

  /**
   * Tells whether a load balancer is a network load balancer.
   *
   * @param balancer its inputs
   */
  static boolean isNetwork(Props balancer) {
    return balancer.text("loadBalancerType", "").equals("network");
  }

  /**
   * Tells whether a load balancer is an application load balancer.
   *
   * @param balancer its inputs
   */
  static boolean isApplication(Props balancer) {
    return balancer.text("loadBalancerType", "").equals("application");
  }

  private static String kind(Props balancer) {
    return switch (balancer.text("loadBalancerType", "")) {
      case "network" -> "net";
      case "gateway" -> "gwy";
      default -> "app";
    };
  }

  private static String suffix(RequestContext request) {
    return request.id().substring(request.id().indexOf("loadbalancer/") + "loadbalancer/".length());
  }

  private static String dnsName(RequestContext request) {
    Props inputs = request.inputs();
    String name = inputs.text("name", "");
    if (!isApplication(inputs)) {
      return name
          + "-"
          + request.hex("arn", 16)
          + ".elb."
          + Identifiers.region(request)
          + ".amazonaws.com";
    }
    String scheme = inputs.isTrue("internal") ? "internal-" : "";
    return scheme
        + name
        + "-"
        + request.digits("dns", 10)
        + "."
        + Identifiers.region(request)
        + ".elb.amazonaws.com";
  }

  /** The hosted zone of the region's load balancers; a made-up one. */
  private static String zone(RequestContext request) {
    return "Z" + request.hex("zone", 13).toUpperCase(Locale.ROOT);
  }
}
