package anyware.aws;

import static anyware.aws.ResourceTypes.ATTACHMENT;
import static anyware.aws.ResourceTypes.LISTENER;
import static anyware.aws.ResourceTypes.LOAD_BALANCER;
import static anyware.aws.ResourceTypes.TARGET_GROUP;
import static anyware.aws.ResourceTypes.WEB_ACL;

import anyware.catalogue.Service;
import anyware.state.Constants;
import anyware.state.StateResource;

/**
 * What is the same of every load balancer of a kind, and what {@link ComponentBalancer} makes of
 * it.
 *
 * @param site where deviations are noted
 * @param balancer what was read
 */
record StateBalancerConstants(Constants site, LoadBalancer balancer) {

  /** Notes where the resources differ from that. */
  void check() {
    site.of(LOAD_BALANCER)
        .count(1)
        .isEmpty("subnetMappings[].allocationId")
        .isByDefault(
            "ipAddressType",
            balancer.ipv6() ? ComponentBalancer.DUAL_STACK : ComponentBalancer.ONLY_IPV4)
        .isByDefault("desyncMitigationMode", "defensive")
        .isByDefault("enableWafFailOpen", false)
        .isByDefault("preserveHostHeader", false)
        .isByDefault("xffHeaderProcessingMode", "append");
    balancer.front().fold(network -> network(), this::application);
    site.of(LISTENER)
        .names("loadBalancerArn", LOAD_BALANCER)
        .isByDefault("mutualAuthentication.mode", "off");
    site.of(LISTENER)
        .where(one -> !isRedirect(one))
        .count(1)
        .is("defaultActions[].type", "forward")
        .names("defaultActions[].targetGroupArn", TARGET_GROUP);
    site.of(TARGET_GROUP)
        .count(1)
        .is("healthCheck.port", "traffic-port")
        .is("deregistrationDelay", TargetGroup.DEREGISTRATION)
        .isByDefault("proxyProtocolV2", false);
    site.of(ATTACHMENT)
        .names("targetGroupArn", TARGET_GROUP)
        .is("port", Service.HTTPS.port())
        .isByDefault("availabilityZone", ComponentBalancer.EVERY_ZONE);
  }

  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html */
  private StateBalancerConstants network() {
    site.of(LOAD_BALANCER)
        .is("loadBalancerType", "network")
        .is("enableCrossZoneLoadBalancing", true);
    site.of(LISTENER).count(1);
    site.of(WEB_ACL).count(0);
    site.of(TARGET_GROUP)
        .where(group -> !hasAddresses(group))
        .isByDefault("preserveClientIp", true);
    site.of(TARGET_GROUP)
        .where(StateBalancerConstants::hasAddresses)
        .isByDefault("preserveClientIp", false);
    return this;
  }

  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html */
  private StateBalancerConstants application(ApplicationFront front) {
    site.of(LOAD_BALANCER)
        .is("loadBalancerType", "application")
        .is("dropInvalidHeaderFields", true);
    site.of(LISTENER)
        .where(this::isRedirect)
        .count(front.redirect().isPresent() ? 1 : 0)
        .is("defaultActions[].type", "redirect")
        .isEmpty("defaultActions[].targetGroupArn")
        .is("defaultActions[].redirect.protocol", front.listener().protocol())
        .is("defaultActions[].redirect.port", front.listener().port())
        .is("defaultActions[].redirect.statusCode", ComponentListeners.MOVED)
        .isByDefault("defaultActions[].redirect.host", "#{host}")
        .isByDefault("defaultActions[].redirect.path", "/#{path}")
        .isByDefault("defaultActions[].redirect.query", "#{query}");
    site.of(WEB_ACL).count(front.webAcl().isPresent() ? 1 : 0).names("resourceArn", LOAD_BALANCER);
    return this;
  }

  private boolean isRedirect(StateResource listener) {
    return listener.name().equals(balancer.redirectName());
  }

  /**
   * Clients' addresses are kept for instances and not for addresses:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
   */
  private static boolean hasAddresses(StateResource group) {
    return group.currentText("targetType").filter(TargetGroup.ADDRESSES::equals).isPresent();
  }
}
