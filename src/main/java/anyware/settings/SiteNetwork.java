package anyware.settings;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The network of a site: one that the program makes, or one that is there. */
public sealed interface SiteNetwork {
  /**
   * The answer for the kind of network that this is.
   *
   * @param ofCreated the answer for a network to create
   * @param ofExisting the answer for a network that is there
   */
  <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting);

  /** The addresses that are known to be the network's; may be none of a network that is there. */
  List<Cidr> ranges();

  /** Whether its machines have IPv6 addresses beside those of IPv4. */
  boolean ipv6();

  /** The address families of its machines. */
  default Set<Family> families() {
    return ipv6() ? EnumSet.allOf(Family.class) : EnumSet.of(Family.IPV4);
  }

  /**
   * A network to create.
   *
   * @param cidr its addresses, IPv4
   * @param nat whether roles without public addresses get a way out
   * @param ipv6 whether it gets IPv6 addresses too, which its cloud gives it or the plan chooses
   */
  record Created(Cidr cidr, boolean nat, boolean ipv6) implements SiteNetwork {
    @Override
    public <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting) {
      return ofCreated.apply(this);
    }

    @Override
    public List<Cidr> ranges() {
      return List.of(cidr);
    }
  }

  /**
   * A network that is there, of which nothing is taken over.
   *
   * @param id the network, as its cloud spells it
   * @param balancerSubnets where the balancer lives, as the cloud spells them; may be none
   * @param roleRanges where the roles' machines are, as far as it was said; sorted
   * @param ipv6 whether it has IPv6 addresses too
   */
  record Existing(
      String id, List<String> balancerSubnets, Map<Role, List<Cidr>> roleRanges, boolean ipv6)
      implements SiteNetwork {
    /** Copies the collections. */
    public Existing {
      balancerSubnets = List.copyOf(balancerSubnets);
      Map<Role, List<Cidr>> copy = new EnumMap<>(Role.class);
      roleRanges.forEach((role, ranges) -> copy.put(role, ranges.stream().sorted().toList()));
      roleRanges = Map.copyOf(copy);
    }

    @Override
    public <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting) {
      return ofExisting.apply(this);
    }

    @Override
    public List<Cidr> ranges() {
      return roleRanges.values().stream().flatMap(Collection::stream).distinct().sorted().toList();
    }
  }
}
