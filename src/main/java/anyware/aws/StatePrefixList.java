package anyware.aws;

import anyware.catalogue.Peer;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.state.StateResource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A deployed prefix list of a peer.
 *
 * @param end what it stands for in rules
 * @param resource the list
 */
record StatePrefixList(RuleEnd.Listed end, StateResource resource) {
  static final String TYPE = "aws:ec2/managedPrefixList:ManagedPrefixList";

  /** By the logical name, which says whose addresses of which family are in it. */
  static Optional<StatePrefixList> of(Place place, StateResource resource) {
    return Arrays.stream(Peer.values())
        .flatMap(peer -> Stream.of(Family.values()).map(f -> new RuleEnd.Listed(peer, f)))
        .filter(end -> PrefixList.name(place, end).equals(resource.name()))
        .findFirst()
        .map(end -> new StatePrefixList(end, resource));
  }

  /** The list with the entries that it has now. */
  PrefixList read(StateIndex index) {
    List<Cidr> entries =
        index.items(resource, "entries", "entries").stream()
            .flatMap(entry -> entry.member("cidr").flatMap(JsonPart::cidr).stream())
            .sorted()
            .toList();
    int room = index.number(resource, "maxEntries").orElse(0);
    return new PrefixList(resource.name(), end.peer(), end.family(), room, entries);
  }

  boolean has(String id) {
    return resource.id().filter(id::equals).isPresent();
  }
}
