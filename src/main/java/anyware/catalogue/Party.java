package anyware.catalogue;

/** Somebody at one end of a flow: a role that the program guards, or an outside peer. */
public sealed interface Party permits Role, Peer {
  /** The name in identities and reports: lower case letters and hyphens. */
  String slug();
}
