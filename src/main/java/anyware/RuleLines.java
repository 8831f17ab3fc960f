package anyware;

import anyware.net.AddressSet;
import anyware.net.Traffic;
import anyware.plan.RuleLine;
import anyware.plan.SitePlan;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of every cloud's plan in the same words. */
final class RuleLines {
  private static final String ANYONE = "anyone";
  private static final String ALLOW = "allow";
  private static final String NO_PRIORITY = "";

  private RuleLines() {}

  /**
   * A plan's rules, in the plan's order.
   *
   * @throws IllegalArgumentException when it is no plan of a cloud known here
   */
  static List<RuleLine> of(SitePlan plan) {
    if (plan instanceof anyware.aws.Plan aws) {
      return aws.rules().stream().map(rule -> line(aws, rule)).toList();
    }
    if (plan instanceof anyware.azure.Plan azure) {
      return azure.roles().stream()
          .flatMap(ofRole -> ofRole.rules().stream().map(rule -> line(ofRole.role().slug(), rule)))
          .toList();
    }
    if (plan instanceof anyware.gcp.Plan gcp) {
      Map<String, String> roles =
          gcp.tags().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getValue, entry -> entry.getKey().slug()));
      return gcp.rules().stream().map(rule -> line(roles, rule)).toList();
    }
    throw new IllegalArgumentException("a plan of no cloud: " + plan.getClass());
  }

  private static RuleLine line(anyware.aws.Plan plan, anyware.aws.Rule rule) {
    return new RuleLine(
        rule.name(),
        rule.role().slug(),
        rule.direction().slug(),
        ALLOW,
        NO_PRIORITY,
        rule.traffic().toString(),
        end(rule.other(), plan.prefixLists()),
        rule.description());
  }

  private static String end(anyware.aws.RuleEnd end, List<anyware.aws.PrefixList> lists) {
    AddressSet addresses = end.addresses(lists);
    return end instanceof anyware.aws.RuleEnd.Foreign || addresses.isEmpty()
        ? end.slug()
        : addresses.toString();
  }

  private static RuleLine line(String role, anyware.azure.Rule rule) {
    return new RuleLine(
        rule.name(),
        role,
        rule.direction().slug(),
        rule.access().name().toLowerCase(Locale.ROOT),
        String.valueOf(rule.priority()),
        Traffic.text(rule.traffic()),
        end(rule.other()),
        rule.description());
  }

  private static String end(anyware.azure.RuleEnd side) {
    if (side instanceof anyware.azure.RuleEnd.Group group) {
      return group.role().slug();
    }
    if (side instanceof anyware.azure.RuleEnd.ServiceTag tag) {
      return tag.name();
    }
    if (side instanceof anyware.azure.RuleEnd.UnknownGroup foreign) {
      return foreign.id();
    }
    if (side instanceof anyware.azure.RuleEnd.Several several) {
      return several.parts().stream().map(RuleLines::end).collect(Collectors.joining(", "));
    }
    return side instanceof anyware.azure.RuleEnd.Addresses addresses
        ? addresses.prefixes().toString()
        : ANYONE;
  }

  private static RuleLine line(Map<String, String> roles, anyware.gcp.Rule rule) {
    anyware.gcp.Target target = rule.target();
    anyware.gcp.RuleEnd remote = rule.remote();
    return new RuleLine(
        rule.name(),
        machines(roles, target.tags(), target.serviceAccounts(), target.addresses()),
        rule.direction().slug(),
        rule.action().name().toLowerCase(Locale.ROOT),
        String.valueOf(rule.priority()),
        Traffic.text(rule.traffic()),
        machines(roles, remote.tags(), remote.serviceAccounts(), remote.addresses()),
        rule.description());
  }

  private static String machines(
      Map<String, String> roles,
      Collection<String> tags,
      Collection<String> accounts,
      AddressSet addresses) {
    String text =
        Stream.of(
                tags.stream().map(tag -> roles.getOrDefault(tag, tag)),
                accounts.stream(),
                addresses.prefixes().stream().map(Object::toString))
            .flatMap(part -> part)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "every machine" : text;
  }
}
