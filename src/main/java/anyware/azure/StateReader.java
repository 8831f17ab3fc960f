package anyware.azure;

import anyware.catalogue.Role;
import anyware.json.UnreadableFileException;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a site's plan back from what the engine knows of its resources. What a plan deployed reads
 * back as that plan; what somebody changed by hand since then shows after {@code pulumi refresh}:
 * rules that were added to a network security group are among its rules under their names, and a
 * subnet from which its group was taken is not attached any more. Of what is missing, such as after
 * an update that failed half way, the plan has nothing.
 */
public final class StateReader {
  private final Plan planned;
  private final Place place;
  private final StateIndex index;
  private final List<Problem> problems = new ArrayList<>();

  private StateReader(Plan planned, List<StateResource> resources) {
    this.planned = planned;
    this.place = planned.place();
    this.index = new StateIndex(resources);
  }

  /**
   * The plan that the resources make up.
   *
   * @param planned the plan that was asked for: of a network that is there, of where machines are
   *     in it and of what the engine protects, no resource tells
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
    Network network = new StateNetwork(planned, index, problems).network();
    ResourceGroup resourceGroup = resourceGroup();
    Optional<SiteBalancer> balancer = balancer();
    String region = region();
    Plan plan =
        new Plan(
            place,
            region,
            resourceGroup,
            network,
            Stream.of(Role.values()).flatMap(role -> ofRole(role, network).stream()).toList(),
            balancer,
            connectorAddresses(),
            new StateRecords(index, place, problems).records(balancer),
            new StateLogs(index, problems).logging(),
            planned.protect(),
            List.of());
    return plan.with(StateConstants.deviations(index.resources(), plan));
  }

  /** The one of the planned kind first: both are there while one comes in the other's place. */
  private Optional<SiteBalancer> balancer() {
    Optional<SiteBalancer> passing = new StateBalancer(index, problems).balancer();
    Optional<SiteBalancer> gateway = new StateGateway(index, problems).gateway();
    boolean isGateway =
        planned.balancer().<Boolean>map(it -> it.fold(four -> false, seven -> true)).orElse(false);
    return isGateway ? gateway.or(() -> passing) : passing.or(() -> gateway);
  }

  /** That of the network, or of the groups for machines in a network that is there. */
  private String region() {
    return Stream.of(StateIndex.VIRTUAL_NETWORK, StateIndex.GROUP)
        .flatMap(index::of)
        .findFirst()
        .flatMap(resource -> resource.current(problems).text("location"))
        .orElse("");
  }

  private ResourceGroup resourceGroup() {
    return index
        .of(StateIndex.RESOURCE_GROUP)
        .findFirst()
        .<ResourceGroup>map(group -> new ResourceGroup.Created(group.name()))
        .orElseGet(
            () ->
                new ResourceGroup.Existing(
                    index
                        .of(StateIndex.GROUP)
                        .findFirst()
                        .map(resource -> StateIndex.asked(resource, problems))
                        .flatMap(inputs -> inputs.text("resourceGroupName"))
                        .orElse("")));
  }

  private Optional<RoleGroups> ofRole(Role role, Network network) {
    String name = SiteNames.of(place, role.slug());
    Optional<StateResource> group = index.named(StateIndex.GROUP, name);
    List<Rule> rules = group.map(found -> rules(role, found)).orElse(List.of());
    return network.fold(
        created ->
            index
                .named(StateIndex.SUBNET, name)
                .filter(subnet -> created.subnets().has(role))
                .map(
                    subnet ->
                        new RoleGroups(
                            role,
                            name,
                            rules,
                            group.filter(found -> isAttached(subnet, found)).isPresent())),
        existing -> group.map(found -> new RoleGroups(role, name, rules, true)));
  }

  private boolean isAttached(StateResource subnet, StateResource group) {
    String property = "networkSecurityGroup";
    return subnet
        .current(problems)
        .member(property)
        .flatMap(reference -> reference.text("id"))
        .filter(id -> StateIndex.means(id, subnet, property, group))
        .isPresent();
  }

  private List<Rule> rules(Role role, StateResource group) {
    RuleReader reader =
        new RuleReader(
            new StateGroups(place, role, index.of(StateIndex.APPLICATION_GROUP).toList()));
    return group.current(problems).items("securityRules", "security rules").stream()
        .map(reader::read)
        .sorted(Comparator.comparing(Rule::direction).thenComparingInt(Rule::priority))
        .toList();
  }

  /**
   * By the connectors' ordinals, at the end of names of equal beginning: the shorter goes first.
   */
  private List<String> connectorAddresses() {
    Set<String> others =
        Set.of(
            SiteNames.of(place, SiteNames.BALANCER_ADDRESS),
            SiteNames.of(place, SiteNames.GATEWAY_ADDRESS),
            SiteNames.of(place, SiteNames.NAT_ADDRESS));
    return index
        .of(StateIndex.ADDRESS)
        .map(StateResource::name)
        .filter(name -> !others.contains(name))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
