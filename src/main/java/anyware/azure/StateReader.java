package anyware.azure;

import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.net.Cidr;
import anyware.net.PortRange;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a site's plan back from what the engine knows of its resources. What a plan deployed reads
 * back as that plan; what somebody changed by hand since then shows after {@code pulumi refresh}:
 * rules that were added to a network security group are among its rules under their names, and a
 * subnet from which its group was taken is not attached any more. Of what is missing, such as after
 * an update that failed half way, the plan has nothing.
 */
public final class StateReader {
  private static final String NETWORK = "azure-native:network:";
  private static final String RESOURCE_GROUP = "azure-native:resources:ResourceGroup";
  private static final String VIRTUAL_NETWORK = NETWORK + "VirtualNetwork";
  private static final String SUBNET = NETWORK + "Subnet";
  private static final String GROUP = NETWORK + "NetworkSecurityGroup";
  private static final String APPLICATION_GROUP = NETWORK + "ApplicationSecurityGroup";
  private static final String ADDRESS = NETWORK + "PublicIPAddress";
  private static final String LOAD_BALANCER = NETWORK + "LoadBalancer";

  private final Place place;
  private final List<StateResource> resources;
  private final List<Problem> problems = new ArrayList<>();

  private StateReader(Place place, List<StateResource> resources) {
    this.place = place;
    this.resources = resources;
  }

  /**
   * The plan that the resources make up.
   *
   * @param place where the plan goes
   * @param siteResources the resources of that site
   * @throws UnreadableFileException when a resource's property is not what the provider writes;
   *     says every problem
   */
  public static Plan read(Place place, List<StateResource> siteResources)
      throws UnreadableFileException {
    StateReader reader = new StateReader(place, siteResources);
    Plan plan = reader.plan();
    UnreadableFileException.throwIfAny(reader.problems);
    return plan;
  }

  private Plan plan() {
    String region =
        network().flatMap(resource -> resource.current(problems).text("location")).orElse("");
    ResourceGroup resourceGroup = resourceGroup();
    return new Plan(
        place,
        region,
        resourceGroup,
        new VirtualNetwork(
            network().map(StateResource::name).orElse(SiteNames.of(place, SiteNames.NETWORK)),
            network().map(this::ranges).orElse(List.of())),
        Stream.of(Role.values()).flatMap(role -> ofRole(role).stream()).toList(),
        of(LOAD_BALANCER).findFirst().flatMap(this::balancer),
        connectorAddresses(),
        StateConstants.deviations(resources, region, resourceGroup));
  }

  private Optional<StateResource> network() {
    return of(VIRTUAL_NETWORK).findFirst();
  }

  private List<Cidr> ranges(StateResource network) {
    return network.current(problems).member("addressSpace").stream()
        .flatMap(space -> space.items("addressPrefixes", "prefixes").stream())
        .flatMap(prefix -> prefix.cidr().stream())
        .toList();
  }

  private ResourceGroup resourceGroup() {
    return of(RESOURCE_GROUP)
        .findFirst()
        .<ResourceGroup>map(group -> new ResourceGroup.Created(group.name()))
        .orElseGet(
            () ->
                new ResourceGroup.Existing(
                    network()
                        .flatMap(resource -> input(resource, "resourceGroupName"))
                        .orElse("")));
  }

