package anyware.firewall;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who one end of a rule means, worked out by the cloud whose rule it is.
 *
 * @param roles the roles whose machines are meant, wherever they are
 * @param addresses the addresses that are meant, whoever is there
 * @param outsiders the addresses at which machines without a role are meant
 * @param guess who is taken to be meant as well, since nobody described them
 * @param families the families in which anybody is meant at all
 * @param text the end as the rule has it, for a person
 */
public record ResolvedEnd(
    Set<Role> roles,
    AddressSet addresses,
    AddressSet outsiders,
    Guess guess,
    Set<Family> families,
    String text) {
  private static final Set<Family> BOTH = Set.of(Family.values());
  private static final AddressSet EVERYWHERE = AddressSet.of("0.0.0.0/0", "::/0");

  /** Copies the sets. */
  public ResolvedEnd {
    roles = Set.copyOf(roles);
    families = Set.copyOf(families);
  }

  /**
   * Machines that nobody described, and where they are taken to be.
   *
   * @param who they are, for a person; empty when there are none
   * @param addresses where they are taken to be
   * @param withRoles whether machines of roles may be among them
   */
  public record Guess(String who, AddressSet addresses, boolean withRoles) {
    /** Nobody. */
    public static final Guess NOBODY = new Guess("", AddressSet.EMPTY, false);

    private boolean includes(Host host) {
      return (withRoles || host.role().isEmpty()) && addresses.contains(host.address());
    }

    private Guess and(Guess other) {
      if (addresses.isEmpty() || other.addresses.isEmpty()) {
        return addresses.isEmpty() ? other : this;
      }
      return new Guess(
          who + ", " + other.who, joined(addresses, other.addresses), withRoles || other.withRoles);
    }
  }

  /** Machines and addresses of both families. */
  public static ResolvedEnd of(
      Set<Role> roles, AddressSet addresses, AddressSet outsiders, String text) {
    return new ResolvedEnd(roles, addresses, outsiders, Guess.NOBODY, BOTH, text);
  }

  /** A role's machines. */
  public static ResolvedEnd of(Role role, String text) {
    return of(Set.of(role), AddressSet.EMPTY, AddressSet.EMPTY, text);
  }

  /** Whoever is at these addresses. */
  public static ResolvedEnd at(AddressSet addresses, String text) {
    return of(Set.of(), addresses, AddressSet.EMPTY, text);
  }

  /** The same in some families only. */
  public ResolvedEnd in(Set<Family> some) {
    return new ResolvedEnd(roles, addresses, outsiders, guess, some, text);
  }

  /** The same, and others whom nobody described. */
  public ResolvedEnd perhaps(Guess others) {
    return new ResolvedEnd(roles, addresses, outsiders, guess.and(others), families, text);
  }

  /** Whoever either of two ends means, in the families of this one. */
  public ResolvedEnd and(ResolvedEnd other) {
    Set<Role> both = EnumSet.noneOf(Role.class);
    both.addAll(roles);
    both.addAll(other.roles);
    return new ResolvedEnd(
        both,
        joined(addresses, other.addresses),
        joined(outsiders, other.outsiders),
        guess.and(other.guess),
        families,
        text + ", " + other.text);
  }

  private static AddressSet joined(AddressSet one, AddressSet other) {
    List<Cidr> prefixes = new ArrayList<>(one.prefixes());
    prefixes.addAll(other.prefixes());
    return AddressSet.of(prefixes);
  }

  /** Whether the machine is meant, or taken to be. */
  public boolean includes(Host host) {
    return isKnown(host) || (families.contains(host.address().family()) && guess.includes(host));
  }

  /** Whether the machine is meant for sure. */
  boolean isKnown(Host host) {
    if (!families.contains(host.address().family())) {
      return false;
    }
    if (addresses.contains(host.address())) {
      return true;
    }
    return host.role().isPresent()
        ? roles.contains(host.role().get())
        : outsiders.contains(host.address());
  }

  /** The addresses at which machines are meant whatever their roles, or may be. */
  public AddressSet possible() {
    return guess.withRoles() ? joined(addresses, guess.addresses()) : addresses;
  }

  /** Whether nobody is left out, as far as that shows at a glance. */
  boolean isEverybody() {
    return families.size() == BOTH.size() && addresses.equals(EVERYWHERE);
  }

  /** The prefixes at whose edges it may change who is meant. */
  Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>(addresses.prefixes());
    prefixes.addAll(outsiders.prefixes());
    prefixes.addAll(guess.addresses().prefixes());
    return prefixes;
  }
}
