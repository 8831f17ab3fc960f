package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import com.pulumi.aws.Utilities;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
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
  private final Output<Map<String, String>> tags;
  private final CustomResourceOptions options;

  /**
   * @param groups each role's group id
   * @param lists the id of the prefix list that an end stands for
   * @param tags what every rule carries
   * @param options parent and provider of every rule
   */
  ComponentRules(
      Map<Role, Output<String>> groups,
      Map<RuleEnd, Output<String>> lists,
      Map<String, String> tags,
      CustomResourceOptions options) {
    this.groups = groups;
    this.lists = lists;
    this.tags = Output.of(tags);
    var version = CustomResourceOptions.builder().version(Utilities.getVersion()).build();
    this.options = CustomResourceOptions.merge(options, version);
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
    args.ipProtocol(TrafficText.protocol(rule.traffic())).tags(tags);
    args.fromPort(rule.traffic().ports().first()).toPort(rule.traffic().ports().last());
    args.cidrIpv4(range(rule, Family.IPV4)).cidrIpv6(range(rule, Family.IPV6));
    args.referencedSecurityGroupId(members(rule)).prefixListId(lists.get(rule.other()));
    args.description(rule.description());
    return args.build();
  }

  private SecurityGroupEgressRuleArgs egress(Rule rule) {
    var args = SecurityGroupEgressRuleArgs.builder().securityGroupId(groups.get(rule.role()));
    args.ipProtocol(TrafficText.protocol(rule.traffic())).tags(tags);
    args.fromPort(rule.traffic().ports().first()).toPort(rule.traffic().ports().last());
    args.cidrIpv4(range(rule, Family.IPV4)).cidrIpv6(range(rule, Family.IPV6));
    args.referencedSecurityGroupId(members(rule)).prefixListId(lists.get(rule.other()));
    args.description(rule.description());
    return args.build();
  }

  private @Nullable Output<String> members(Rule rule) {
    return rule.other().members().stream().findFirst().map(groups::get).orElse(null);
  }

  private static @Nullable Output<String> range(Rule rule, Family family) {
    return rule.other().prefix(family).map(Cidr::toString).map(Output::of).orElse(null);
  }
}
