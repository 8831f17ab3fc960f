package anyware.gcp;

import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.plan.Descriptions;
import anyware.plan.GatePlanner;
import anyware.plan.Passage;
import anyware.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who may use a balancer of layer 7, as Cloud Armor's rules, which take ten ranges each, and a
 * denial of everybody else.
 *
 * <p>An update makes and changes rules one by one, and removes those of other priorities last
 * (resourceComputeSecurityPolicyUpdate,
 * https://github.com/hashicorp/terraform-provider-google/blob/v5.0.0/google/services/compute/resource_compute_security_policy.go).
 * So each rule is for a part of the address space, halved until ten ranges are left in it, and has
 * its priority from that part: a range stays with its rule while others come and go, or gets into
 * rules of other priorities before the old one goes. The order of allowances makes no difference.
 */
final class ArmorPlanner {
  /** The most ranges a rule takes (https://cloud.google.com/armor/quotas). */
  static final int RANGES = 10;

  /** The least priority of an allowance; the platform's examples begin there too. */
  private static final int FIRST_PRIORITY = 1000;

  /** https://cloud.google.com/compute/docs/reference/rest/v1/securityPolicies */
  private static final int DESCRIPTION_LIMIT = 64;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private ArmorPlanner() {}

  /** The rules by priority. */
  static List<ArmorRule> rules(Policy policy) {
    SortedMap<Integer, ArmorRule> rules = new TreeMap<>();
    GatePlanner.of(policy, List.of(Role.BALANCER)).entrySet().stream()
        .filter(entry -> entry.getKey().direction() == Direction.INBOUND)
        .filter(entry -> entry.getKey().port() == Service.HTTPS.port())
        .map(Map.Entry::getValue)
        .flatMap(passage -> passage.outside().values().stream())
        .forEach(outside -> allow(outside, rules));
    rules.put(
        ArmorRule.DEFAULT_PRIORITY,
        new ArmorRule(
            ArmorRule.DEFAULT_PRIORITY,
            Action.DENY,
            ArmorRule.EVERYBODY,
            "nobody else uses the balancer"));
    return List.copyOf(rules.values());
  }

  private static void allow(Passage.Outside outside, SortedMap<Integer, ArmorRule> rules) {
    List<Cidr> ranges = outside.addresses().prefixes();
    Cidr space = new Cidr(new IpAddress(ranges.get(0).family(), 0, 0), 0);
    String description = Descriptions.of(outside.reasons(), CONTROL, DESCRIPTION_LIMIT);
    allow(space, ranges, description, rules);
  }

  private static void allow(
      Cidr part, List<Cidr> ranges, String description, SortedMap<Integer, ArmorRule> rules) {
    if (ranges.size() > RANGES) {
      for (Cidr half : List.of(part.part(1, 0), part.part(1, 1))) {
        allow(half, ranges.stream().filter(half::contains).toList(), description, rules);
      }
    } else if (!ranges.isEmpty()) {
      int priority = priority(part);
      while (rules.containsKey(priority)) {
        priority++;
      }
      rules.put(
          priority, new ArmorRule(priority, Action.ALLOW, AddressSet.of(ranges), description));
    }
  }

  /** Far enough from the default rule's for those that happen to have the same. */
  private static int priority(Cidr part) {
    int room = ArmorRule.DEFAULT_PRIORITY - FIRST_PRIORITY - Limits.ARMOR_RULES;
    return FIRST_PRIORITY + Math.floorMod(part.toString().hashCode(), room);
  }
}
