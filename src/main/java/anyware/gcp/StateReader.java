package anyware.gcp;

import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a site's plan back from what the engine knows of its resources. What a plan deployed reads
 * back as that plan; what somebody changed by hand since then shows after {@code pulumi refresh}.
 * Rules that somebody added are resources of their own, which the engine does not know of: the
 * {@link NativeReader} finds them. Of what is missing, such as after an update that failed half
 * way, the plan has nothing.
 */
public final class StateReader {
  private static final String PROVIDER = "pulumi:providers:gcp";
  private static final String NETWORK = "gcp:compute/network:Network";
  private static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";
  private static final String ADDRESS = "gcp:compute/address:Address";
  private static final String HEALTH_CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  private static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";

  private static final String EXTERNAL = "EXTERNAL";

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
    List<Subnet> subnets = subnets();
    SortedMap<Role, String> tags = new TreeMap<>();
    subnets.forEach(subnet -> tags.put(subnet.role(), SiteNames.tag(place, subnet.role())));
    return new Plan(
        place,
        provider("project"),
        provider("region"),
        labels(),
        of(NETWORK).map(StateResource::name).findFirst().orElse(SiteNames.network(place)),
        tags,
        subnets,
        rules(),
        connectorAddresses(),
        balancer(),
        StateConstants.deviations(resources, provider("region"), subnets.size()));
  }

  /** As the site's own provider has it. */
  private String provider(String property) {
    return of(PROVIDER)
        .findFirst()
        .flatMap(provider -> provider.current(problems).text(property))
        .orElse("");
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  /** In the order of roles; a subnet of no role is none of the plan's. */
  private List<Subnet> subnets() {
    Map<Role, Subnet> subnets = new EnumMap<>(Role.class);
    of(SUBNETWORK)
        .forEach(
            resource -> {
              Optional<Cidr> range =
                  resource.current(problems).member("ipCidrRange").flatMap(JsonPart::cidr);
              Stream.of(Role.values())
                  .filter(role -> SiteNames.subnet(place, role).equals(resource.name()))
                  .forEach(
                      role ->
                          range.ifPresent(
                              cidr -> subnets.put(role, new Subnet(resource.name(), role, cidr))));
            });
    return List.copyOf(subnets.values());
  }

  private List<Rule> rules() {
    return of(FIREWALL)
        .filter(this::isOfNetwork)
        .flatMap(
            resource ->
                RuleReader.PROVIDER.read(resource.name(), resource.current(problems)).stream())
        .sorted(Comparator.comparing(Rule::name))
        .toList();
  }

  /** A rule of another network decides nothing here. */
  private boolean isOfNetwork(StateResource firewall) {
    Optional<String> named = firewall.current(problems).text("network");
    Optional<String> own =
        of(NETWORK)
            .findFirst()
            .flatMap(network -> network.current(problems).text("selfLink"))
            .filter(link -> !link.equals(StateResource.UNKNOWN));
    return own.isEmpty()
        || named.isEmpty()
        || named.filter(StateResource.UNKNOWN::equals).isPresent()
        || named.map(StateReader::last).equals(own.map(StateReader::last));
  }

  private static String last(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /**
   * By the connectors' ordinals, at the end of names of equal beginning: the shorter goes first.
   */
  private List<String> connectorAddresses() {
    return of(ADDRESS)
        .map(StateResource::name)
        .filter(name -> !name.equals(SiteNames.balancer(place)))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private Optional<PassthroughBalancer> balancer() {
    List<StateResource> rules = of(FORWARDING_RULE).toList();
    return rules.stream()
        .filter(rule -> port(rule).isPresent())
        .findFirst()
        .flatMap(rule -> port(rule).map(port -> balancer(rule, port, rules)));
  }

  /** The only port, where a forwarding rule is about one port of TCP. */
  private Optional<Integer> port(StateResource forwardingRule) {
    return Optional.of(traffic(forwardingRule))
        .filter(traffic -> traffic.protocol().equals(Optional.of(IpProtocol.TCP)))
        .map(Traffic::ports)
        .filter(ports -> ports.first() == ports.last())
        .map(PortRange::first);
  }

  private PassthroughBalancer balancer(
      StateResource forwardingRule, int port, List<StateResource> rules) {
    String path =
        of(HEALTH_CHECK)
            .findFirst()
            .flatMap(check -> check.current(problems).member("httpsHealthCheck"))
            .flatMap(check -> check.text("requestPath"))
            .orElse("");
    return new PassthroughBalancer(
        forwardingRule.name(),
        kind(forwardingRule),
        port,
        path,
        rules.stream().filter(rule -> !rule.equals(forwardingRule)).map(this::traffic).toList());
  }

  /** What cannot be read is taken for the widest, and a rule without ports is about all of them. */
  private Traffic traffic(StateResource forwardingRule) {
    JsonPart current = forwardingRule.current(problems);
    List<Optional<IpProtocol>> protocols =
        TrafficText.protocols(current.text("ipProtocol").orElse(""));
    PortRange ports = current.text("portRange").flatMap(TrafficText::ports).orElse(PortRange.ALL);
    return protocols.size() == 1 && protocols.get(0).isPresent()
        ? new Traffic(protocols.get(0), ports)
        : Traffic.ANY;
  }

  /** https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts */
  private Balancer kind(StateResource forwardingRule) {
    boolean external =
        forwardingRule
            .current(problems)
            .text("loadBalancingScheme")
            .filter(EXTERNAL::equals)
            .isPresent();
    return Balancer.of(
        Balancer.Layer.FOUR, external ? Balancer.Scheme.PUBLIC : Balancer.Scheme.INTERNAL);
  }

  /** As the first labelled resource has them. */
  private SortedMap<String, String> labels() {
    return Stream.of(ADDRESS, FORWARDING_RULE)
        .flatMap(this::of)
        .findFirst()
        .map(resource -> labels(resource.current(problems)))
        .orElse(Labels.of(place.tags()));
  }

  private static SortedMap<String, String> labels(JsonPart resource) {
    SortedMap<String, String> labels = new TreeMap<>();
    resource
        .member("labels")
        .ifPresent(
            all -> all.keys().forEach(key -> all.text(key).ifPresent(v -> labels.put(key, v))));
    return labels;
  }
}
