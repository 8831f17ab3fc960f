package anyware.policy;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;

/** One end of a flow. */
public sealed interface End {
  /** The end's part of a flow's identity. */
  String slug();

  /** Whether the machine is at this end. */
  boolean includes(Host host);

  /**
   * All machines of one role at the site.
   *
   * @param role the role
   */
  record Members(Role role) implements End {
    @Override
    public String slug() {
      return role.slug();
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
    public String slug() {
      return peer.slug();
    }

    @Override
    public boolean includes(Host host) {
      return addresses.contains(host.address());
    }
  }
}
