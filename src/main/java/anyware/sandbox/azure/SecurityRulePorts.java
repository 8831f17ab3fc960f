package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports of a rule of a network security group. */
final class SecurityRulePorts {
  private static final Pattern PORTS = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

  private SecurityRulePorts() {}

  /**
   * Looks at both ends.
   *
   * @param rule the rule
   * @param path where it stands, with a dot at its end
   * @param id its id
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Props rule, String path, String id) {
    List<Refusal> found = new ArrayList<>();
    found.addAll(end(rule, path, id, "source", "Source"));
    found.addAll(end(rule, path, id, "destination", "Destination"));
    return found;
  }

  private static List<Refusal> end(Props rule, String path, String id, String end, String word) {
    String one = end + "PortRange";
    List<String> several = rule.texts(one + "s");
    String single = rule.text(one, "");
    List<Refusal> found = new ArrayList<>();
    if (single.isEmpty() && several.isEmpty()) {
      found.add(
          new Refusal(
              path + one,
              ApiErrors.of(
                  "SecurityRuleParameterMissing",
                  "Required security rule parameter "
                      + word
                      + "PortRange is missing for security rule with Id: "
                      + id
                      + ".")));
    }
    if (!single.isEmpty() && !several.isEmpty()) {
      found.add(
          new Refusal(
              path + one,
              "Security rule with Id "
                  + id
                  + " must specify a non empty value for exactly one of: "
                  + word
                  + "PortRanges, "
                  + word
                  + "PortRange."));
    }
    if (!single.isEmpty() && !single.equals("*") && !valid(single)) {
      found.add(invalid(path + one, single));
    }
    several.stream()
        .filter(ports -> !valid(ports))
        .forEach(ports -> found.add(invalid(path + one + "s", ports)));
    return found;
  }

  private static boolean valid(String ports) {
    Matcher matcher = PORTS.matcher(ports);
    if (!matcher.matches()) {
      return false;
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    return first <= last && last <= 65535;
  }

  private static Refusal invalid(String path, String ports) {
    return new Refusal(
        path,
        ApiErrors.of(
            "SecurityRuleInvalidPortRange",
            "Security rule has invalid Port range. Value provided: "
                + ports
                + ". Value should be an integer OR integer range with '-' delimiter. Valid range"
                + " 0-65535."));
  }
}
