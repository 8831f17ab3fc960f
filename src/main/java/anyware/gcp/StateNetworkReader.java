package anyware.gcp;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a site's network and its rules back from what the engine knows of its resources. */
final class StateNetworkReader {
  private static final String IN_NETWORK = "network";
  private static final List<String> ALL_RANGES = List.of("ALL_IP_RANGES");

  private final Plan planned;
  private final Place place;
  private final List<StateResource> resources;
  private final List<Problem> problems;

  StateNetworkReader(Plan planned, List<StateResource> resources, List<Problem> problems) {
    this.planned = planned;
    this.place = planned.place();
    this.resources = resources;
    this.problems = problems;
  }

  /** The network; one that is there is known by the rules in it. */
  Network network() {
    return isExisting()
        ? existing()
        : new Network.Created(
            of(StateTypes.NETWORK)
                .map(StateResource::name)
                .findFirst()
                .orElse(SiteNames.network(place)),
            subnets(),
            of(StateTypes.ROUTER_NAT).findFirst().map(this::nat));
  }

  /** The rules that are of the network, sorted by name; others decide nothing here. */
  List<Rule> rules() {
    Optional<String> own = isExisting() ? link() : ownLink();
    return of(StateTypes.FIREWALL)
        .filter(firewall -> isIn(firewall, own))
        .flatMap(
            resource ->
                RuleReader.PROVIDER.read(resource.name(), resource.current(problems)).stream())
        .sorted(Comparator.comparing(Rule::name))
        .toList();
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  private boolean isExisting() {
    boolean isMade =
        Stream.of(StateTypes.NETWORK, StateTypes.SUBNETWORK)
            .flatMap(this::of)
            .findAny()
            .isPresent();
    return !isMade && link().isPresent();
  }

  /** The link that most rules name. */
  private Optional<String> link() {
    return of(StateTypes.FIREWALL)
        .flatMap(firewall -> firewall.current(problems).text(IN_NETWORK).stream())
        .filter(text -> text.contains("projects/"))
        .map(Links::full)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private Network existing() {
    return new Network.Existing(
        link().orElse(""),
        of(StateTypes.FORWARDING_RULE)
            .flatMap(rule -> rule.current(problems).text("subnetwork").stream())
            // An external balancer has an empty one.
            .filter(text -> !text.isEmpty())
            .map(Links::full)
            .findFirst(),
        planned.network().fold(created -> RoleSubnets.NONE, Network.Existing::subnets));
  }

  private Optional<String> ownLink() {
    return of(StateTypes.NETWORK)
        .findFirst()
        .flatMap(network -> network.current(problems).text("selfLink"))
        .filter(link -> !link.equals(StateResource.UNKNOWN));
  }

  private boolean isIn(StateResource firewall, Optional<String> network) {
    Optional<String> named = firewall.current(problems).text(IN_NETWORK);
    return network.isEmpty()
        || named.isEmpty()
        || named.filter(StateResource.UNKNOWN::equals).isPresent()
        || named.map(StateNetworkReader::last).equals(network.map(StateNetworkReader::last));
  }

  private static String last(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /** In the order of roles; a subnet of no role is none of the plan's. */
  private List<Subnet> subnets() {
    Map<Role, Subnet> subnets = new EnumMap<>(Role.class);
    of(StateTypes.SUBNETWORK)
        .forEach(
            resource -> {
              JsonPart current = resource.current(problems);
              Optional<Cidr> range = current.member("ipCidrRange").flatMap(JsonPart::cidr);
              role(resource)
                  .ifPresent(
                      role ->
                          range.ifPresent(
                              cidr ->
                                  subnets.put(
                                      role,
                                      new Subnet(resource.name(), role, cidr, access(current)))));
            });
    return List.copyOf(subnets.values());
  }

  /** That the subnet is dual-stack then, and no other, is a matter of deviations. */
  private static Optional<Ipv6Access> access(JsonPart subnetwork) {
    Optional<String> said = subnetwork.text("ipv6AccessType");
    return Stream.of(Ipv6Access.values())
        .filter(access -> said.filter(access.name()::equals).isPresent())
        .findFirst();
  }

  private Optional<Role> role(StateResource subnetwork) {
    return Stream.of(Role.values())
        .filter(role -> SiteNames.subnet(place, role).equals(subnetwork.name()))
        .findFirst();
  }

  private CloudNat nat(StateResource gateway) {
    JsonPart current = gateway.current(problems);
    List<String> served =
        current.items("subnetworks", "subnetworks").stream()
            .filter(entry -> entry.texts("sourceIpRangesToNats", "ranges").equals(ALL_RANGES))
            .flatMap(entry -> entry.text("name").stream())
            .toList();
    List<Role> roles =
        of(StateTypes.SUBNETWORK)
            .filter(subnetwork -> isServed(subnetwork, gateway, served))
            .flatMap(subnetwork -> role(subnetwork).stream())
            .sorted()
            .toList();
    return new CloudNat(gateway.name(), roles, current.number("minPortsPerVm").orElse(0));
  }

  /** What a preview does not know yet is known by where it will come from, or by the plan. */
  private boolean isServed(StateResource subnetwork, StateResource gateway, List<String> served) {
    if (!served.contains(StateResource.UNKNOWN)) {
      return subnetwork.current(problems).text("selfLink").filter(served::contains).isPresent();
    }
    List<String> sources = gateway.sourcesOf("subnetworks");
    return sources.isEmpty()
        ? plannedNat().flatMap(nat -> role(subnetwork).filter(nat.roles()::contains)).isPresent()
        : sources.contains(subnetwork.urn());
  }

  private Optional<CloudNat> plannedNat() {
    return planned.network().fold(Network.Created::nat, existing -> Optional.empty());
  }
}
