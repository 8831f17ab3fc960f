package anyware.azure;

import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.net.Family;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A site's resources on Azure, all children of one component that is named by the site. Machines
 * that are attached from outside (to a subnet, a security group, an address or the backend pool)
 * stay attached when the stack changes.
 */
public final class SiteComponent extends ComponentResource {
  /** The type by which the engine knows it. */
  static final String TYPE = "anyware:network:Azure";

  private final Map<String, Output<?>> outputs = new TreeMap<>();

  /**
   * Registers everything that the plan asks for.
   *
   * @param plan a plan without problems
   */
  public SiteComponent(Plan plan) {
    super(TYPE, plan.place().site());
    ComponentScope scope = new ComponentScope(plan, this);
    ComponentGroups groups = ComponentGroups.register(scope);
    ComponentNetwork network = ComponentNetwork.register(scope, groups);
    outputs.put("network", network(plan, network));
    outputs.put("subnets", subnets(plan, network));
    outputs.put("groups", byRole(groups.network()));
    outputs.put("applicationGroups", byRole(groups.application()));
    Map<String, Output<String>> addresses = new HashMap<>();
    outputs.put("connectorAddresses", addresses(scope, addresses));
    Optional<ComponentBalancer> made =
        plan.balancer()
            .map(balancer -> ComponentBalancer.register(scope, groups, network, balancer));
    plan.balancer()
        .ifPresent(
            balancer -> {
              ComponentBalancer registered = made.orElseThrow();
              outputs.put("balancer", balancer(balancer, registered));
              balancer
                  .publicAddress()
                  .filter(name -> balancer.scheme() == Balancer.Scheme.PUBLIC)
                  .ifPresent(name -> addresses.put(name, registered.address()));
            });
    new ComponentRecords(scope)
        .register(addresses, made.map(ComponentBalancer::address).orElseGet(() -> Output.of("")));
    registerOutputs(outputs());
  }

  /**
   * What the owner needs to attach machines: {@code network} and {@code subnets} with ids and
   * ranges, {@code groups} and {@code applicationGroups} (ids by role), {@code connectorAddresses}
   * in the connectors' order, and {@code balancer} when there is one, with its address and ids.
   */
  public Map<String, Output<?>> outputs() {
    return Collections.unmodifiableMap(outputs);
  }

  private static Output<Map<String, Object>> network(Plan plan, ComponentNetwork network) {
    return network
        .id()
        .applyValue(id -> Map.of("id", id, "ranges", texts(plan.network().ranges())));
  }

  /** What is known of where machines belong, and of where an internal balancer is. */
  private static Output<Map<String, List<Map<String, String>>>> subnets(
      Plan plan, ComponentNetwork network) {
    Output.MapBuilder<List<Map<String, String>>> subnets = Output.mapBuilder();
    plan.subnets()
        .byRole()
        .forEach(
            (role, ranges) -> {
              if (role != Role.BALANCER) {
                subnets.put(role.key(), places(network, role, ranges));
              }
            });
    plan.balancer()
        .flatMap(
            balancer ->
                balancer
                    .fold(LoadBalancer::frontend, gateway -> gateway.frontend().subnet())
                    .fold(
                        outside -> Optional.<Output<List<Map<String, String>>>>empty(),
                        inside -> inNetwork(plan, network, balancer),
                        inside -> Optional.of(existing(plan, inside.subnet()))))
        .ifPresent(places -> subnets.put(Role.BALANCER.key(), places));
    return subnets.build();
  }

  /** Where an internal load balancer is; a gateway has a subnet of its own. */
  private static Optional<Output<List<Map<String, String>>>> inNetwork(
      Plan plan, ComponentNetwork network, SiteBalancer balancer) {
    Role role = balancer.fold(passing -> Role.CONNECTOR, gateway -> Role.BALANCER);
    return Optional.of(places(network, role, plan.subnets().of(role)));
  }

  private static Output<List<Map<String, String>>> existing(Plan plan, String subnet) {
    Map<String, String> place = new TreeMap<>(Map.of("id", subnet));
    List<Cidr> ranges = plan.subnets().of(Role.BALANCER);
    if (ranges.size() == 1) {
      place.put("range", ranges.get(0).toString());
    }
    return Output.of(List.of(place));
  }

  private static Output<List<Map<String, String>>> places(
      ComponentNetwork network, Role role, List<Cidr> ranges) {
    Optional<Output<String>> made = Optional.ofNullable(network.subnets().get(role));
    return made.map(id -> id.applyValue(known -> List.of(place(known, ranges))))
        .orElseGet(
            () ->
                Output.of(
                    ranges.stream().map(range -> Map.of("range", range.toString())).toList()));
  }

  /** A subnet that the plan makes, whose prefixes are IPv4's and, if it has them, IPv6's. */
  private static Map<String, String> place(String id, List<Cidr> ranges) {
    Map<String, String> place = new TreeMap<>(Map.of("id", id));
    for (Cidr range : ranges) {
      place.put(range.family() == Family.IPV4 ? "range" : "ipv6Range", range.toString());
    }
    return place;
  }

  /** Notes where they are by their logical names, for records of them. */
  private static Output<List<Map<String, String>>> addresses(
      ComponentScope scope, Map<String, Output<String>> noted) {
    ComponentAddresses addresses = new ComponentAddresses(scope);
    List<Output<Map<String, String>>> all = new ArrayList<>();
    for (String name : scope.plan().connectorAddresses()) {
      PublicIPAddress address = addresses.address(name, scope.ofRegion());
      noted.put(name, ComponentAddresses.ip(address));
      all.add(
          Output.tuple(ComponentAddresses.ip(address), address.id())
              .applyValue(known -> Map.of("address", known.t1, "id", known.t2)));
    }
    return Output.all(all);
  }

  private static Output<Map<String, Object>> balancer(
      SiteBalancer balancer, ComponentBalancer made) {
    Balancer.Layer layer =
        balancer.fold(passing -> Balancer.Layer.FOUR, gateway -> Balancer.Layer.SEVEN);
    return Output.tuple(made.address(), made.id(), made.pool())
        .applyValue(
            known ->
                Map.of(
                    "layer", layer.number(),
                    "scheme", balancer.scheme().slug(),
                    "address", known.t1,
                    "id", known.t2,
                    "backendPool", known.t3));
  }

  private static List<String> texts(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).toList();
  }

  private static Output<Map<String, String>> byRole(Map<Role, Output<String>> ids) {
    Output.MapBuilder<String> keyed = Output.mapBuilder();
    ids.forEach((role, id) -> keyed.put(role.key(), id));
    return keyed.build();
  }
}
