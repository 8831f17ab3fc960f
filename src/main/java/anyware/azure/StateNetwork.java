package anyware.azure;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a site's network back.
 *
 * @param place the site
 * @param index the site's resources
 * @param problems where is noted what is not as the provider writes it
 */
record StateNetwork(Place place, StateIndex index, List<Problem> problems) {

  Network network() {
    return existing().<Network>map(found -> found).orElseGet(this::created);
  }

  /** Only the site's component knows a network that is there. */
  private Optional<Network.Existing> existing() {
    return index
        .component(problems)
        .flatMap(inputs -> inputs.text(ComponentInputs.NETWORK).map(id -> existing(id, inputs)));
  }

  private static Network.Existing existing(String id, JsonPart inputs) {
    Map<Role, List<Cidr>> ranges = new EnumMap<>(Role.class);
    inputs
        .member(ComponentInputs.ROLE_RANGES)
        .ifPresent(
            all ->
                Stream.of(Role.values())
                    .filter(role -> all.keys().contains(role.key()))
                    .forEach(role -> ranges.put(role, all.cidrs(role.key()))));
    return new Network.Existing(id, ranges);
  }

  private Network.Created created() {
    Optional<StateResource> network = index.of(StateIndex.VIRTUAL_NETWORK).findFirst();
    return new Network.Created(
        network.map(StateResource::name).orElse(SiteNames.of(place, SiteNames.NETWORK)),
        network.map(this::ranges).orElse(List.of()),
        Stream.of(Role.values()).flatMap(role -> subnet(role).stream()).toList(),
        index.of(StateIndex.NAT_GATEWAY).findFirst().map(this::gateway));
  }

  private List<Cidr> ranges(StateResource network) {
    return network.current(problems).member("addressSpace").stream()
        .flatMap(space -> space.items("addressPrefixes", "prefixes").stream())
        .flatMap(prefix -> prefix.cidr().stream())
        .toList();
  }

  private Optional<Subnet> subnet(Role role) {
    String name = SiteNames.of(place, role.slug());
    return index
        .named(StateIndex.SUBNET, name)
        .flatMap(
            subnet ->
                range(subnet)
                    .map(
                        range ->
                            new Subnet(
                                role,
                                name,
                                range,
                                subnet.current(problems).member("natGateway").isPresent())));
  }

  private Optional<Cidr> range(StateResource subnet) {
    JsonPart current = subnet.current(problems);
    return current
        .member("addressPrefix")
        .or(() -> current.items("addressPrefixes", "prefixes").stream().findFirst())
        .flatMap(JsonPart::cidr);
  }

  private NatGateway gateway(StateResource gateway) {
    String property = "publicIpAddresses";
    return new NatGateway(
        gateway.name(),
        gateway.current(problems).items(property, "addresses").stream()
            .flatMap(reference -> reference.text("id").stream())
            .flatMap(id -> index.meant(id, gateway, property, StateIndex.ADDRESS).stream())
            .findFirst()
            .orElse(""));
  }
}
