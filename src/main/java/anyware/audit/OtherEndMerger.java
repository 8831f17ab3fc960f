package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the other ends of packets that differ in nothing else. */
final class OtherEndMerger {
  private OtherEndMerger() {}

  /**
   * The other ends. Roles whose subnets lie among the addresses of machines without a role are part
   * of those addresses, or are said to be no part of them.
   */
  static List<OtherEnd> merged(List<PacketClass> classes, SiteAddresses site) {
    Direction direction = classes.get(0).direction();
    Map<Optional<Role>, List<AddressRange>> byRole = new HashMap<>();
    for (PacketClass packets : classes) {
      byRole.computeIfAbsent(packets.other(), role -> new ArrayList<>()).add(packets.addresses());
    }
    List<AddressRange> outside =
        AddressRanges.joined(
            byRole.getOrDefault(Optional.<Role>empty(), List.of()),
            site.roleSubnets().prefixes(),
            gap -> site.bridged().test(direction, gap));
    List<Role> except = new ArrayList<>();
    List<OtherEnd> members = new ArrayList<>();
    for (Role role : Role.values()) {
      List<Cidr> subnets = site.roleSubnets().of(role);
      List<AddressRange> own =
          AddressRanges.joined(byRole.getOrDefault(Optional.of(role), List.of()));
      boolean whole = covers(own, subnets);
      boolean within = !subnets.isEmpty() && covers(outside, subnets);
      if (within && !whole) {
        except.add(role);
      }
      if (!own.isEmpty() && !(within && whole)) {
        members.add(OtherEnd.members(role, own, whole));
      }
    }
    List<OtherEnd> all = new ArrayList<>();
    if (!outside.isEmpty()) {
      all.add(OtherEnd.at(outside, except));
    }
    all.addAll(members);
    return all;
  }

  private static boolean covers(List<AddressRange> ranges, List<Cidr> subnets) {
    return subnets.stream()
        .map(AddressRange::of)
        .allMatch(subnet -> ranges.stream().anyMatch(range -> range.contains(subnet)));
  }
}
