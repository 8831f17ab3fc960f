package anyware.aws;

import anyware.catalogue.Peer;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.state.StateResource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A deployed prefix list of a peer.
 *
 * @param end what it stands for in rules
 * @param resource the list
 */
record StatePrefixList(RuleEnd.Listed end, StateResource resource) {

  /** By the logical name, which says whose addresses of which family are in it. */
  static Optional<StatePrefixList> of(Place place, StateResource resource) {
    return Arrays.stream(Peer.values())
        .flatMap(peer -> Stream.of(Family.values()).map(f -> new RuleEnd.Listed(peer, f)))
        .filter(end -> PrefixList.name(place, end).equals(resource.name()))
        .findFirst()
        .map(end -> new StatePrefixList(end, resource));
  }

  boolean has(String id) {
    return resource.id().filter(id::equals).isPresent();
  }
}
