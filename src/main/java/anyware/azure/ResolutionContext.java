package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the rules of network security groups refer to. Where something is not known, a rule that
 * allows means as many as it may, and one that denies as few: so nothing open is missed.
 */
final class ResolutionContext {
  private final AddressSet outsiders;
  private final ServiceTags tags;
  private final Map<Role, AddressSet> machines;
  private final boolean membershipsKnown;

  /**
   * @param possible the addresses that the virtual network may have
   * @param certain those that it has for sure
   * @param machines where each role's machines are; a role may be missing
   * @param membershipsKnown whether a role's machines are in no application security group but the
   *     role's own
   */
  ResolutionContext(
      AddressSet possible,
      AddressSet certain,
      Map<Role, AddressSet> machines,
      boolean membershipsKnown) {
    this.outsiders = possible;
    this.tags = new ServiceTags(possible, certain);
    this.machines = Map.copyOf(machines);
    this.membershipsKnown = membershipsKnown;
  }

  /** Who a side means in a rule that allows or denies. */
  ResolvedEnd extent(RuleEnd side, boolean allows) {
    if (side instanceof RuleEnd.Anybody) {
      return ResolvedEnd.at(ServiceTags.EVERYWHERE);
    }
    if (side instanceof RuleEnd.Group group) {
      return ResolvedEnd.of(group.role());
    }
    if (side instanceof RuleEnd.ServiceTag tag) {
      return ResolvedEnd.at(tags.addresses(tag.name(), allows));
    }
    if (side instanceof RuleEnd.Addresses some) {
      return ResolvedEnd.at(some.prefixes());
    }
    if (side instanceof RuleEnd.Several several) {
      return several.parts().stream()
          .map(part -> extent(part, allows))
          .reduce(ResolvedEnd.NOBODY, ResolvedEnd::and);
    }
    return allows ? foreignMembers() : ResolvedEnd.NOBODY;
  }

  /**
   * All groups of a rule are of one virtual network
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   */
  private ResolvedEnd foreignMembers() {
    return membershipsKnown
        ? new ResolvedEnd(Set.of(), AddressSet.EMPTY, outsiders)
        : ResolvedEnd.at(outsiders);
  }

  /**
   * The families in which a rule's own side means the role's machines: with a rule that allows any
   * of them, with one that denies all of them.
   */
  Set<Family> families(Role role, RuleEnd own, boolean allows) {
    ResolvedEnd meant = extent(own, allows);
    if (meant.roles().contains(role)) {
      return EnumSet.allOf(Family.class);
    }
    AddressSet homes = machines.getOrDefault(role, AddressSet.EMPTY);
    Set<Family> families = EnumSet.noneOf(Family.class);
    Set<Family> homeless = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      AddressSet known = homes.isEmpty() ? everywhere(family) : homes.of(family);
      if (known.isEmpty()) {
        homeless.add(family);
      } else if (isMeant(known, meant.addresses(), allows)) {
        families.add(family);
      }
    }
    // Machines without an address of a family have no packets that could tell a difference.
    if (!families.isEmpty()) {
      families.addAll(homeless);
    }
    return families;
  }

  private static AddressSet everywhere(Family family) {
    return ServiceTags.EVERYWHERE.of(family);
  }

  private static boolean isMeant(AddressSet homes, AddressSet meant, boolean allows) {
    return allows
        ? homes.prefixes().stream().anyMatch(home -> overlaps(home, meant))
        : ServiceTags.without(homes, meant).isEmpty();
  }

  private static boolean overlaps(Cidr home, AddressSet meant) {
    return meant.prefixes().stream().anyMatch(home::overlaps);
  }
}
