package anyware.catalogue;

import java.util.Locale;
import java.util.function.Function;

/** A kind of machine that the program guards. */
public enum Role implements Party {
  /** The Anyware Connector. */
  CONNECTOR,
  /** A remote workstation in one of the stack's sites. */
  WORKSTATION,
  /** The PCoIP License Server, when the stack hosts it. */
  LICENSE_SERVER,
  /** The load balancer that the program makes in front of the connectors. */
  BALANCER;

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public <T> T fold(Function<Role, T> ofRole, Function<Peer, T> ofPeer) {
    return ofRole.apply(this);
  }

  /** The name as a key of the outputs: {@code licenseServer}, the others as in {@link #slug()}. */
  public String key() {
    return this == LICENSE_SERVER ? "licenseServer" : slug();
  }
}
