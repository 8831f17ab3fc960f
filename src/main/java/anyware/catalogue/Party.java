package anyware.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Somebody at one end of a flow: a role that the program guards, or an outside peer. */
public sealed interface Party permits Role, Peer {
  /** Everybody there is: the roles, then the peers, each in the order of their declaration. */
  List<Party> ALL =
      Stream.<Party>concat(Arrays.stream(Role.values()), Arrays.stream(Peer.values())).toList();

  /** The order of {@link #ALL}: where parties share a rule, the first gives it its identity. */
  Comparator<Party> ORDER = Comparator.comparingInt(ALL::indexOf);

  /** The name in identities and reports: lower case letters and hyphens. */
  String slug();

  /**
   * The answer for the kind of party that this is.
   *
   * @param ofRole the answer for a role
   * @param ofPeer the answer for a peer
   */
  <T> T fold(Function<Role, T> ofRole, Function<Peer, T> ofPeer);
}
