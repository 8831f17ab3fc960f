package anyware.cli;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.MalformedException;
import anyware.settings.Endpoint;
import anyware.settings.Peers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An end of a connection as somebody named it: a role, an address or a prefix, a peer of the site's
 * settings, or the internet.
 *
 * @param name the name
 * @param ends what it stands for at a site with these peers
 */
record NamedEnd(String name, Function<Peers, List<Endpoint>> ends) {
  private static final String INTERNET = "internet";

  /**
   * Reads a name.
   *
   * @throws MalformedException when it names nothing
   */
  static NamedEnd parse(String text) throws MalformedException {
    if (text.equals(INTERNET)) {
      List<Endpoint> everybody =
          Arrays.stream(Family.values()).map(Family::all).map(NamedEnd::at).toList();
      return new NamedEnd(text, peers -> everybody);
    }
    Optional<Peer> peer =
        Arrays.stream(Peer.values())
            .filter(one -> one.slug().equals(text) || key(one).equals(text))
            .findFirst();
    if (peer.isPresent()) {
      return new NamedEnd(
          text, peers -> peers.of(peer.get()).prefixes().stream().map(NamedEnd::at).toList());
    }
    try {
      Endpoint end = Endpoint.parse(text);
      return new NamedEnd(text, peers -> List.of(end));
    } catch (MalformedException e) {
      throw new MalformedException(
          e.allowed() + ", " + INTERNET + ", or a peer such as " + key(Peer.CLIENTS), e.fix());
    }
  }

  private static Endpoint at(Cidr addresses) {
    return new Endpoint.At(addresses);
  }

  /** A peer's key in the settings, if it has a setting of its own. */
  private static String key(Peer peer) {
    return peer.setting().map(PeerSetting::key).orElse(peer.slug());
  }

  @Override
  public String toString() {
    return name;
  }
}
