package anyware.azure;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a site's network back.
 *
 * @param planned the plan that was asked for
 * @param index the site's resources
 * @param problems where is noted what is not as the provider writes it
 */
record StateNetwork(Plan planned, StateIndex index, List<Problem> problems) {

  Network network() {
    boolean isOurs =
        Stream.of(StateIndex.VIRTUAL_NETWORK, StateIndex.SUBNET)
            .flatMap(index::of)
            .findAny()
            .isPresent();
    return planned
        .network()
        .fold(
            created ->
                isOurs || index.of(StateIndex.GROUP).findAny().isEmpty()
                    ? created()
                    : existing(new Network.Existing("", Map.of())),
            existing -> isOurs ? created() : existing(existing));
  }

  /** No resource says more of a network that is there than where the balancer is in it. */
  private Network existing(Network.Existing network) {
    return Stream.concat(
            index
                .of(StateIndex.LOAD_BALANCER)
                .flatMap(
                    balancer ->
                        balancer
                            .current(problems)
                            .items("frontendIPConfigurations", "frontends")
                            .stream()),
            index
                .of(StateIndex.APPLICATION_GATEWAY)
                .flatMap(
                    gateway ->
                        gateway
                            .current(problems)
                            .items("gatewayIPConfigurations", "places")
                            .stream()))
        .flatMap(frontend -> frontend.member("subnet").stream())
        .flatMap(reference -> reference.text("id").stream())
        .map(subnet -> subnet.replaceFirst("(?i)/subnets/[^/]+$", ""))
        .filter(id -> !id.equalsIgnoreCase(network.id()))
        .findFirst()
        .map(id -> new Network.Existing(id, network.roleRanges()))
        .orElse(network);
  }

  private Network.Created created() {
    Optional<StateResource> network = index.of(StateIndex.VIRTUAL_NETWORK).findFirst();
    return new Network.Created(
        network.map(StateResource::name).orElse(SiteNames.of(planned.place(), SiteNames.NETWORK)),
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
    String name = SiteNames.of(planned.place(), role.slug());
    return index
        .named(StateIndex.SUBNET, name)
        .flatMap(subnet -> subnet(role, name, subnet.current(problems)));
  }

  private static Optional<Subnet> subnet(Role role, String name, JsonPart subnet) {
    boolean nat = subnet.member("natGateway").isPresent();
    return range(subnet, Family.IPV4)
        .map(range -> new Subnet(role, name, range, range(subnet, Family.IPV6), nat));
  }

  private static Optional<Cidr> range(JsonPart subnet, Family family) {
    return Stream.concat(
            subnet.member("addressPrefix").stream(),
            subnet.items("addressPrefixes", "prefixes").stream())
        .flatMap(prefix -> prefix.cidr().stream())
        .filter(range -> range.family() == family)
        .findFirst();
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
