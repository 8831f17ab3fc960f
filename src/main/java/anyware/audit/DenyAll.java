package anyware.audit;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Stands for the firewall of a site or role that is not there: nothing passes. */
enum DenyAll implements Firewall, Firewall.Judge {
  /** The only one. */
  INSTANCE;

  @Override
  public Set<IpProtocol> protocols() {
    return Set.of();
  }

  @Override
  public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    return Set.of();
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    return this;
  }

  @Override
  public Collection<Cidr> prefixes() {
    return List.of();
  }

  @Override
  public Outcome outcome(Host other) {
    return Outcome.CLOSED;
  }

  @Override
  public Verdict verdict(Host other) {
    return new Verdict(Outcome.CLOSED, "no machines", List.of("there are no such machines"));
  }
}
