package anyware.audit;

import java.util.Optional;

/**
 * A class of packets on which a firewall and the policy that it is to keep disagree.
 *
 * @param site the site's name
 * @param kind which way they disagree
 * @param packets the packets
 * @param rule what decides in the firewall: a rule's name or a platform default
 * @param assumed whom nobody described, but the machines at the other end are taken for; absent
 *     where the addresses themselves are meant
 */
public record Finding(
    String site, Kind kind, PacketClass packets, String rule, Optional<String> assumed) {

  static Finding tooWide(String site, PacketClass packets, String rule, Optional<String> assumed) {
    return new Finding(site, Kind.TOO_WIDE, packets, rule, assumed);
  }

  static Finding tooNarrow(String site, PacketClass packets, String rule) {
    return new Finding(site, Kind.TOO_NARROW, packets, rule, Optional.empty());
  }

  /** Which way a firewall and its policy disagree. */
  public enum Kind {
    /** The firewall lets pass what the policy does not. */
    TOO_WIDE("opens"),
    /** The firewall drops what the policy lets pass. */
    TOO_NARROW("closes");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }
  }

  /** A sentence for a person: site, what is opened or closed, and what decides so. */
  @Override
  public String toString() {
    return "%s: the plan %s %s, the policy does not; decided by %s"
        .formatted(site, kind.verb, packets, rule);
  }
}
