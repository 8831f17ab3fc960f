package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.PortRange;
import com.pulumi.aws.Utilities;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers the rules of a site's groups. A site has many and nothing of them is read back, so they
 * are registered without the outputs that the provider's own classes would prepare for each, and
 * share what is the same for all.
 */
final class ComponentRules {
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private final Map<Role, Output<String>> groups;
  private final Map<RuleEnd, Output<String>> lists;
  private final ComponentScope scope;
  private final CustomResourceOptions options;

  /**
   * @param scope the site's
   * @param groups each role's group id
   * @param lists the id of the prefix list that an end stands for
   */
  ComponentRules(
      ComponentScope scope, Map<Role, Output<String>> groups, Map<RuleEnd, Output<String>> lists) {
    this.scope = scope;
    this.groups = groups;
    this.lists = lists;
    this.options = scope.inNetwork().version(Utilities.getVersion()).build();
  }

  /** Registers one. */
  void register(Rule rule) {
    if (rule.direction() == Direction.INBOUND) {
      register(INGRESS, rule, ingress(rule));
    } else {
      register(EGRESS, rule, egress(rule));
    }
  }

  private void register(String type, Rule rule, ResourceArgs args) {
    new CustomResource(type, rule.name(), args, options);
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
