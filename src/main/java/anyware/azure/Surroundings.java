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
final class Surroundings {
  private final AddressSet strangers;
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
  Surroundings(
      AddressSet possible,
      AddressSet certain,
      Map<Role, AddressSet> machines,
      boolean membershipsKnown) {
    this.strangers = possible;
    this.tags = new ServiceTags(possible, certain);
    this.machines = Map.copyOf(machines);
    this.membershipsKnown = membershipsKnown;
  }

  /** Who a side means in a rule that allows or denies. */
  Extent extent(Side side, boolean allows) {
    if (side instanceof Side.Anybody) {
      return Extent.at(ServiceTags.EVERYWHERE);
    }
    if (side instanceof Side.Group group) {
      return Extent.of(group.role());
    }
    if (side instanceof Side.ServiceTag tag) {
      return Extent.at(tags.addresses(tag.name(), allows));
    }
    if (side instanceof Side.Addresses some) {
      return Extent.at(some.prefixes());
    }
    if (side instanceof Side.Several several) {
      return several.parts().stream()
          .map(part -> extent(part, allows))
          .reduce(Extent.NOBODY, Extent::and);
    }
    return allows ? foreignMembers() : Extent.NOBODY;
  }

  /**
   * All groups of a rule are of one virtual network
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   */
  private Extent foreignMembers() {
    return membershipsKnown
        ? new Extent(Set.of(), AddressSet.EMPTY, strangers)
        : Extent.at(strangers);
  }

  /**
   * The families in which a rule's own side means the role's machines: with a rule that allows any
   * of them, with one that denies all of them.
   */
  Set<Family> families(Role role, Side own, boolean allows) {
    Extent meant = extent(own, allows);
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
