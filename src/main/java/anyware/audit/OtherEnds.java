package anyware.audit;

import anyware.audit.FlowGroup.Others;
import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Joins the other ends of packets that differ in nothing else. */
final class OtherEnds {
  private OtherEnds() {}

  /**
   * The other ends. Roles whose subnets lie among the addresses of machines without a role are part
   * of those addresses, or are said to be no part of them.
   */
  static List<Others> of(List<PacketClass> classes, Background background) {
    Direction direction = classes.get(0).direction();
    Map<Optional<Role>, List<AddressRange>> byRole = new HashMap<>();
    for (PacketClass packets : classes) {
      byRole.computeIfAbsent(packets.other(), role -> new ArrayList<>()).add(packets.addresses());
    }
    List<AddressRange> outside =
        joined(
            byRole.getOrDefault(Optional.<Role>empty(), List.of()),
            background.roleSubnets().prefixes(),
            address -> background.beyondRules().test(direction, address));
    List<Role> except = new ArrayList<>();
    List<Others> members = new ArrayList<>();
    for (Role role : Role.values()) {
      List<Cidr> subnets = background.roleSubnets().of(role);
      List<AddressRange> own =
          joined(byRole.getOrDefault(Optional.of(role), List.of()), List.of(), address -> false);
      boolean whole = covers(own, subnets);
      boolean within = !subnets.isEmpty() && covers(outside, subnets);
      if (within && !whole) {
        except.add(role);
      }
      if (!own.isEmpty() && !(within && whole)) {
        members.add(new Others(Optional.of(role), own, whole, List.of()));
      }
    }
    List<Others> all = new ArrayList<>();
    if (!outside.isEmpty()) {
      all.add(new Others(Optional.empty(), outside, false, except));
    }
    all.addAll(members);
    return all;
  }

  private static boolean covers(List<AddressRange> ranges, List<Cidr> subnets) {
    return subnets.stream()
        .map(AddressRange::of)
        .allMatch(subnet -> ranges.stream().anyMatch(range -> range.contains(subnet)));
  }

  /**
   * Joins ranges that touch.
   *
   * @param ranges the ranges; each is all outside or all inside of the bridges
   * @param bridges prefixes that join what lies on both sides of them
   * @param bridged whether a gap that begins and ends with such addresses joins too
   */
  static List<AddressRange> joined(
      Collection<AddressRange> ranges, List<Cidr> bridges, Predicate<IpAddress> bridged) {
    TreeSet<AddressRange> own = new TreeSet<>(ranges);
    TreeSet<AddressRange> pieces = new TreeSet<>(own);
    bridges.forEach(bridge -> pieces.add(AddressRange.of(bridge)));
    List<AddressRange> joined = new ArrayList<>();
    Optional<AddressRange> current = Optional.empty();
    Optional<IpAddress> reached = Optional.empty();
    for (AddressRange piece : pieces) {
      boolean connected = reached.isPresent() && connects(reached.get(), piece, bridged);
      if (!connected) {
        current.ifPresent(joined::add);
        current = Optional.empty();
      }
      reached =
          Optional.of(
              connected && reached.get().compareTo(piece.last()) > 0
                  ? reached.get()
                  : piece.last());
      if (own.contains(piece)) {
        current =
            Optional.of(
                new AddressRange(
                    current.map(AddressRange::first).orElse(piece.first()), piece.last()));
      }
    }
    current.ifPresent(joined::add);
    return joined;
  }

  private static boolean connects(
      IpAddress reached, AddressRange piece, Predicate<IpAddress> bridged) {
    if (reached.family() != piece.first().family()) {
      return false;
    }
    if (reached.compareTo(piece.first()) >= 0 || reached.next().equals(piece.first())) {
      return true;
    }
    return bridged.test(reached.next()) && bridged.test(piece.first().previous());
  }
}
