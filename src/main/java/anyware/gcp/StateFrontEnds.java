package anyware.gcp;

import anyware.firewall.FrontEnd;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import anyware.net.Traffic;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which packets forwarding rules receive: those that are sent to the address that a rule
 * names, which is of the version that it says, or of IPv4 where neither is known
 * (https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules, {@code IPAddress} and
 * {@code ipVersion}; https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts).
 *
 * @param resources all of the site
 * @param problems where is noted what is not as the provider writes it
 */
record StateFrontEnds(List<StateResource> resources, List<Problem> problems) {
  private static final String ADDRESS = "ipAddress";

  private static final Set<String> ADDRESSES =
      Set.of(StateTypes.ADDRESS, StateTypes.GLOBAL_ADDRESS);

  /** Of what says nothing of itself. */
  private static final Set<Family> UNSAID = Set.of(Family.IPV4);

  /** That of which a rule surely receives packets; none where its address is of another one. */
  Set<Family> families(StateResource rule) {
    Optional<Set<Family>> said = version(rule);
    Optional<Set<Family>> address = address(rule);
    Set<Family> families = EnumSet.noneOf(Family.class);
    families.addAll(said.or(() -> address).orElse(UNSAID));
    address.ifPresent(families::retainAll);
    return families;
  }

  /** What rules of the program's own receive together. */
  Set<Family> families(Stream<StateResource> rules) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    rules.forEach(rule -> families.addAll(families(rule)));
    return families;
  }

  /** What a rule receives that somebody added or changed; in doubt that of either family. */
  Stream<FrontEnd> further(StateResource rule) {
    Set<Family> known = families(rule);
    Set<Family> families = known.isEmpty() ? EnumSet.allOf(Family.class) : known;
    return traffic(rule).stream().map(one -> new FrontEnd(one, families));
  }

  private List<Traffic> traffic(StateResource rule) {
    return StateBalancerReader.traffic(rule.current(problems));
  }

  /** What a rule or an address says of itself; a version that is none is of no family. */
  private Optional<Set<Family>> version(StateResource made) {
    return made.current(problems)
        .text("ipVersion")
        .filter(said -> !said.isEmpty())
        .map(
            said ->
                Stream.of(Family.values())
                    .filter(family -> family.name().equals(said))
                    .collect(Collectors.toSet()));
  }

  /** The families of the address that a rule names; absent where nobody knows. */
  private Optional<Set<Family>> address(StateResource rule) {
    String named = rule.current(problems).text(ADDRESS).orElse("");
    Optional<Set<Family>> literal = literal(named);
    return literal.isPresent()
        ? literal
        : resources.stream()
            .filter(other -> ADDRESSES.contains(other.type()) && isNamed(other, named, rule))
            .findFirst()
            .map(this::reserved);
  }

  private Set<Family> reserved(StateResource address) {
    return literal(address.current(problems).text("address").orElse(""))
        .orElseGet(() -> version(address).orElse(UNSAID));
  }

  /** An address, or the range that a front end of IPv6 has. */
  private static Optional<Set<Family>> literal(String text) {
    try {
      return Optional.of(EnumSet.of(IpAddress.parse(text.replaceFirst("/\\d+$", "")).family()));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  /** What a preview does not know yet is known by where it will come from. */
  private boolean isNamed(StateResource address, String named, StateResource rule) {
    if (named.equals(StateResource.UNKNOWN)) {
      return rule.sourcesOf(ADDRESS).contains(address.urn());
    }
    Set<String> names = new HashSet<>();
    address.id().map(Links::full).ifPresent(names::add);
    for (String key : List.of("selfLink", "name", "address")) {
      address.current(problems).text(key).map(Links::full).ifPresent(names::add);
    }
    return names.contains(Links.full(named));
  }
}
