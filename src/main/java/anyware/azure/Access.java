package anyware.azure;

/** What a security rule does with the traffic that it matches. */
public enum Access {
  /** Lets it pass. */
  ALLOW,
  /** Drops it. */
  DENY
}