  /** What identifies a resource in requests, which the cloud does not repeat in its answers. */
  private Optional<String> input(StateResource resource, String key) {
    return new JsonPart(resource.name(), resource.inputs(), problems).text(key);
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  private Optional<StateResource> named(String type, String name) {
    return of(type).filter(resource -> resource.name().equals(name)).findFirst();
  }

  private Optional<RoleGroups> ofRole(Role role) {
    String name = SiteNames.of(place, role.slug());
    Optional<StateResource> group = named(GROUP, name);
    return named(SUBNET, name)
        .flatMap(
            subnet ->
                range(subnet)
                    .map(
                        range ->
                            new RoleGroups(
                                role,
                                name,
                                range,
                                group.map(found -> rules(role, found)).orElse(List.of()),
                                group.filter(found -> isAttached(subnet, found)).isPresent())));
  }

  private Optional<Cidr> range(StateResource subnet) {
    JsonPart current = subnet.current(problems);
    return current
        .member("addressPrefix")
        .or(() -> current.items("addressPrefixes", "prefixes").stream().findFirst())
        .flatMap(JsonPart::cidr);
  }

  private boolean isAttached(StateResource subnet, StateResource group) {
    String property = "networkSecurityGroup";
    return subnet
        .current(problems)
        .member(property)
        .flatMap(reference -> reference.text("id"))
        .filter(id -> means(id, subnet, property, group))
        .isPresent();
  }

  /** Whether an id that a resource's property holds, or will hold, is another resource's. */
  private static boolean means(
      String id, StateResource holder, String property, StateResource other) {
    return id.equals(StateResource.UNKNOWN)
        ? holder.sourcesOf(property).contains(other.urn())
        : other.id().filter(id::equalsIgnoreCase).isPresent();
  }

  private List<Rule> rules(Role role, StateResource group) {
    RuleReader reader =
        new RuleReader(new StateGroups(place, role, of(APPLICATION_GROUP).toList()));
    return group.current(problems).items("securityRules", "security rules").stream()
        .map(reader::read)
        .sorted(Comparator.comparing(Rule::direction).thenComparingInt(Rule::priority))
        .toList();
  }

  private Optional<LoadBalancer> balancer(StateResource balancer) {
    JsonPart current = balancer.current(problems);
    List<JsonPart> rules = current.items("loadBalancingRules", "load balancing rules");
    Optional<JsonPart> rule = rules.stream().filter(StateReader::isTcp).findFirst();
    Optional<JsonPart> probe = current.items("probes", "health probes").stream().findFirst();
    return rule.map(
        sessions ->
            new LoadBalancer(
                balancer.name(),
                Balancer.of(Balancer.Layer.FOUR, scheme(balancer)),
                address(balancer),
                number(rule, "frontendPort"),
                number(rule, "backendPort"),
                number(probe, "port"),
                probe.flatMap(part -> part.text("requestPath")).orElse(""),
                number(probe, "intervalInSeconds"),
                number(rule, "idleTimeoutInMinutes"),
                rules.stream()
                    .filter(other -> rule.filter(other::equals).isEmpty())
                    .map(StateReader::traffic)
                    .toList()));
  }

  private static boolean isTcp(JsonPart rule) {
    return rule.text("protocol").filter("Tcp"::equalsIgnoreCase).isPresent();
  }

  /**
   * What a rule takes: its protocol at its port, and everything where the protocol is All
   * (https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview).
   */
  private static Traffic traffic(JsonPart rule) {
    List<PortRange> port = List.of(PortRange.of(rule.number("frontendPort").orElse(0)));
    return rule.text("protocol")
        .flatMap(protocol -> TrafficText.parse(protocol, port))
        .map(all -> all.get(0))
        .orElse(Traffic.ANY);
  }

  private static int number(Optional<JsonPart> part, String key) {
    return part.flatMap(fields -> fields.number(key)).orElse(0);
  }

  /** A frontend with a public address is public; one in a subnet is internal. */
  private Balancer.Scheme scheme(StateResource balancer) {
    return balancer.current(problems).items("frontendIPConfigurations", "frontends").stream()
            .anyMatch(frontend -> frontend.member("publicIPAddress").isPresent())
        ? Balancer.Scheme.PUBLIC
        : Balancer.Scheme.INTERNAL;
  }

  private String address(StateResource balancer) {
    String property = "frontendIPConfigurations";
    return balancer.current(problems).items(property, "frontends").stream()
        .flatMap(frontend -> frontend.member("publicIPAddress").stream())
        .flatMap(reference -> reference.text("id").stream())
        .flatMap(id -> of(ADDRESS).filter(address -> means(id, balancer, property, address)))
        .map(StateResource::name)
        .findFirst()
        .orElse("");
  }

  /**
   * By the connectors' ordinals, at the end of names of equal beginning: the shorter goes first.
   */
  private List<String> connectorAddresses() {
    return of(ADDRESS)
        .map(StateResource::name)
        .filter(name -> !name.equals(SiteNames.of(place, SiteNames.BALANCER_ADDRESS)))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
