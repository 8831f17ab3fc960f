package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.json.JsonPart;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.problem.Problem;
import anyware.state.StateResource;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the rules of a balancer's Cloud Armor policy
 * (https://cloud.google.com/compute/docs/reference/rest/v1/securityPolicies). A policy that the
 * backend service does not name decides nothing, nor does a rule in preview. What can't be read is
 * taken to allow everybody, or not to deny.
 */
final class StateArmorReader {
  private final List<StateResource> resources;
  private final List<Problem> problems;

  StateArmorReader(List<StateResource> resources, List<Problem> problems) {
    this.resources = resources;
    this.problems = problems;
  }

  /** The rules by priority; none where no policy of the site's is in effect. */
  List<ArmorRule> rules() {
    return of(StateTypes.SECURITY_POLICY)
        .filter(this::isInEffect)
        .flatMap(policy -> policy.current(problems).items("rules", "rules").stream())
        .flatMap(rule -> rule(rule).stream())
        .sorted(Comparator.comparing(ArmorRule::priority))
        .toList();
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  /** What a preview does not know yet will be the site's own. */
  private boolean isInEffect(StateResource policy) {
    Optional<String> own =
        policy.current(problems).text("selfLink").filter(link -> !isUnknown(link));
    return of(StateTypes.GLOBAL_BACKEND_SERVICE)
        .flatMap(service -> service.current(problems).text("securityPolicy").stream())
        .anyMatch(named -> isUnknown(named) || own.isEmpty() || own.get().equals(named));
  }

  private static boolean isUnknown(String text) {
    return text.equals(StateResource.UNKNOWN);
  }

  private Optional<ArmorRule> rule(JsonPart rule) {
    if (rule.flag("preview").orElse(false)) {
      return Optional.empty();
    }
    boolean denies = rule.required("action").filter(text -> text.startsWith("deny")).isPresent();
    Optional<AddressSet> sources = rule.member("match").flatMap(StateArmorReader::sources);
    return sources.isEmpty() && denies
        ? Optional.empty()
        : Optional.of(
            new ArmorRule(
                priority(rule),
                denies ? Action.DENY : Action.ALLOW,
                sources.orElse(ArmorRule.EVERYBODY),
                rule.text("description").orElse("")));
  }

  /** Absent where the rule goes by more than addresses. */
  private static Optional<AddressSet> sources(JsonPart match) {
    Optional<JsonPart> config = match.member("config");
    boolean further = match.member("expr").flatMap(expr -> expr.text("expression")).isPresent();
    if (config.isEmpty() || further) {
      return Optional.empty();
    }
    List<Cidr> ranges = new ArrayList<>();
    for (JsonPart range : config.get().items("srcIpRanges", "ranges")) {
      if (range.value() instanceof JsonPrimitive text && text.getAsString().equals(ArmorRule.ANY)) {
        return Optional.of(ArmorRule.EVERYBODY);
      }
      range.cidr().ifPresent(ranges::add);
    }
    return Optional.of(AddressSet.of(ranges));
  }

  /** Which may have ten digits. */
  private static int priority(JsonPart rule) {
    Optional<JsonPart> priority = rule.required("priority", "a whole number");
    if (priority.isPresent() && priority.get().value() instanceof JsonPrimitive number) {
      try {
        return new BigDecimal(number.getAsString()).intValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        priority.get().problem("a whole number from 0 to 2147483647");
      }
    }
    return ArmorRule.DEFAULT_PRIORITY;
  }
}
