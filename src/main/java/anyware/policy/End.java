package anyware.policy;

import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import java.util.function.Function;

/** One end of a flow. */
public sealed interface End {
  /** Who is there; the first in {@link Party#ORDER} where several share the end. */
  Party party();

  /** The end's part of a flow's identity. */
  default String slug() {
    return party().slug();
  }

  /** Whether the machine is at this end. */
  boolean includes(Host host);

  /**
   * The answer for the kind of end that this is.
   *
   * @param ofMembers the answer for machines of a role
   * @param ofOutside the answer for addresses outside the roles
   */
  <T> T fold(Function<Members, T> ofMembers, Function<Outside, T> ofOutside);

  /**
   * All machines of one role at the site.
   *
   * @param role the role
   */
  record Members(Role role) implements End {
    @Override
    public Party party() {
      return role;
    }

    @Override
    public <T> T fold(Function<Members, T> ofMembers, Function<Outside, T> ofOutside) {
      return ofMembers.apply(this);
    }

    @Override
    public boolean includes(Host host) {
      return host.role().filter(r -> r == role).isPresent();
    }
  }

  /**
   * Addresses outside the site's roles.
   *
   * @param peer who they belong to; the first in {@link Peer}'s order where several share them
   * @param addresses the addresses; not empty
   */
  record Outside(Peer peer, AddressSet addresses) implements End {
    @Override
    public Party party() {
      return peer;
    }

    @Override
    public <T> T fold(Function<Members, T> ofMembers, Function<Outside, T> ofOutside) {
      return ofOutside.apply(this);
    }

    @Override
    public boolean includes(Host host) {
      return addresses.contains(host.address());
    }
  }
}
