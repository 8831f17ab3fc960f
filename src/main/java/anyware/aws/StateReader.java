package anyware.aws;

import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.net.MalformedException;
import anyware.plan.Place;
import anyware.state.StateResource;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  private static final String ADDRESS = "aws:ec2/eip:Eip";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
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
   */
  public static Plan read(Place place, List<StateResource> siteResources) {
    return new StateReader(place, new StateIndex(siteResources)).plan();
  }

  private Plan plan() {
    List<StateGroup> groups = groups();
    List<StatePrefixList> lists = prefixLists();
    return new Plan(
        place,
        region(),
        vpc(),
        groups.stream().map(StateReader::group).toList(),
        lists.stream().map(StateReader::prefixList).toList(),
        new StateRules(index, groups, lists).all(),
        balancer(),
        connectorAddresses());
  }

  /** As the site's own provider has it; the resources name it nowhere else. */
  private String region() {
    return index
        .first(PROVIDER)
        .flatMap(provider -> StateValues.text(provider, "region"))
        .orElse("");
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
        index
            .target(association, "subnetId", SUBNET)
            .flatMap(StateReader::subnet)
            .ifPresent(subnets::add);
      }
    }
    subnets.sort(Comparator.comparing(Subnet::zone).thenComparing(Subnet::name));
    return new RouteTable(table.map(StateResource::name).orElse(place.site() + kind), subnets);
  }

  private static Optional<Subnet> subnet(StateResource subnet) {
    Zone zone = subnet.name().endsWith("-" + Zone.FIRST.slug()) ? Zone.FIRST : Zone.SECOND;
    return cidr(subnet).map(cidr -> new Subnet(subnet.name(), cidr, zone));
  }

  private static Optional<Cidr> cidr(StateResource resource) {
    return cidr(StateValues.text(resource, "cidrBlock").orElse(""));
  }

  private static Optional<Cidr> cidr(String text) {
    try {
      return Optional.of(Cidr.parse(text));
    } catch (MalformedException e) {
      // A preview may not know it yet.
      return Optional.empty();
    }
  }

  /** The logical name begins with the role: the name is cut at its end only. */
  private List<StateGroup> groups() {
    List<StateGroup> groups = new ArrayList<>();
    for (StateResource resource : index.all(GROUP)) {
      Arrays.stream(Role.values())
          .filter(role -> resource.name().startsWith(role.slug() + "-"))
          .findFirst()
          .ifPresent(role -> groups.add(new StateGroup(role, resource)));
    }
    groups.sort(Comparator.comparing(StateGroup::role));
    return groups;
  }

  private static Group group(StateGroup group) {
    StateResource resource = group.resource();
    String description = StateValues.text(resource, "description").orElse("");
    return new Group(resource.name(), group.role(), description);
  }

  private List<StatePrefixList> prefixLists() {
    return index.all(PREFIX_LIST).stream()
        .flatMap(list -> StatePrefixList.of(place, list).stream())
        .sorted(Comparator.comparing(list -> list.resource().name()))
        .toList();
  }

  private static PrefixList prefixList(StatePrefixList list) {
    StateResource resource = list.resource();
    List<Cidr> entries = new ArrayList<>();
    for (JsonObject entry : StateValues.structures(resource, "entries")) {
      StateValues.text(entry, "cidr").flatMap(StateReader::cidr).ifPresent(entries::add);
    }
    Collections.sort(entries);
    return new PrefixList(
        resource.name(),
        list.end().peer(),
        list.end().family(),
        StateValues.number(resource, "maxEntries").orElse(0),
        entries);
  }

  private Optional<LoadBalancer> balancer() {
    return index
        .first(LOAD_BALANCER)
        .flatMap(
            balancer ->
                index
                    .first(LISTENER)
                    .flatMap(listener -> StateValues.number(listener, "port"))
                    .flatMap(
                        port ->
                            targets()
                                .map(
                                    targets ->
                                        new LoadBalancer(
                                            balancer.name(), Balancer.DEFAULT, port, targets))));
  }

  private Optional<TargetGroup> targets() {
    return index
        .first(TARGET_GROUP)
        .map(
            targets -> {
              JsonObject health =
                  targets
                      .current("healthCheck")
                      .filter(JsonElement::isJsonObject)
                      .map(JsonElement::getAsJsonObject)
                      .orElseGet(JsonObject::new);
              return new TargetGroup(
                  targets.name(),
                  StateValues.number(targets, "port").orElse(0),
                  StateValues.text(health, "path").orElse(""),
                  status(StateValues.text(health, "matcher").orElse("")));
            });
  }

  /** Several statuses, which the program never asks for, read as none. */
  private static int status(String matcher) {
    return matcher.matches("\\d{3}") ? Integer.parseInt(matcher) : 0;
  }

  /** Shorter names first, so that the tenth comes after the second. */
  private List<String> connectorAddresses() {
    return index.all(ADDRESS).stream()
        .map(StateResource::name)
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
