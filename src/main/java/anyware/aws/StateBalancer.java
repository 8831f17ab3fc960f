package anyware.aws;

import static anyware.aws.ResourceTypes.ATTACHMENT;
import static anyware.aws.ResourceTypes.GROUP;
import static anyware.aws.ResourceTypes.LOAD_BALANCER;
import static anyware.aws.ResourceTypes.TARGET_GROUP;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A site's load balancer as it is deployed, with its listeners and its target group. */
final class StateBalancer {
  private static final String GROUPS = "securityGroups";

  private final StateIndex index;
  private final Place place;
  private final List<StateGroup> groups;

  StateBalancer(StateIndex index, Place place, List<StateGroup> groups) {
    this.index = index;
    this.place = place;
    this.groups = groups;
  }

  /** Absent while one of the three is missing. */
  Optional<LoadBalancer> read() {
    Optional<StateResource> balancer = index.first(LOAD_BALANCER);
    Optional<StateResource> targets = index.first(TARGET_GROUP);
    return balancer.flatMap(
        one ->
            new StateFront(index, one)
                .read()
                .flatMap(front -> targets.map(behind -> read(one, front, behind))));
  }

  private LoadBalancer read(StateResource balancer, Front front, StateResource targets) {
    boolean isInternal = index.property(balancer, "internal").flatMap(JsonPart::flag).orElse(false);
    StateNodes nodes = StateNodes.of(index, balancer);
    return new LoadBalancer(
        balancer.name(),
        isInternal ? LoadBalancer.Scheme.INTERNAL : LoadBalancer.Scheme.INTERNET_FACING,
        index
            .text(balancer, "ipAddressType")
            .filter(ComponentBalancer.DUAL_STACK::equals)
            .isPresent(),
        nodes.subnets(),
        nodes.addresses(),
        carried(balancer),
        others(balancer),
        index.property(balancer, "enableDeletionProtection").flatMap(JsonPart::flag).orElse(false),
        front,
        targets(targets),
        Arrays.stream(Family.values())
            .map(family -> RecordPlanner.ofBalancer(place, family))
            .flatMap(name -> new StateRecords(index).named(name).stream())
            .toList());
  }

  private Set<Role> carried(StateResource balancer) {
    List<StateResource> carried = index.targets(balancer, GROUPS, GROUP);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    groups.stream()
        .filter(group -> carried.contains(group.resource()))
        .forEach(group -> roles.add(group.role()));
    return roles;
  }

  private List<String> others(StateResource balancer) {
    List<String> others = new ArrayList<>(index.ids(balancer, GROUPS));
    others.remove(StateResource.UNKNOWN);
    groups.forEach(group -> others.remove(group.id()));
    return others;
  }

  private TargetGroup targets(StateResource targets) {
    return new TargetGroup(
        targets.name(),
        index.text(targets, "targetType").orElse(""),
        index.text(targets, "protocol").orElse(""),
        index.number(targets, "port").orElse(0),
        affinity(index.property(targets, "stickiness")),
        healthCheck(index.property(targets, "healthCheck")),
        registered());
  }

  private List<Target> registered() {
    return index.all(ATTACHMENT).stream()
        .flatMap(
            attachment ->
                index.text(attachment, "targetId").stream()
                    .map(
                        id ->
                            new Target(id, index.text(attachment, "availabilityZone").isPresent())))
        .sorted(Comparator.comparing(Target::id))
        .toList();
  }

  private TargetGroup.Affinity affinity(Optional<JsonPart> stickiness) {
    return stickiness
        .filter(part -> part.flag("enabled").orElse(false))
        .map(
            part ->
                TargetGroup.Affinity.of(
                    part.text("type").orElse(""), part.number("cookieDuration").orElse(0)))
        .orElse(TargetGroup.Affinity.NONE);
  }

  private static TargetGroup.HealthCheck healthCheck(Optional<JsonPart> check) {
    return new TargetGroup.HealthCheck(
        check.flatMap(part -> part.text("protocol")).orElse(""),
        check.flatMap(part -> part.text("path")).orElse(""),
        status(check.flatMap(part -> part.text("matcher")).orElse("")),
        new TargetGroup.Pace(
            number(check, "interval"),
            number(check, "timeout"),
            number(check, "healthyThreshold"),
            number(check, "unhealthyThreshold")));
  }

  private static int number(Optional<JsonPart> check, String name) {
    return check.flatMap(part -> part.number(name)).orElse(0);
  }

  /** Several statuses, which the program never asks for, read as none. */
  private static int status(String matcher) {
    return matcher.matches("\\d{3}") ? Integer.parseInt(matcher) : 0;
  }
}
