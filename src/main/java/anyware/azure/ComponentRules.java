package anyware.azure;

import anyware.catalogue.Role;
import com.pulumi.azurenative.network.inputs.ApplicationSecurityGroupArgs;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The plan's rules as the network security groups take them.
 *
 * @param applicationGroups the ids of the roles' application security groups
 */
record ComponentRules(Map<Role, Output<String>> applicationGroups) {

  SecurityRuleArgs args(Rule rule) {
    SecurityRuleArgs.Builder args =
        SecurityRuleArgs.builder()
            .name(rule.name())
            .description(rule.description())
            .priority(rule.priority())
            .direction(Spelling.of(rule.direction()))
            .access(Spelling.of(rule.access()))
            .protocol(TrafficText.protocol(rule.traffic()))
            .sourcePortRange(TrafficText.ANY)
            .destinationPortRange(TrafficText.port(rule.traffic()));
    fill(
        rule.source(),
        args::sourceApplicationSecurityGroups,
        args::sourceAddressPrefix,
        args::sourceAddressPrefixes);
    fill(
        rule.destination(),
        args::destinationApplicationSecurityGroups,
        args::destinationAddressPrefix,
        args::destinationAddressPrefixes);
    return args.build();
  }

  private void fill(
      RuleEnd side,
      Consumer<ApplicationSecurityGroupArgs> group,
      Consumer<String> prefix,
      Consumer<List<String>> prefixes) {
    Optional<Role> members = side.groupOf();
    if (members.isPresent()) {
      Output<String> id = Objects.requireNonNull(applicationGroups.get(members.get()));
      group.accept(ApplicationSecurityGroupArgs.builder().id(id).build());
      return;
    }
    List<String> texts = side.prefixes();
    if (texts.size() == 1) {
      prefix.accept(texts.get(0));
    } else {
      prefixes.accept(texts);
    }
  }
}
