package anyware.azure;

import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.List;
import java.util.Optional;

/**
 * Whom the platform demands to be let in to the subnet of an application gateway: its manager to
 * the ports 65200 to 65535, and its own balancer's probes, both with any destination
 * (https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups).
 * The endpoints ask for certificates of Azure's. This traffic is the platform's own: without it
 * there is no gateway, so no policy is asked about it. All else is judged.
 */
enum GatewayAccess {
  /** The manager of all gateways. */
  MANAGER(
      "gateway-manager",
      "GatewayManager",
      new Traffic(Optional.of(IpProtocol.TCP), new PortRange(65200, 65535))),
  /** The platform's probes. */
  PROBES("azure-load-balancer", ServiceTags.LOAD_BALANCER, Traffic.ANY);

  private final String rule;
  private final String tag;

  // A record of values; its checker does not know that Optional is one.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Traffic traffic;

  GatewayAccess(String rule, String tag, Traffic traffic) {
    this.rule = rule;
    this.tag = tag;
    this.traffic = traffic;
  }

  /** The name of a rule that grants this. */
  String rule() {
    return rule;
  }

  /** Who comes. */
  RuleEnd source() {
    return new RuleEnd.ServiceTag(tag);
  }

  /** To what. */
  Traffic traffic() {
    return traffic;
  }

  /** Whether a rule lets all of this in, with any destination, and nobody else. */
  boolean isGrantedBy(Rule rule) {
    return isAbout(rule) && rule.destination().equals(new RuleEnd.Anybody());
  }

  private boolean isAbout(Rule rule) {
    return rule.direction() == Direction.INBOUND
        && rule.access() == Access.ALLOW
        && rule.source().equals(source())
        && rule.traffic().equals(List.of(traffic));
  }

  /** Whether a rule is for the platform alone. */
  static boolean isPlatforms(Rule rule) {
    return MANAGER.isAbout(rule) || PROBES.isAbout(rule);
  }
}
