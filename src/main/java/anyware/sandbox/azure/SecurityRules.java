package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The security rules of a network security group. Limits:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#networking-limits
 */
final class SecurityRules {
  private static final int MOST_RULES = 1000;

  private SecurityRules() {}

  static Shape shape() {
    Shape group =
        CommonShapes.embedded(
            ApiErrors.reference(
                "networkSecurityGroups/{networkSecurityGroupName}",
                ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP),
            "location",
            "tags");
    return object(
        required("access", CommonShapes.choice("Allow", "Deny")),
        optional("description", description()),
        optional("destinationAddressPrefix", text()),
        optional("destinationAddressPrefixes", listOf(text()))
            .orComputed((request, enclosing) -> List.of()),
        optional("destinationApplicationSecurityGroups", listOf(group)),
        optional("destinationPortRange", text()),
        optional("destinationPortRanges", listOf(text()))
            .orComputed((request, enclosing) -> List.of()),
        required("direction", CommonShapes.choice("Inbound", "Outbound")),
        optional("etag", text()).shownAs(CommonProperties.ETAG),
        optional("id", text()).shownAs(ResourceIds.part("securityRules")),
        optional("name", ResourceIds.name(1, 80)),
        optional("priority", whole()),
        required("protocol", CommonShapes.choice("*", "Ah", "Esp", "Icmp", "Tcp", "Udp")),
        optional("provisioningState", text()).shownAs(CommonProperties.SUCCEEDED),
        optional("sourceAddressPrefix", text()),
        optional("sourceAddressPrefixes", listOf(text()))
            .orComputed((request, enclosing) -> List.of()),
        optional("sourceApplicationSecurityGroups", listOf(group)),
        optional("sourcePortRange", text()),
        optional("sourcePortRanges", listOf(text())).orComputed((request, enclosing) -> List.of()),
        optional("type", text())
            .shownAs(
                (request, enclosing) -> "Microsoft.Network/networkSecurityGroups/securityRules"));
  }

  private static Shape description() {
    return text()
        .where(
            "The description {property} has more than 140 characters",
            value -> String.valueOf(value).length() <= 140)
        .refusedAtUp();
  }

  /**
   * Looks at all rules.
   *
   * @param request the request for the group
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Props> rules = request.inputs().objects("securityRules");
    List<Refusal> found = new ArrayList<>(together(request, rules));
    for (int i = 0; i < rules.size(); i++) {
      Props rule = rules.get(i);
      String path = "securityRules[" + i + "].";
      String id = request.id() + "/securityRules/" + rule.text("name", "");
      if (!rule.has("name")) {
        found.add(
            new Refusal(
                path + "name",
                ApiErrors.of("InvalidResourceName", "The resource name is null or empty.")));
      }
      long priority = rule.whole("priority").orElse(0L);
      if (priority < 100 || priority > 4096) {
        found.add(
            new Refusal(
                path + "priority",
                ApiErrors.of(
                    "SecurityRuleInvalidPriority",
                    "Security rule has invalid Priority. Value provided: "
                        + priority
                        + " Allowed range 100-4096.")));
      }
      SecurityRuleAddresses ends = new SecurityRuleAddresses(request, rule, path, id);
      found.addAll(ends.addresses());
      found.addAll(SecurityRulePorts.refusals(rule, path, id));
    }
    return found;
  }

  private static List<Refusal> together(RequestContext request, List<Props> rules) {
    List<Refusal> found = new ArrayList<>();
    if (rules.size() > MOST_RULES) {
      found.add(
          new Refusal(
              "securityRules",
              ApiErrors.of(
                  "SecurityRuleCountLimitReached",
                  "A security group cannot have more than " + MOST_RULES + " security rules.")));
    }
    found.addAll(SecurityRuleCounts.refusals(request, rules));
    Set<String> names = new HashSet<>();
    Map<List<?>, String> places = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      String name = rules.get(i).text("name", "");
      String path = "securityRules[" + i + "]";
      if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
        found.add(
            new Refusal(
                path + ".name",
                ApiErrors.of(
                    "DuplicateResourceName",
                    "Resource "
                        + request.id()
                        + "/ has two child resources with the same name ("
                        + name
                        + ").")));
      }
      List<?> place =
          List.of(
              rules.get(i).text("direction", "").toLowerCase(Locale.ROOT),
              rules.get(i).whole("priority").orElse(0L));
      @Nullable String other = places.putIfAbsent(place, name);
      if (other != null) {
        found.add(
            new Refusal(
                path + ".priority",
                ApiErrors.of(
                    "SecurityRuleConflict",
                    "Security rule "
                        + other
                        + " conflicts with rule "
                        + name
                        + ". Rules cannot have the same Priority and Direction. To learn more, see"
                        + " aka.ms/nsgrules.")));
      }
    }
    return found;
  }
}
