package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Targets of a target group. To register one that is there already, from here or from outside,
 * changes nothing:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html.
 * The addresses of a group of type {@code ip} are private:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-type.
 * Where AWS publishes a code without its wording, the wording here is our own.
 */
final class TargetGroupAttachments {
  static final String TARGET_GROUP_ATTACHMENT =
      "aws:lb/targetGroupAttachment:TargetGroupAttachment";

  private static final String ALL_ZONES = "all";

  private static final List<CidrBlock> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
          .flatMap(range -> CidrBlock.of(range).stream())
          .toList();

  private TargetGroupAttachments() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                TARGET_GROUP_ATTACHMENT,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html")
            .has(
                optional("availabilityZone", text()).replaces(),
                optional("port", whole().between(1, 65535).refusedAtUp()).replaces(),
                required("targetGroupArn", text().naming(TargetGroups.A_TARGET_GROUP.cascading()))
                    .replaces(),
                required("targetId", text()).replaces())
            .idIs(TargetGroupAttachments::id)
            .constraint(
                of("instance", TargetGroupAttachments::instance),
                of("ip", TargetGroupAttachments::address),
                of("alb", TargetGroupAttachments::balancer))
            .gone("TargetGroupNotFound: One or more target groups not found")
            .build());
  }

  /** The provider's own: the group and 26 digits. */
  private static String id(RequestContext request) {
    return request.inputs().text("targetGroupArn", "") + "-" + request.hex("target", 26);
  }

  private static Constraint of(
      String kind, BiFunction<RequestContext, StoredResource, Optional<String>> refusal) {
    return refuseFor(
            "targetId",
            request ->
                request
                    .find(TargetGroups.TARGET_GROUP, request.inputs().text("targetGroupArn", ""))
                    .filter(group -> group.inputs().text("targetType", "").equals(kind))
                    .flatMap(group -> refusal.apply(request, group)))
        .at(Step.UP);
  }

  private static Optional<String> instance(RequestContext request, StoredResource group) {
    String target = request.inputs().text("targetId", "");
    if (!Instances.isId(target)) {
      return Optional.of("ValidationError: Instance ID '%s' is not valid".formatted(target));
    }
    if (request.inputs().has("availabilityZone")) {
      return Optional.of(
          "ValidationError: You cannot specify an Availability Zone for targets of type"
              + " 'instance'");
    }
    String network = group.inputs().text("vpcId", "");
    return Instances.networkInterface(request, target)
        .flatMap(found -> NetworkInterfaces.vpcOf(request, found))
        .filter(own -> !own.equals(network))
        .map(
            own ->
                "InvalidTarget: The following targets are not in the target group VPC '%s': '%s'"
                    .formatted(network, target));
  }

  private static Optional<String> address(RequestContext request, StoredResource group) {
    String target = request.inputs().text("targetId", "");
    Optional<CidrBlock> own = CidrBlock.of(target + "/32").filter(CidrBlock::isV4);
    if (own.isEmpty()) {
      return Optional.of(
          "ValidationError: The IP address '%s' is not a valid IPv4 address".formatted(target));
    }
    Optional<CidrBlock> network =
        request
            .find(Vpcs.VPC, group.inputs().text("vpcId", ""))
            .flatMap(vpc -> vpc.inputs().text("cidrBlock"))
            .flatMap(CidrBlock::of);
    boolean isInside = network.filter(range -> range.contains(own.get())).isPresent();
    if (!isInside && PRIVATE.stream().noneMatch(range -> range.contains(own.get()))) {
      return Optional.of(
          "ValidationError: The IP address '%s' is not a private address".formatted(target));
    }
    Optional<String> zone = request.inputs().text("availabilityZone");
    if (!isInside && zone.isEmpty()) {
      return Optional.of(
          "ValidationError: You must specify a valid Availability Zone or select 'all' for all enabled Availability zones, since the IP address '%s' is outside the VPC"
              .formatted(target));
    }
    return zone.filter(ALL_ZONES::equals)
        .filter(all -> isInside)
        .map(
            all ->
                "ValidationError: The IP address '%s' is within the VPC, and cannot have its Availability Zone overridden to 'all'"
                    .formatted(target));
  }

  private static Optional<String> balancer(RequestContext request, StoredResource group) {
    String target = request.inputs().text("targetId", "");
    return request
            .find(LoadBalancers.LOAD_BALANCER, target)
            .filter(found -> LoadBalancers.isApplication(found.inputs()))
            .isPresent()
        ? Optional.empty()
        : Optional.of(
            "ValidationError: '%s' is not the ARN of an application load balancer"
                .formatted(target));
  }
}
