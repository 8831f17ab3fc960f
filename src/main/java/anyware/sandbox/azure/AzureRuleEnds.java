package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two ends of a rule of a network security group: addresses, one service tag, or application
 * security groups.
 *
 * @param at the request
 * @param rule the rule
 * @param path where it stands, with a dot at its end
 * @param id its id
 */
record AzureRuleEnds(Situation at, Props rule, String path, String id) {
  private static final int MOST_ROLES = 10;
  private static final int MOST_ADDRESSES = 4000;

  /** One end: the beginning of its properties' names, as inputs and in messages. */
  private enum End {
    SOURCE("source", "Source"),
    DESTINATION("destination", "Destination");

    private final String start;
    private final String word;

    End(String start, String word) {
      this.start = start;
      this.word = word;
    }

    private String one() {
      return start + "AddressPrefix";
    }

    private String several() {
      return start + "AddressPrefixes";
    }

    private String roles() {
      return start + "ApplicationSecurityGroups";
    }
  }

  /**
   * Looks at both ends.
   *
   * @return the reasons to refuse
   */
  List<Refusal> addresses() {
    List<Refusal> found = new ArrayList<>();
    for (End end : End.values()) {
      found.addAll(choice(end));
      found.addAll(prefixes(end));
      found.addAll(roles(end));
    }
    if (ranges().map(Range::isV4).distinct().count() > 1) {
      found.add(
          refusal(
              End.SOURCE.one(),
              AzureErrors.of(
                  "ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies",
                  rule.text("name", "")
                      + " contains IP addresses or prefixes that belong to different address"
                      + " families. All IP addresses or prefixes in the resource should belong to"
                      + " the same address family.")));
    }
    return found;
  }

  private List<Refusal> choice(End end) {
    int ways =
        (rule.text(end.one(), "").isEmpty() ? 0 : 1)
            + (rule.texts(end.several()).isEmpty() ? 0 : 1)
            + (rule.objects(end.roles()).isEmpty() ? 0 : 1);
    if (ways == 0) {
      return List.of(
          refusal(
              end.one(),
              AzureErrors.of(
                  "SecurityRuleParametersMissing",
                  "Required security rule parameters are missing for security rule with Id: "
                      + id
                      + ". Security rule must specify "
                      + end.word
                      + "AddressPrefixes, "
                      + end.word
                      + "AddressPrefix, or "
                      + end.word
                      + "ApplicationSecurityGroups.")));
    }
    return ways == 1
        ? List.of()
        : List.of(
            refusal(
                end.one(),
                "Security rule with Id "
                    + id
                    + " must specify a non empty value for exactly one of: "
                    + end.word
                    + "AddressPrefixes, "
                    + end.word
                    + "AddressPrefix, "
                    + end.word
                    + "ApplicationSecurityGroups."));
  }

  private List<Refusal> prefixes(End end) {
    List<Refusal> found = new ArrayList<>();
    String single = rule.text(end.one(), "");
    if (!single.isEmpty() && !isAny(single) && !isAddress(single)) {
      found.add(invalid(end.one(), single));
    }
    List<String> several = rule.texts(end.several());
    for (String prefix : several) {
      if (isAny(prefix)) {
        found.add(
            refusal(
                end.several(),
                AzureErrors.of(
                    "SecurityRuleParameterContainsUnsupportedValue",
                    parameter(end)
                        + " cannot specify existing VIRTUALNETWORK, INTERNET, AZURELOADBALANCER,"
                        + " '*' or system tags. Unsupported value used: "
                        + prefix
                        + ".")));
      } else if (!isAddress(prefix)) {
        found.add(invalid(end.several(), prefix));
      }
    }
    if (several.size() > MOST_ADDRESSES) {
      found.add(
          refusal(
              end.several(),
              parameter(end) + " has more than " + MOST_ADDRESSES + " addresses or ranges"));
    }
    List<String> pair = AzureRanges.overlapping(several.stream().map(AzureRuleEnds::cidr).toList());
    if (!pair.isEmpty()) {
      found.add(
          refusal(
              end.several(),
              AzureErrors.of(
                  "OverlappingSubnetsNotPermittedInSecurityRule",
                  parameter(end)
                      + " contains overlapping subnets "
                      + pair
                      + ", which is not permitted.")));
    }
    return found;
  }

  private List<Refusal> roles(End end) {
    List<Refusal> found = new ArrayList<>();
    List<Props> roles = rule.objects(end.roles());
    if (roles.size() > MOST_ROLES) {
      found.add(
          refusal(
              end.roles(),
              AzureErrors.of(
                  "NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached",
                  "A security rule may have up to "
                      + MOST_ROLES
                      + " Application Security Group in the source or destination fields. The"
                      + " requested configuration has "
                      + roles.size()
                      + " in the "
                      + end.word
                      + "ApplicationSecurityGroups field.")));
    }
    for (Props role : roles) {
      String named = role.text("id", "");
      at.find(AzureRoles.ROLE, named)
          .filter(other -> !AzureProperties.region(other.inputs()).equals(region()))
          .ifPresent(other -> found.add(refusal(end.roles(), AzureErrors.notFound(named, id))));
    }
    return found;
  }

  private String region() {
    return AzureProperties.region(at.inputs());
  }

  private Stream<Range> ranges() {
    return Arrays.stream(End.values())
        .flatMap(
            end -> Stream.concat(rule.text(end.one()).stream(), rule.texts(end.several()).stream()))
        .flatMap(prefix -> Range.of(cidr(prefix)).stream());
  }

  private static boolean isAny(String prefix) {
    return prefix.equals("*") || AzureServiceTags.contains(prefix);
  }

  private static boolean isAddress(String prefix) {
    return Range.isExactV4(cidr(prefix)) || Range.isExactV6(cidr(prefix));
  }

  /** An address without a length stands for itself alone. */
  private static String cidr(String prefix) {
    if (prefix.contains("/")) {
      return prefix;
    }
    return prefix + (prefix.contains(":") ? "/128" : "/32");
  }

  private String parameter(End end) {
    return "Security rule parameter " + end.word + "AddressPrefix for rule with Id " + id;
  }

  private Refusal invalid(String property, String prefix) {
    return refusal(
        property,
        AzureErrors.of(
            "SecurityRuleInvalidAddressPrefix",
            "Security rule " + id + " has invalid Address prefix. Value provided: " + prefix));
  }

  private Refusal refusal(String property, String message) {
    return new Refusal(path + property, message);
  }
}
