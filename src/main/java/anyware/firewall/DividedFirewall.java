package anyware.firewall;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A firewall with rules for some of a role's own addresses only.
 *
 * @param inner what it does, in doubt what it does for any of a role's machines
 * @param places what it does for a role's machines at some addresses; a role that all rules treat
 *     alike, wherever its machines are, is left out
 */
public record DividedFirewall(Firewall inner, Map<Role, Map<AddressSet, Firewall>> places)
    implements WrappedFirewall {

  /** Copies the places. */
  public DividedFirewall {
    places = Map.copyOf(places);
  }

  @Override
  public List<Firewall> standpoints(Role role) {
    List<Firewall> standpoints = new ArrayList<>();
    places
        .getOrDefault(role, Map.of())
        .forEach((where, there) -> standpoints.add(new Place(there, role.slug() + " " + where)));
    return standpoints.isEmpty() ? List.of(this) : standpoints;
  }

  /** What is met at one place, which verdicts name. */
  private record Place(Firewall inner, String name) implements WrappedFirewall {
    @Override
    public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
      return new PlaceJudge(inner.judge(role, direction, protocol, port), " at " + name);
    }
  }

  private record PlaceJudge(Judge judge, String where) implements Judge {
    @Override
    public Collection<Cidr> prefixes() {
      return judge.prefixes();
    }

    @Override
    public Outcome outcome(Host other) {
      return judge.outcome(other);
    }

    @Override
    public String rule(Host other) {
      return judge.rule(other) + where;
    }

    @Override
    public Optional<String> assumed(Host other) {
      return judge.assumed(other);
    }

    @Override
    public Verdict verdict(Host other) {
      Verdict verdict = judge.verdict(other);
      return new Verdict(verdict.outcome(), verdict.rule() + where, verdict.trace());
    }
  }
}
