package anyware.settings;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.MalformedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One end of a connection that somebody asks about. */
public sealed interface Endpoint {

  /**
   * Reads a role's name or an address or prefix.
   *
   * @throws MalformedException when the text is neither
   */
  static Endpoint parse(String text) throws MalformedException {
    Optional<Role> role =
        Arrays.stream(Role.values()).filter(r -> r.slug().equals(text)).findFirst();
    if (role.isPresent()) {
      return new OfRole(role.get());
    }
    List<String> roles = Arrays.stream(Role.values()).map(Role::slug).toList();
    try {
      return new At(Cidr.parse(text));
    } catch (MalformedException e) {
      String near = DidYouMean.question(text.toLowerCase(Locale.ROOT).replace('_', '-'), roles);
      throw new MalformedException(
          String.join(", ", roles) + ", or " + e.allowed(), near.isEmpty() ? e.fix() : near);
    }
  }

  /**
   * The answer for the kind of end that this is.
   *
   * @param ofRole the answer for a role's machines
   * @param ofAddresses the answer for machines by address
   */
  <T> T fold(Function<Role, T> ofRole, Function<Cidr, T> ofAddresses);

  /** Whether it is a role; else it is addresses. */
  default boolean isRole() {
    return fold(role -> true, addresses -> false);
  }

  /**
   * The machines of a role at the site that is asked about.
   *
   * @param role the role
   */
  record OfRole(Role role) implements Endpoint {
    @Override
    public <T> T fold(Function<Role, T> ofRole, Function<Cidr, T> ofAddresses) {
      return ofRole.apply(role);
    }

    @Override
    public String toString() {
      return role.slug();
    }
  }

  /**
   * Machines by address.
   *
   * @param addresses the addresses
   */
  record At(Cidr addresses) implements Endpoint {
    @Override
    public <T> T fold(Function<Role, T> ofRole, Function<Cidr, T> ofAddresses) {
      return ofAddresses.apply(addresses);
    }

    /** The prefix, or the bare address where it is one alone. */
    @Override
    public String toString() {
      return addresses.prefix() == addresses.family().bits()
          ? addresses.first().toString()
          : addresses.toString();
    }
  }
}
