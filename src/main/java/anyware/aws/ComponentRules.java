package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.PortRange;
import com.pulumi.aws.ec2.ManagedPrefixListArgs;
import com.pulumi.aws.ec2.inputs.ManagedPrefixListEntryArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Registers the rules of a site's groups and the lists that they name. A site has many rules, so
 * these share what is the same for all.
 */
final class ComponentRules {
  private final Map<Role, Output<String>> groups;
  private final Map<RuleEnd, Output<String>> lists = new HashMap<>();
  private final ComponentScope scope;
  private final CustomResourceOptions.Builder options;

  /**
   * @param scope the site's
   * @param groups each role's group id
   */
  ComponentRules(ComponentScope scope, Map<Role, Output<String>> groups) {
    this.scope = scope;
    this.groups = groups;
    this.options = scope.inNetwork();
  }

  /**
   * Registers rules and the prefix lists that they name. A rule depends on its list, so the engine
   * deletes the list after it. A list comes after the rules that let groups pass the same gate,
   * since it may give up machines that carry one of these.
   */
  void register(List<Rule> rules, List<PrefixList> prefixLists) {
    Set<RuleEnd> listed = prefixLists.stream().map(PrefixList::end).collect(Collectors.toSet());
    Map<Rule, Resource> made = new LinkedHashMap<>();
    rules.stream()
        .filter(rule -> !listed.contains(rule.other()))
        .forEach(rule -> made.put(rule, register(rule)));
    for (PrefixList list : prefixLists) {
      Resource[] before =
          made.keySet().stream()
              .filter(rule -> list.comesAfter(rule))
              .map(made::get)
              .toArray(Resource[]::new);
      lists.put(list.end(), register(list, before).id());
    }
    rules.stream().filter(rule -> listed.contains(rule.other())).forEach(this::register);
  }

  private CustomResource register(PrefixList list, Resource... before) {
    var args = ManagedPrefixListArgs.builder().addressFamily(list.family().label());
    args.maxEntries(list.maxEntries()).entries(entries(list)).tags(scope.tags(list.name()));
    return scope.register(
        ResourceTypes.PREFIX_LIST, list.name(), args.build(), scope.inRegion(before));
  }

  private static List<ManagedPrefixListEntryArgs> entries(PrefixList list) {
    return list.entries().stream()
        .map(entry -> ManagedPrefixListEntryArgs.builder().cidr(entry.toString()).build())
        .toList();
  }

  private Resource register(Rule rule) {
    boolean inbound = rule.direction() == Direction.INBOUND;
    ResourceArgs args = inbound ? ingress(rule) : egress(rule);
    String type = inbound ? ResourceTypes.INGRESS : ResourceTypes.EGRESS;
    return scope.register(type, rule.name(), args, options);
  }

  private SecurityGroupIngressRuleArgs ingress(Rule rule) {
    var args = SecurityGroupIngressRuleArgs.builder().securityGroupId(groups.get(rule.role()));
    args.ipProtocol(TrafficText.protocol(rule.traffic())).tags(scope.tags(rule.name()));
    ports(rule).ifPresent(ports -> args.fromPort(ports.first()).toPort(ports.last()));
    args.cidrIpv4(range(rule, Family.IPV4)).cidrIpv6(range(rule, Family.IPV6));
    args.referencedSecurityGroupId(members(rule)).prefixListId(lists.get(rule.other()));
    args.description(rule.description());
    return args.build();
  }

  private SecurityGroupEgressRuleArgs egress(Rule rule) {
    var args = SecurityGroupEgressRuleArgs.builder().securityGroupId(groups.get(rule.role()));
    args.ipProtocol(TrafficText.protocol(rule.traffic())).tags(scope.tags(rule.name()));
    ports(rule).ifPresent(ports -> args.fromPort(ports.first()).toPort(ports.last()));
    args.cidrIpv4(range(rule, Family.IPV4)).cidrIpv6(range(rule, Family.IPV6));
    args.referencedSecurityGroupId(members(rule)).prefixListId(lists.get(rule.other()));
    args.description(rule.description());
    return args.build();
  }

  /** Rules about every protocol have no ports, or every refresh would find other ones. */
  private static Optional<PortRange> ports(Rule rule) {
    return rule.traffic().protocol().map(protocol -> rule.traffic().ports());
  }

  private @Nullable Output<String> members(Rule rule) {
    return rule.other().members().stream().findFirst().map(groups::get).orElse(null);
  }

  private static @Nullable Output<String> range(Rule rule, Family family) {
    return rule.other().prefix(family).map(Cidr::toString).map(Output::of).orElse(null);
  }
}
