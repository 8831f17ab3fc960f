package anyware.audit;

import anyware.catalogue.Role;
import java.util.List;

/**
 * Who outside of a site reaches the machines of a role, and what these reach anywhere: what its
 * firewall lets pass, whoever meant it. Connections within the site are left out.
 *
 * @param site the site's name
 * @param role the role
 * @param anyone what an eighth of a family's public addresses at least can open, as text such as
 *     {@code 443 tcp, 4172 tcp+udp}; empty where there is none
 * @param named what others can open who are no administrators
 * @param administrators what administrators can open, beyond what anyone can
 * @param anywhere what the machines can open to an eighth of a family's public addresses at least
 */
public record Exposure(
    String site,
    Role role,
    String anyone,
    List<Caller> named,
    List<Caller> administrators,
    String anywhere) {

  /** The columns' titles, in the order of {@link #cells()}. */
  public static final List<String> TITLES =
      List.of(
          "site", "role", "anyone", "named addresses", "administrators", "outbound to anywhere");

  private static final String NONE = "-";

  /** Copies the lists. */
  public Exposure {
    named = List.copyOf(named);
    administrators = List.copyOf(administrators);
  }

  /**
   * Somebody who reaches the machines.
   *
   * @param who the peers, or the addresses where no peer has them
   * @param known whether the policy knows of them; else a rule lets them in that nobody asked for
   * @param traffic what they can open
   */
  public record Caller(String who, boolean known, String traffic) {
    /** The traffic, and whose it is. */
    @Override
    public String toString() {
      return traffic + " from " + who;
    }
  }

  /** The exposure of each role of a site, in the roles' order. */
  public static List<Exposure> of(AuditedSite audited) {
    return List.of(Role.values()).stream()
        .filter(audited::has)
        .map(role -> new Exposures(audited, role).exposure())
        .toList();
  }

  /** Whether anyone on the internet reaches the machines. */
  public boolean isReachedByAnyone() {
    return !anyone.isEmpty();
  }

  /** The texts, in the order of {@link #TITLES}; {@code -} stands for nothing. */
  public List<String> cells() {
    return List.of(
        site, role.slug(), orNone(anyone), text(named), text(administrators), orNone(anywhere));
  }

  private static String text(List<Caller> callers) {
    return orNone(String.join("; ", callers.stream().map(Caller::toString).toList()));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }
}
