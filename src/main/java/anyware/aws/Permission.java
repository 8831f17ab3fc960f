package anyware.aws;

import anyware.catalogue.Role;
import anyware.firewall.NearMiss;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one rule of a group lets pass, for every machine that carries the group.
 *
 * @param rule the rule's name
 * @param reason why it is there, as far as its description says
 * @param direction which way
 * @param traffic the protocol and the ports
 * @param members the roles whose machines are at the other end, known by the groups they carry
 * @param addresses the addresses at the other end
 * @param assumed who the machines at these addresses are taken for, since nobody described them;
 *     absent where the rule means the addresses
 */
record Permission(
    String rule,
    String reason,
    Direction direction,
    Traffic traffic,
    Set<Role> members,
    AddressSet addresses,
    Optional<String> assumed) {

  Permission {
    members = Set.copyOf(members);
  }

  boolean admits(Host other) {
    return addresses.contains(other.address())
        || other.role().filter(members::contains).isPresent();
  }

  /** Whether it admits them, and not because they are taken for somebody. */
  boolean admitsForSure(Host other) {
    return assumed.isEmpty() ? admits(other) : other.role().filter(members::contains).isPresent();
  }

  /** The rule's name and its reason. */
  String title() {
    return reason.isBlank() ? rule : rule + ": " + reason;
  }

  /** What keeps a packet from passing by this rule. */
  NearMiss miss(boolean trafficMatches, Host other) {
    List<String> differences = new ArrayList<>();
    if (!trafficMatches) {
      differences.add("it is for " + traffic);
    }
    if (!admits(other)) {
      String way = direction == Direction.INBOUND ? "from" : "to";
      differences.add("it is " + way + " " + others() + ", not " + other);
    }
    return new NearMiss(title(), differences);
  }

  private String others() {
    String roles = members.stream().sorted().map(Role::slug).collect(Collectors.joining(", "));
    if (assumed.isPresent()) {
      return roles.isEmpty() ? assumed.get() : roles + ", " + assumed.get();
    }
    if (roles.isEmpty()) {
      return addresses.isEmpty() ? "a group that no role carries" : addresses.toString();
    }
    return addresses.isEmpty() ? "members of " + roles : roles + ", " + addresses;
  }
}
