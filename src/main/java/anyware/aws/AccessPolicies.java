package anyware.aws;

import anyware.platform.AccessPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Actions as an IAM policy
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 */
final class AccessPolicies {
  /** Makes the role that a service acts by, when an account has none yet. */
  static final String SERVICE_ROLE = "iam:CreateServiceLinkedRole";

  private static final String BALANCING = "elasticloadbalancing.amazonaws.com";

  private AccessPolicies() {}

  /**
   * One policy: what is asked for in the regions, and nowhere else.
   *
   * @param stack the stack
   * @param actions by region
   */
  static List<AccessPolicy> of(
      String stack, SortedMap<String, ? extends Collection<String>> actions) {
    SortedSet<String> all = new TreeSet<>();
    actions.values().forEach(some -> all.addAll(some));
    List<Map<String, Object>> statements = new ArrayList<>();
    if (all.remove(SERVICE_ROLE)) {
      statements.add(serviceRole());
    }
    taken(all, "iam:").ifPresent(roles -> statements.add(logWriters(roles)));
    taken(all, "route53:").ifPresent(records -> statements.add(allowed("Names", records, "*")));
    Map<String, Object> regional =
        object("Sid", "Network", "Effect", "Allow", "Action", List.copyOf(all), "Resource", "*");
    regional.put(
        "Condition",
        object("StringEquals", object("aws:RequestedRegion", List.copyOf(actions.keySet()))));
    statements.add(0, regional);
    return List.of(
        new AccessPolicy(
            String.join(", ", actions.keySet()),
            "aws iam create-policy --policy-name anyware-network-"
                + stack
                + " --policy-document file://FILE",
            object("Version", "2012-10-17", "Statement", statements)));
  }

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html
   */
  private static Map<String, Object> serviceRole() {
    return object(
        "Sid",
        "BalancersOwnRole",
        "Effect",
        "Allow",
        "Action",
        List.of(SERVICE_ROLE),
        "Resource",
        "arn:aws:iam::*:role/aws-service-role/"
            + BALANCING
            + "/AWSServiceRoleForElasticLoadBalancing",
        "Condition",
        object("StringEquals", object("iam:AWSServiceName", BALANCING)));
  }

  /** Roles of no region, and those alone that the program makes for flow logs. */
  private static Map<String, Object> logWriters(List<String> actions) {
    return allowed("LogWriters", actions, "arn:*:iam::*:role/*-flows-*");
  }

  private static Map<String, Object> allowed(String sid, List<String> actions, String resource) {
    return object("Sid", sid, "Effect", "Allow", "Action", actions, "Resource", resource);
  }

  /** Takes away what a service without regions is asked for. */
  private static Optional<List<String>> taken(SortedSet<String> all, String service) {
    List<String> taken = all.stream().filter(action -> action.startsWith(service)).toList();
    taken.forEach(action -> all.remove(action));
    return Optional.of(taken).filter(some -> !some.isEmpty());
  }

  private static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
