package anyware.gcp;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a site's plan back from what the engine knows of its resources. What a plan deployed reads
 * back as that plan; what somebody changed by hand since then shows after {@code pulumi refresh}.
 * Rules that somebody added are resources of their own, which the engine does not know of: the
 * {@link NativeReader} finds them. Of what is missing, such as after an update that failed half
 * way, the plan has nothing.
 */
public final class StateReader {
  private final Plan planned;
  private final Place place;
  private final List<StateResource> resources;
  private final List<Problem> problems = new ArrayList<>();

  private StateReader(Plan planned, List<StateResource> resources) {
    this.planned = planned;
    this.place = planned.place();
    this.resources = resources;
  }

  /**
   * The plan that the resources make up.
   *
   * @param planned what was asked for: of it the plan has its place, and what no state tells, where
   *     the machines are in a network that is there and whether something is protected
   * @param siteResources the resources of that site
   * @throws UnreadableFileException when a resource's property is not what the provider writes;
   *     says every problem
   */
  public static Plan read(Plan planned, List<StateResource> siteResources)
      throws UnreadableFileException {
    StateReader reader = new StateReader(planned, siteResources);
    Plan plan = reader.plan();
    UnreadableFileException.throwIfAny(reader.problems);
    return plan;
  }

  private Plan plan() {
    String project = provider("project");
    String region = provider("region");
    StateNetworkReader networks = new StateNetworkReader(planned, resources, problems);
    List<Rule> rules = networks.rules();
    Network network = networks.network();
    Optional<LoadBalancer> balancer =
        new StateBalancerReader(place, resources, problems).balancer();
    return new Plan(
        place,
        project,
        region,
        labels(),
        network,
        tags(network, rules),
        rules,
        connectorAddresses(),
        balancer,
        new StateRecordReader(resources, problems).records(),
        logging(),
        planned.protect(),
        StateConstants.deviations(place, resources, project, region, network, balancer));
  }

  /** As the site's own provider has it. */
  private String provider(String property) {
    return of(StateTypes.PROVIDER)
        .findFirst()
        .flatMap(provider -> provider.current(problems).text(property))
        .orElse("");
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  /** Of the roles with a subnet; where others make the subnets, of those that rules are for. */
  private SortedMap<Role, String> tags(Network network, List<Rule> rules) {
    SortedMap<Role, String> tags = new TreeMap<>();
    for (Role role : Role.values()) {
      String tag = SiteNames.tag(place, role);
      boolean isThere =
          network.fold(
              created -> created.subnets().has(role),
              existing -> rules.stream().anyMatch(rule -> rule.target().tags().contains(tag)));
      if (isThere) {
        tags.put(role, tag);
      }
    }
    return tags;
  }

  /**
   * By the connectors' ordinals, at the end of names of equal beginning: the shorter goes first.
   */
  private List<String> connectorAddresses() {
    return of(StateTypes.ADDRESS)
        .map(StateResource::name)
        .filter(
            name ->
                !List.of(SiteNames.balancer(place), SiteNames.balancer(place, Family.IPV6))
                    .contains(name))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** What is logged anywhere: that it is so everywhere is a matter of deviations. */
  private Logging logging() {
    return new Logging(
        isLogged(StateTypes.SUBNETWORK, log -> true),
        isLogged(StateTypes.FIREWALL, log -> true),
        Stream.of(StateTypes.BACKEND_SERVICE, StateTypes.GLOBAL_BACKEND_SERVICE)
            .anyMatch(type -> isLogged(type, log -> log.flag("enable").orElse(false))));
  }

  private boolean isLogged(String type, Predicate<JsonPart> isOn) {
    return of(type)
        .flatMap(resource -> resource.current(problems).member("logConfig").stream())
        .filter(log -> !log.keys().isEmpty())
        .anyMatch(isOn);
  }

  /** As the first labelled resource has them. */
  private SortedMap<String, String> labels() {
    return Stream.of(
            StateTypes.ADDRESS,
            StateTypes.FORWARDING_RULE,
            StateTypes.GLOBAL_ADDRESS,
            StateTypes.GLOBAL_FORWARDING_RULE)
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
