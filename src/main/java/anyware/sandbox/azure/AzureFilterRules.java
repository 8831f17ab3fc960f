package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the API refuses of the rules of a network security group. Limits:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#networking-limits
 */
final class AzureFilterRules {
  private static final int MOST_RULES = 1000;

  private AzureFilterRules() {}

  /**
   * Looks at all rules.
   *
   * @param at the request for the group
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Situation at) {
    List<Props> rules = at.inputs().objects("securityRules");
    List<Refusal> found = new ArrayList<>(together(at, rules));
    for (int i = 0; i < rules.size(); i++) {
      Props rule = rules.get(i);
      String path = "securityRules[" + i + "].";
      String id = at.id() + "/securityRules/" + rule.text("name", "");
      if (!rule.has("name")) {
        found.add(
            new Refusal(
                path + "name",
                AzureErrors.of("InvalidResourceName", "The resource name is null or empty.")));
      }
      long priority = rule.whole("priority").orElse(0L);
      if (priority < 100 || priority > 4096) {
        found.add(
            new Refusal(
                path + "priority",
                AzureErrors.of(
                    "SecurityRuleInvalidPriority",
                    "Security rule has invalid Priority. Value provided: "
                        + priority
                        + " Allowed range 100-4096.")));
      }
      AzureRuleEnds ends = new AzureRuleEnds(at, rule, path, id);
      found.addAll(ends.addresses());
      found.addAll(AzureRulePorts.refusals(rule, path, id));
    }
    return found;
  }

  private static List<Refusal> together(Situation at, List<Props> rules) {
    List<Refusal> found = new ArrayList<>();
    if (rules.size() > MOST_RULES) {
      found.add(
          new Refusal(
              "securityRules",
              "Network security group "
                  + at.id()
                  + " has "
                  + rules.size()
                  + " security rules; at most "
                  + MOST_RULES
                  + " are allowed"));
    }
    Set<String> names = new HashSet<>();
    Map<List<?>, String> places = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      String name = rules.get(i).text("name", "");
      String path = "securityRules[" + i + "]";
      if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
        found.add(
            new Refusal(
                path + ".name",
                AzureErrors.of(
                    "DuplicateResourceName",
                    "Resource "
                        + at.id()
                        + "/ has two child resources with the same name ("
                        + name
                        + ").")));
      }
      List<?> place =
          List.of(rules.get(i).text("direction", ""), rules.get(i).whole("priority").orElse(0L));
      @Nullable String other = places.putIfAbsent(place, name);
      if (other != null) {
        found.add(
            new Refusal(
                path + ".priority",
                AzureErrors.of(
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
