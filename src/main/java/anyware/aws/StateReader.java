package anyware.aws;

import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a site's plan back from what the engine knows of its resources. What a plan deployed reads
 * back as that plan; what somebody changed by hand since then shows after {@code pulumi refresh}.
 * Of what is missing, such as after an update that failed half way, the plan has nothing.
 */
public final class StateReader {
  private static final String PROVIDER = "pulumi:providers:aws";
  private static final String VPC = "aws:ec2/vpc:Vpc";
  static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
  private static final String ADDRESS = "aws:ec2/eip:Eip";
  private static final String PUBLIC = "-public";
  private static final String PRIVATE = "-private";

  private final Place place;
  private final StateIndex index;

  private StateReader(Place place, StateIndex index) {
    this.place = place;
    this.index = index;
  }

  /**
   * The plan that the resources make up. Rules that the program did not make are in it too, named
   * by the group's id and what they open: the engine lists them with their group, as it was when it
   * was last refreshed.
   *
   * @param place where the plan goes
   * @param siteResources the resources of that site
   * @throws UnreadableFileException when a resource's property is not what the provider writes;
   *     says every problem
   */
  public static Plan read(Place place, List<StateResource> siteResources)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    Plan plan = new StateReader(place, new StateIndex(siteResources, problems)).plan();
    UnreadableFileException.throwIfAny(problems);
    return plan;
  }

  private Plan plan() {
    List<StateGroup> groups = groups();
    List<StatePrefixList> lists = prefixLists();
    return new Plan(
        place,
        region(),
        vpc(),
        groups.stream().map(this::group).toList(),
        lists.stream().map(list -> list.read(index)).toList(),
        new StateRules(index, groups, lists).all(),
        new StateBalancer(index, groups).read(),
        connectorAddresses(),
        StateConstants.deviations(index.resources(), lists.size()));
  }

  /** As the site's own provider has it; the resources name it nowhere else. */
  private String region() {
    return index.first(PROVIDER).flatMap(provider -> index.text(provider, "region")).orElse("");
  }

  private Vpc vpc() {
    Optional<StateResource> vpc = index.first(VPC);
    return new Vpc(
        vpc.map(StateResource::name).orElse(place.site()),
        vpc.flatMap(resource -> cidr(resource)).map(List::of).orElse(List.of()),
        routes(PUBLIC),
        routes(PRIVATE));
  }

  private RouteTable routes(String kind) {
    Optional<StateResource> table =
        index.all(ROUTE_TABLE).stream().filter(t -> t.name().endsWith(kind)).findFirst();
    List<Subnet> subnets = new ArrayList<>();
    for (StateResource association : index.all(ASSOCIATION)) {
      if (table.isPresent()
          && index.target(association, "routeTableId", ROUTE_TABLE).equals(table)) {
        index.target(association, "subnetId", SUBNET).flatMap(this::subnet).ifPresent(subnets::add);
      }
    }
    subnets.sort(Comparator.comparing(Subnet::zone).thenComparing(Subnet::name));
    return new RouteTable(table.map(StateResource::name).orElse(place.site() + kind), subnets);
  }

  private Optional<Subnet> subnet(StateResource subnet) {
    Zone zone = subnet.name().endsWith("-" + Zone.FIRST.slug()) ? Zone.FIRST : Zone.SECOND;
    return cidr(subnet).map(cidr -> new Subnet(subnet.name(), cidr, zone));
  }

  private Optional<Cidr> cidr(StateResource resource) {
    return index.property(resource, "cidrBlock").flatMap(JsonPart::cidr);
  }

  private List<StateGroup> groups() {
    return index.all(StateGroup.TYPE).stream()
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
    return index.all(StatePrefixList.TYPE).stream()
        .flatMap(list -> StatePrefixList.of(place, list).stream())
        .sorted(Comparator.comparing(list -> list.resource().name()))
        .toList();
  }

  /** Shorter names first, so that the tenth comes after the second. */
  private List<String> connectorAddresses() {
    return index.all(ADDRESS).stream()
        .map(StateResource::name)
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
