package anyware.settings;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /**
   * A network to create.
   *
   * @param cidr its addresses, IPv4
   * @param nat whether roles without public addresses get a way out
   */
  record Created(Cidr cidr, boolean nat) implements SiteNetwork {
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
   */
  record Existing(String id, List<String> balancerSubnets, Map<Role, List<Cidr>> roleRanges)
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
