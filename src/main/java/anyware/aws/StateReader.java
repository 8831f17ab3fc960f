package anyware.aws;

import static anyware.aws.ResourceTypes.ADDRESS;
import static anyware.aws.ResourceTypes.ADDRESS_ASSOCIATION;
import static anyware.aws.ResourceTypes.GROUP;
import static anyware.aws.ResourceTypes.PREFIX_LIST;

import anyware.json.UnreadableFileException;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a site's plan back from what the engine knows of its resources. What a plan deployed reads
 * back as that plan; what somebody changed by hand since then shows after {@code pulumi refresh}.
 * Of what is missing, such as after an update that failed half way, the plan has nothing.
 */
public final class StateReader {
  private static final String PROVIDER = "pulumi:providers:aws";

  private final Plan planned;
  private final Place place;
  private final StateIndex index;

  private StateReader(Plan planned, StateIndex index) {
    this.planned = planned;
    this.place = planned.place();
    this.index = index;
  }

  /**
   * The plan that the resources make up. Rules that the program did not make are in it too, named
   * by the group's id and what they open: the engine lists them with their group, as it was when it
   * was last refreshed.
   *
   * @param planned what the settings ask for, which says where the plan goes and what no resource
   *     tells
   * @param siteResources the resources of that site
   * @throws UnreadableFileException when a resource's property is not what the provider writes;
   *     says every problem
   */
  public static Plan read(Plan planned, List<StateResource> siteResources)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    Plan plan = new StateReader(planned, new StateIndex(siteResources, problems)).plan();
    UnreadableFileException.throwIfAny(problems);
    return plan;
  }

  private Plan plan() {
    List<StateGroup> groups = groups();
    List<StatePrefixList> lists = prefixLists();
    Network network = new StateNetwork(planned, index).read();
    Optional<LoadBalancer> balancer = new StateBalancer(index, place, groups).read();
    List<ConnectorAddress> addresses = connectorAddresses();
    return new Plan(
        place,
        region(),
        network,
        groups.stream().map(this::group).toList(),
        lists.stream().map(list -> list.read(index)).toList(),
        new StateRules(index, groups, lists).all(),
        balancer,
        addresses,
        planned.protect(),
        new StateConstants(index, place, network)
            .deviations(groups.size(), lists.size(), balancer, addresses));
  }

  /** As the site's own provider has it; the resources name it nowhere else. */
  private String region() {
    return index.first(PROVIDER).flatMap(provider -> index.text(provider, "region")).orElse("");
  }

  private List<StateGroup> groups() {
    return index.all(GROUP).stream()
        .flatMap(resource -> StateGroup.of(resource).stream())
        .sorted(Comparator.comparing(StateGroup::role))
        .toList();
  }

  private Group group(StateGroup group) {
    StateResource resource = group.resource();
    String description = index.text(resource, "description").orElse("");
    return new Group(resource.name(), group.role(), description);
  }

  private List<StatePrefixList> prefixLists() {
    return index.all(PREFIX_LIST).stream()
        .flatMap(list -> StatePrefixList.of(place, list).stream())
        .sorted(Comparator.comparing(list -> list.resource().name()))
        .toList();
  }

  /** Shorter names first, so that the tenth comes after the second. */
  private List<ConnectorAddress> connectorAddresses() {
    StateRecords records = new StateRecords(index);
    Set<String> others = NetworkPlanner.natGateways(place).collect(Collectors.toSet());
    return index.all(ADDRESS).stream()
        .filter(address -> !others.contains(address.name()))
        .sorted(
            Comparator.comparingInt((StateResource address) -> address.name().length())
                .thenComparing(StateResource::name))
        .map(
            address ->
                new ConnectorAddress(
                    address.name(),
                    instance(address),
                    records.named(RecordPlanner.ofAddress(address.name()))))
        .toList();
  }

  private Optional<String> instance(StateResource address) {
    return index.all(ADDRESS_ASSOCIATION).stream()
        .filter(
            association ->
                index
                    .target(association, "allocationId", ADDRESS)
                    .filter(address::equals)
                    .isPresent())
        .findFirst()
        .flatMap(association -> index.text(association, "instanceId"));
  }
}
