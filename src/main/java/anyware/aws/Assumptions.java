package anyware.aws;

import anyware.natives.Described;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where machines are taken to be whose addresses nobody knows. Rules only open, so the worst case
 * is that they are everywhere where they can be.
 */
final class Assumptions {
  private static final String GROUP = "sg-";

  static final AddressSet EVERYONE = AddressSet.of("0.0.0.0/0", "::/0");

  /**
   * A rule that names a group is about private addresses, of this network or one connected to it
   * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html). A network's own
   * ranges are these (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html); IPv6
   * addresses have no private part that would be usual there.
   */
  private static final AddressSet PRIVATE =
      AddressSet.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "198.19.0.0/16",
          "::/0");

  private Assumptions() {}

  /**
   * The addresses that are assumed.
   *
   * @param id a group or a prefix list
   */
  static AddressSet of(String id) {
    return id.startsWith(GROUP) ? PRIVATE : EVERYONE;
  }

  /**
   * What is assumed of machines of whose filter nothing is known: everything passes, both ways. So
   * it is with a Network Load Balancer without a group
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
   *
   * @param why what is told as the rule
   */
  static List<Permission> unfiltered(String why) {
    return Arrays.stream(Direction.values())
        .map(way -> new Permission(why, "", way, Traffic.ANY, Set.of(), EVERYONE, Optional.empty()))
        .toList();
  }

  /**
   * Who is meant, for a person.
   *
   * @param id a group or a prefix list
   */
  static String who(String id) {
    return (id.startsWith(GROUP) ? "members of " : "the addresses of ") + id;
  }

  /** A sentence for a person about what is assumed, and what would tell. */
  static String warning(String rule, String id) {
    String assumed =
        id.startsWith(GROUP)
            ? "every private address"
            : "every address there is (--aws-prefix-lists takes its entries)";
    return "%s: nobody says which machines %s stands for; taken to be %s; %s"
        .formatted(rule, id, assumed, Described.hint(id));
  }
}
