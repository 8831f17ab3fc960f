package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The quota of rules per security group. It is kept in each direction and address family on its
 * own; a rule that names a group counts in both families, and one that names a prefix list counts
 * as the list's maximum number of entries:
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups.
 *
 * @param most the most rules in a direction and family
 */
record RuleQuota(int most) {
  private static final String EXCEEDED =
      "RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been"
          + " reached.";

  /** How many of the groups that stand against a resize AWS names. */
  private static final int MOST_NAMED = 10;

  private enum Direction {
    INGRESS("ingress", SecurityGroupRules.INGRESS),
    EGRESS("egress", SecurityGroupRules.EGRESS);

    /** The property of a group that holds rules of this direction. */
    private final String inline;

    private final String type;

    Direction(String inline, String type) {
      this.inline = inline;
      this.type = type;
    }
  }

  /** How many rules there are for each family. */
  private record Weight(long ipv4, long ipv6) {
    private static final Weight NONE = new Weight(0, 0);

    private Weight plus(Weight other) {
      return new Weight(ipv4 + other.ipv4, ipv6 + other.ipv6);
    }
  }

  /**
   * The constraint on a rule that stands beside its group.
   *
   * @param type the rule's type, which says its direction
   * @return the constraint
   */
  Constraint ofRule(String type) {
    Direction direction =
        Arrays.stream(Direction.values())
            .filter(one -> one.type.equals(type))
            .findFirst()
            .orElseThrow();
    return refuseIn("", EXCEEDED, request -> exceededByRule(request, direction)).at(Step.UP);
  }

  /** The constraint on the rules that are written inside their group. */
  Constraint ofInlineRules() {
    return refuseIn("", EXCEEDED, request -> exceeded(request, request.id())).at(Step.UP);
  }

  /**
   * The constraint on a prefix list that grows: every group with a rule that names it must take the
   * new size. The provider reports it from the state of the list
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html).
   */
  Constraint ofResize() {
    return refuseFor("maxEntries", this::exceededByResize).at(Step.UP);
  }

  private boolean exceededByRule(RequestContext request, Direction direction) {
    String group = request.inputs().text("securityGroupId", "");
    return exceeds(weight(request, group, direction).plus(ofRule(request, request.inputs())));
  }

  private Optional<String> exceededByResize(RequestContext request) {
    List<String> groups =
        request.old().stream()
            .filter(old -> size(old.inputs()) < size(request.inputs()))
            .flatMap(old -> request.referrers(old).stream())
            .flatMap(RuleQuota::groupOf)
            .distinct()
            .filter(group -> exceeded(request, group))
            .sorted()
            .limit(MOST_NAMED)
            .toList();
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("updating EC2 Managed Prefix List (%1$s) increased MaxEntries : waiting for EC2"
                    + " Managed Prefix List (%1$s) MaxEntries update: unexpected state"
                    + " 'modify-failed', wanted target 'modify-complete'. last error: The new maximum"
                    + " size is not supported by %2$s")
                .formatted(request.id(), String.join(", ", groups)));
  }

  private static Stream<String> groupOf(StoredResource referrer) {
    return switch (referrer.type()) {
      case SecurityGroupRules.INGRESS, SecurityGroupRules.EGRESS ->
          referrer.inputs().text("securityGroupId").stream();
      case SecurityGroups.SECURITY_GROUP, DefaultSecurityGroups.DEFAULT_SECURITY_GROUP ->
          Stream.of(referrer.id());
      default -> Stream.empty();
    };
  }

  private boolean exceeded(RequestContext request, String group) {
    return Arrays.stream(Direction.values())
        .anyMatch(direction -> exceeds(weight(request, group, direction)));
  }

  private boolean exceeds(Weight weight) {
    return weight.ipv4 > most || weight.ipv6 > most;
  }

  /** What a group's rules count, without the rule for which the request is. */
  private static Weight weight(RequestContext request, String group, Direction direction) {
    Stream<Weight> beside =
        rules(request, group, direction).map(rule -> ofRule(request, rule.inputs()));
    Stream<Weight> inside =
        inlineRules(request, group, direction).map(rule -> ofInlineRule(request, rule));
    return Stream.concat(beside, inside).reduce(Weight.NONE, Weight::plus);
  }

  private static Stream<StoredResource> rules(
      RequestContext request, String group, Direction direction) {
    return request.find(SecurityGroups.SECURITY_GROUP, group).stream()
        .flatMap(found -> request.referrers(found).stream())
        .filter(rule -> rule.type().equals(direction.type))
        .filter(rule -> rule.inputs().text("securityGroupId", "").equals(group))
        .filter(rule -> !rule.id().equals(request.id()));
  }

  private static Stream<Props> inlineRules(
      RequestContext request, String group, Direction direction) {
    Stream<Props> groups =
        group.equals(request.id())
            ? Stream.of(request.inputs())
            : Stream.of(SecurityGroups.SECURITY_GROUP, DefaultSecurityGroups.DEFAULT_SECURITY_GROUP)
                .flatMap(type -> request.find(type, group).stream())
                .filter(found -> found.id().equals(group))
                .map(StoredResource::inputs);
    return groups.flatMap(inputs -> inputs.objects(direction.inline).stream());
  }

  private static Weight ofRule(RequestContext request, Props rule) {
    if (rule.has("cidrIpv4")) {
      return new Weight(1, 0);
    }
    if (rule.has("cidrIpv6")) {
      return new Weight(0, 1);
    }
    return rule.text("prefixListId").map(list -> ofList(request, list)).orElse(new Weight(1, 1));
  }

  private static Weight ofInlineRule(RequestContext request, Props rule) {
    long groups = rule.texts("securityGroups").size() + (rule.isTrue("self") ? 1L : 0L);
    Weight addresses =
        new Weight(
            rule.texts("cidrBlocks").size() + groups, rule.texts("ipv6CidrBlocks").size() + groups);
    return rule.texts("prefixListIds").stream()
        .map(list -> ofList(request, list))
        .reduce(addresses, Weight::plus);
  }

  private static Weight ofList(RequestContext request, String id) {
    Props list =
        id.equals(request.id())
            ? request.inputs()
            : request
                .find(ManagedPrefixLists.PREFIX_LIST, id)
                .map(StoredResource::inputs)
                .orElse(Props.NONE);
    return list.text("addressFamily", "").equals("IPv6")
        ? new Weight(0, size(list))
        : new Weight(size(list), 0);
  }

  private static long size(Props list) {
    return list.whole("maxEntries").orElse(0L);
  }
}
