package anyware.aws;

import anyware.catalogue.Role;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.NearMiss;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges packets of one role, direction, protocol and port.
 *
 * @param role whose groups
 * @param grouped whether the role carries a group at all
 * @param all every permission in this direction
 * @param matching those of them that are about the traffic
 * @param members the roles that any matching permission admits
 * @param addresses the addresses that any matching permission admits
 */
record AnyMatchJudge(
    Role role,
    boolean grouped,
    List<Permission> all,
    List<Permission> matching,
    Set<Role> members,
    AddressSet addresses)
    implements Judge {

  /** What closes whatever no rule opens. */
  private static final String DEFAULT = "no rule of a security group";

  private static final String NOT_KNOWN = "no security group known";

  static AnyMatchJudge of(
      Role role, boolean grouped, List<Permission> all, List<Permission> matching) {
    Set<Role> members = EnumSet.noneOf(Role.class);
    List<Cidr> prefixes = new ArrayList<>();
    for (Permission permission : matching) {
      members.addAll(permission.members());
      prefixes.addAll(permission.addresses().prefixes());
    }
    return new AnyMatchJudge(role, grouped, all, matching, members, AddressSet.of(prefixes));
  }

  @Override
  public Collection<Cidr> prefixes() {
    return addresses.prefixes();
  }

  @Override
  public Outcome outcome(Host other) {
    boolean isMember = other.role().isPresent() && members.contains(other.role().get());
    return isMember || addresses.contains(other.address()) ? Outcome.OPEN : Outcome.CLOSED;
  }

  @Override
  public String rule(Host other) {
    return outcome(other) == Outcome.OPEN
        ? first(other).map(Permission::rule).orElse(closing())
        : closing();
  }

  private Optional<Permission> first(Host other) {
    return matching.stream().filter(permission -> permission.admits(other)).findFirst();
  }

  private String closing() {
    return grouped ? DEFAULT : NOT_KNOWN;
  }

  @Override
  public Optional<String> assumed(Host other) {
    return matching.stream().anyMatch(permission -> permission.admitsForSure(other))
        ? Optional.empty()
        : first(other).flatMap(Permission::assumed);
  }

  @Override
  public Verdict verdict(Host other) {
    Optional<Permission> open = first(other);
    if (open.isPresent()) {
      String rule = open.get().rule();
      return new Verdict(Outcome.OPEN, rule, List.of("allowed by " + open.get().title()));
    }
    Set<Permission> aboutTraffic = new HashSet<>(matching);
    List<String> trace = new ArrayList<>();
    trace.add(
        grouped
            ? "a security group lets pass only what one of its rules allows"
            : "nothing is known of a security group of the " + role.slug());
    NearMiss.nearest(
            all.stream()
                .map(permission -> permission.miss(aboutTraffic.contains(permission), other))
                .toList())
        .ifPresent(miss -> trace.add(miss.toString()));
    return new Verdict(Outcome.CLOSED, closing(), trace);
  }
}
