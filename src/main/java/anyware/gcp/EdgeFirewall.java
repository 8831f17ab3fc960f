package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.AddressJudge;
import anyware.firewall.Firewall;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.FrontEnd;
import anyware.firewall.ResolvedEnd;
import anyware.firewall.ResolvedRule;
import anyware.firewall.Verdict.Outcome;
import anyware.firewall.WrappedFirewall;
import anyware.gcp.Rule.Action;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Google's front ends do before the machines' firewalls: they listen where forwarding rules
 * say so, each at an address of one family
 * (https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts), and Cloud Armor decides
 * by the address of who asks, the rule with the lowest number first
 * (https://cloud.google.com/armor/docs/security-policy-overview#eval-order). Cloud Armor is asked
 * about requests to backend services only, so nothing filters a redirect that the URL map answers
 * with. Towards the connectors the front ends open connections as they please.
 *
 * @param inner the machines' firewalls
 * @param balancer the balancer
 */
record EdgeFirewall(Firewall inner, ApplicationBalancer balancer) implements WrappedFirewall {

  private Traffic served() {
    return Traffic.of(Protocol.TCP, balancer.port());
  }

  /** What nothing filters: the redirect, and what somebody else's forwarding rules take. */
  private List<FrontEnd> unfiltered() {
    List<FrontEnd> open = new ArrayList<>(balancer.further());
    if (balancer.redirect()) {
      open.add(
          new FrontEnd(
              Traffic.of(Protocol.TCP, ApplicationBalancer.REDIRECT_PORT), balancer.redirects()));
    }
    return open;
  }

  private List<Traffic> traffic() {
    List<FrontEnd> all = unfiltered();
    all.add(new FrontEnd(served(), balancer.families()));
    return FrontEnd.traffic(all);
  }

  @Override
  public Set<IpProtocol> protocols() {
    Set<IpProtocol> protocols = new HashSet<>(inner.protocols());
    traffic().forEach(traffic -> traffic.protocol().ifPresent(protocols::add));
    return protocols;
  }

  @Override
  public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    return role == Role.BALANCER
        ? Traffic.boundaries(traffic(), protocol)
        : inner.portBoundaries(role, direction, protocol);
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    if (role != Role.BALANCER) {
      return inner.judge(role, direction, protocol, port);
    }
    if (direction == Direction.OUTBOUND) {
      return fixed(Outcome.OPEN, "the front ends open connections of their own");
    }
    Set<Family> unfiltered = FrontEnd.families(unfiltered(), protocol, port);
    Set<Family> filtered =
        served().matches(protocol, port) ? balancer.families() : Set.<Family>of();
    Set<Family> received = new HashSet<>(unfiltered);
    received.addAll(filtered);
    Judge missed = fixed(Outcome.CLOSED, FrontEnd.missed(received, traffic()));
    Judge armor =
        filtered.isEmpty()
            ? missed
            : AddressJudge.of(filtered, armor().judge(protocol, port), missed);
    return AddressJudge.of(
        unfiltered,
        fixed(Outcome.OPEN, "Cloud Armor is asked about port " + balancer.port() + " only"),
        armor);
  }

  private FixedJudge fixed(Outcome outcome, String reason) {
    return new FixedJudge(outcome, balancer.name(), reason);
  }

  private FirstMatchRules armor() {
    return new FirstMatchRules(
        "",
        balancer.rules().stream().map(this::resolved).toList(),
        fixed(Outcome.OPEN, "no Cloud Armor rule matches"));
  }

  private ResolvedRule resolved(ArmorRule rule) {
    return new ResolvedRule(
        rule.name(balancer.name()),
        rule.description(),
        rule.priority(),
        rule.action() == Action.DENY ? Outcome.CLOSED : Outcome.OPEN,
        List.of(served()),
        ResolvedEnd.at(rule.sources(), rule.sources().toString()),
        false);
  }

  @Override
  public boolean isForAnybody(Role role, Direction direction, IpProtocol protocol, int port) {
    return role == Role.BALANCER
        && direction == Direction.INBOUND
        && balancer.redirect()
        && Traffic.of(Protocol.TCP, ApplicationBalancer.REDIRECT_PORT).matches(protocol, port);
  }

  /** The front ends are one place; what machines meet is theirs to say. */
  @Override
  public List<Firewall> standpoints(Role role) {
    return role == Role.BALANCER ? List.of(this) : inner.standpoints(role);
  }
}
