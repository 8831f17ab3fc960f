package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.net.Cidr;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.SecurityPolicy;
import com.pulumi.gcp.compute.SecurityPolicyArgs;
import com.pulumi.gcp.compute.inputs.SecurityPolicyRuleArgs;
import com.pulumi.gcp.compute.inputs.SecurityPolicyRuleMatchArgs;
import com.pulumi.gcp.compute.inputs.SecurityPolicyRuleMatchConfigArgs;
import java.util.List;

/** The Cloud Armor policy of a balancer of layer 7 as a resource. */
final class ComponentArmor {
  /** What a denial answers with. */
  static final String DENIAL = "deny(403)";

  static final String ALLOWANCE = "allow";
  static final String BY_ADDRESS = "SRC_IPS_V1";

  private ComponentArmor() {}

  /**
   * Registers a balancer's policy.
   *
   * @return its self link
   */
  static Output<String> register(ApplicationBalancer balancer, ComponentScope scope) {
    Plan plan = scope.plan();
    return new SecurityPolicy(
            balancer.name(),
            SecurityPolicyArgs.builder()
                .project(plan.project())
                .type("CLOUD_ARMOR")
                .rules(balancer.rules().stream().map(ComponentArmor::rule).toList())
                .build(),
            scope.ofRegion().protect(plan.protect()).build())
        .selfLink();
  }

  private static SecurityPolicyRuleArgs rule(ArmorRule rule) {
    List<String> sources =
        rule.sources().equals(ArmorRule.EVERYBODY)
            ? List.of(ArmorRule.ANY)
            : rule.sources().prefixes().stream().map(Cidr::toString).toList();
    return SecurityPolicyRuleArgs.builder()
        .priority(rule.priority())
        .action(rule.action() == Action.ALLOW ? ALLOWANCE : DENIAL)
        .description(rule.description())
        .match(
            SecurityPolicyRuleMatchArgs.builder()
                .versionedExpr(BY_ADDRESS)
                .config(SecurityPolicyRuleMatchConfigArgs.builder().srcIpRanges(sources).build())
                .build())
        .build();
  }
}
