package anyware.gcp;

/**
 * From where the IPv6 addresses of a dual-stack subnet can be reached. Google takes it as said
 * once: no subnet changes it in place (https://cloud.google.com/vpc/docs/subnets#ipv6-ranges).
 */
public enum Ipv6Access {
  /** From the internet too, where rules let anybody in; a /64 of Google's own. */
  EXTERNAL,
  /** From the network only; a /64 of the network's /48 of unique local addresses. */
  INTERNAL;

  /** What a dual-stack subnet or a machine's interface in it says of itself; others say nothing. */
  static final String DUAL_STACK = "IPV4_IPV6";
}
