package anyware.aws;

import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.Gate;
import anyware.plan.Place;
import anyware.state.StateResource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A deployed prefix list of a gate.
 *
 * @param end what it stands for in rules
 * @param resource the list
 */
record StatePrefixList(RuleEnd.Listed end, StateResource resource) {

  /** By the logical name, which says where addresses of which family pass. */
  static Optional<StatePrefixList> of(Place place, StateResource resource) {
    return Arrays.stream(Family.values())
        .flatMap(family -> end(place, resource.name(), family).stream())
        .findFirst()
        .map(end -> new StatePrefixList(end, resource));
  }

  private static Optional<RuleEnd.Listed> end(Place place, String name, Family family) {
    int end = name.lastIndexOf("-peers-");
    String start = place.site() + "-";
    return end < start.length() || !name.startsWith(start)
        ? Optional.empty()
        : Gate.parse(name.substring(start.length(), end))
            .map(gate -> new RuleEnd.Listed(gate, family))
            .filter(found -> PrefixList.name(place, found).equals(name));
  }

  /** The list with the entries that it has now. */
  PrefixList read(StateIndex index) {
    List<Cidr> entries =
        index.items(resource, "entries", "entries").stream()
            .flatMap(entry -> entry.member("cidr").flatMap(JsonPart::cidr).stream())
            .sorted()
            .toList();
    int room = index.number(resource, "maxEntries").orElse(0);
    return new PrefixList(resource.name(), end.gate(), end.family(), room, entries);
  }

  boolean has(String id) {
    return resource.id().filter(id::equals).isPresent();
  }
}
