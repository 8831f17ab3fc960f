package anyware.gcp;

import anyware.net.AddressSet;

/**
 * The end of a rule that is not its target: the source of an inbound rule, the destination of an
 * outbound one (https://cloud.google.com/firewall/docs/firewalls#sources_or_destinations).
 */
public sealed interface Remote {

  /**
   * Addresses of one family; the platform takes no rule that mixes both.
   *
   * @param addresses not empty
   */
  record Ranges(AddressSet addresses) implements Remote {}

  /**
   * Machines of the same network that carry a tag, known by their internal addresses in it. Only an
   * inbound rule can have this: an outbound rule's destination is always addresses.
   *
   * @param tag the network tag
   */
  record Tagged(String tag) implements Remote {}
}
