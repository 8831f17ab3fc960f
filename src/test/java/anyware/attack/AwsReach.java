package anyware.attack;

import anyware.attack.Filter.End;
import anyware.attack.Filter.Member;
import anyware.attack.Filter.Ports;
import anyware.attack.Filter.Within;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What security groups and load balancers let pass, as their pages say: groups allow only, all
 * rules of all groups count
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html), and a load balancer
 * sends what its listeners take to their target groups
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
 */
final class AwsReach {
  private final List<Resource> resources;

  private AwsReach(JsonObject export) {
    resources = Resource.all(export);
  }

  static Reach of(JsonObject export) {
    return new AwsReach(export).reach();
  }

  private Reach reach() {
    Reach reach = Reach.empty();
    for (Resource one : resources) {
      switch (one.type()) {
        case "SecurityGroup" -> {
          reach.facts().add(one.name() + " in " + one.text("vpcId"));
          reach.add(new Host(one.name(), Set.of(named(one.id())), Optional.empty()), rules(one));
        }
        case "DefaultSecurityGroup" ->
            reach.add(
                new Host("default of " + one.text("vpcId"), Set.of(), Optional.empty()),
                rules(one));
        case "RouteTableAssociation" ->
            reach.facts().add(one.text("subnetId") + " by " + one.text("routeTableId"));
        case "LoadBalancer" -> reach.facts().add(balancer(one));
        case "Listener" ->
            reach
                .facts()
                .add(
                    "listener "
                        + one.text("loadBalancerArn")
                        + one.text("protocol")
                        + one.text("port")
                        + Json.items(one.now(), "defaultActions").stream()
                            .map(
                                action ->
                                    Json.text(action, "type") + Json.text(action, "targetGroupArn"))
                            .toList());
        case "TargetGroup" ->
            reach
                .facts()
                .add(
                    "targets "
                        + one.text("arn")
                        + one.text("protocol")
                        + one.text("port")
                        + one.text("targetType"));
        case "TargetGroupAttachment" ->
            reach.facts().add(one.text("targetGroupArn") + one.text("targetId") + one.text("port"));
        default -> {}
      }
    }
    return reach;
  }

  private static String balancer(Resource one) {
    return "balancer "
        + one.text("arn")
        + (one.text("internal").equals("true") ? " inside " : " outside ")
        + one.text("loadBalancerType")
        + new TreeSet<>(Json.texts(one.now(), "securityGroups"));
  }

  private List<Filter> rules(Resource group) {
    List<Filter> rules = new ArrayList<>();
    Json.items(group.now(), "ingress").forEach(one -> rules.add(listed(one, true, group.id())));
    Json.items(group.now(), "egress").forEach(one -> rules.add(listed(one, false, group.id())));
    for (Resource rule : resources) {
      if (rule.text("securityGroupId").equals(group.id())) {
        switch (rule.type()) {
          case "SecurityGroupIngressRule" -> rules.add(own(rule.now(), true));
          case "SecurityGroupEgressRule" -> rules.add(own(rule.now(), false));
          case "SecurityGroupRule" ->
              rules.add(listed(rule.now(), rule.text("type").equals("ingress"), group.id()));
          default -> {}
        }
      }
    }
    rules.removeIf(rule -> rule.others().isEmpty());
    return rules.stream().distinct().toList();
  }

  private Filter own(JsonElement rule, boolean inbound) {
    List<End> others = new ArrayList<>();
    for (String range : List.of("cidrIpv4", "cidrIpv6")) {
      Span.of(Json.text(rule, range)).map(Within::new).ifPresent(others::add);
    }
    member(Json.text(rule, "referencedSecurityGroupId")).ifPresent(others::add);
    others.addAll(entries(Json.text(rule, "prefixListId")));
    return rule(rule, Json.text(rule, "ipProtocol"), inbound, others);
  }

  private Filter listed(JsonElement rule, boolean inbound, String group) {
    List<End> others = new ArrayList<>();
    Stream.of("cidrBlocks", "ipv6CidrBlocks")
        .flatMap(key -> Json.texts(rule, key).stream())
        .forEach(range -> others.add(Filter.end(range)));
    Json.texts(rule, "securityGroups").forEach(id -> member(id).ifPresent(others::add));
    Json.texts(rule, "prefixListIds").forEach(id -> others.addAll(entries(id)));
    if (Json.text(rule, "self").equals("true")) {
      others.add(new Member(named(group)));
    }
    return rule(rule, Json.text(rule, "protocol"), inbound, others);
  }

  private static Filter rule(JsonElement rule, String text, boolean inbound, List<End> others) {
    String protocol = text.isEmpty() ? Filter.ANY : Filter.protocol(text);
    int first = Json.number(rule, -1, "fromPort");
    int last = Json.number(rule, first, "toPort");
    boolean every = protocol.equals(Filter.ANY) || first < 0;
    return new Filter(
        inbound,
        0,
        true,
        protocol,
        every ? List.of() : List.of(new Ports(first, last)),
        List.of(),
        List.of(),
        others.stream().distinct().sorted(Comparator.comparing(End::toString)).toList());
  }

  private Optional<End> member(String id) {
    return id.isEmpty() ? Optional.empty() : Optional.of(new Member(named(id)));
  }

  /** The group's logical name, so that it does not matter which id the cloud gave it. */
  private String named(String id) {
    return resources.stream()
        .filter(one -> one.is("SecurityGroup") && one.id().equals(id))
        .map(Resource::name)
        .findFirst()
        .orElse(id);
  }

  /** A list of nobody's here stands for whoever it names. */
  private List<End> entries(String id) {
    List<Resource> lists =
        resources.stream().filter(r -> r.is("ManagedPrefixList") && r.id().equals(id)).toList();
    if (lists.isEmpty()) {
      return member(id).stream().toList();
    }
    return lists.stream()
        .flatMap(list -> Json.items(list.now(), "entries").stream())
        .map(entry -> Filter.end(Json.text(entry, "cidr")))
        .toList();
  }
}
