package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuseEach;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.stream.Stream;

/** Rules written inside their security group. */
final class InlineSecurityGroupRules {
  /** One rule; an older form, which may hold several sources or destinations. */
  static final Shape RULE =
      object(
          optional("cidrBlocks", listOf(CidrBlocks.IPV4)),
          optional(
              "description",
              text()
                  .length(0, 255)
                  .matching(
                      SecurityGroups.ALPHABET, "doesn't comply with restrictions (\"{value}\")")),
          required("fromPort", whole().between(-1, 65535)),
          optional("ipv6CidrBlocks", listOf(CidrBlocks.IPV6)),
          optional("prefixListIds", listOf(ManagedPrefixLists.PREFIX_LIST_ID)),
          required("protocol", SecurityGroupRules.PROTOCOL.refusedAtUp()),
          optional("securityGroups", setOf(text().naming(SecurityGroups.A_SECURITY_GROUP))),
          optional("self", flag()).defaultsTo(false),
          required("toPort", whole().between(-1, 65535)));

  private static final List<String> PEERS =
      List.of("cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups");

  private InlineSecurityGroupRules() {}

  /** What is demanded across a rule's properties. */
  static Constraint[] constraints() {
    return Stream.of("ingress", "egress")
        .flatMap(InlineSecurityGroupRules::of)
        .toArray(Constraint[]::new);
  }

  private static Stream<Constraint> of(String list) {
    return Stream.of(
            refuseEach(
                list,
                "fromPort",
                "from_port ({fromPort}) and to_port ({toPort}) must both be 0 to use the 'ALL'"
                    + " \"-1\" protocol!",
                InlineSecurityGroupRules::portsForAll),
            refuseEach(
                list,
                "toPort",
                "InvalidParameterValue: Invalid port range ({fromPort}, {toPort})",
                InlineSecurityGroupRules::reversed),
            refuseEach(
                list,
                "",
                "MissingParameter: The rule names neither a range, a prefix list nor a security"
                    + " group",
                InlineSecurityGroupRules::nobody))
        .map(rule -> rule.at(Step.UP));
  }

  private static boolean portsForAll(Props rule) {
    return SecurityGroupRules.number(rule.text("protocol", "")).equals("-1")
        && (rule.whole("fromPort").orElse(0L) != 0 || rule.whole("toPort").orElse(0L) != 0);
  }

  private static boolean reversed(Props rule) {
    return SecurityGroupRules.needsPorts(rule.text("protocol", ""))
        && rule.whole("fromPort").orElse(0L) > rule.whole("toPort").orElse(0L);
  }

  private static boolean nobody(Props rule) {
    return !rule.isTrue("self") && PEERS.stream().allMatch(one -> rule.texts(one).isEmpty());
  }
}
