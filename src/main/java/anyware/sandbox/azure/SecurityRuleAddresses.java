package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two ends of a rule of a network security group: addresses, one service tag, or application
 * security groups.
 *
 * @param request the request
 * @param rule the rule
 * @param path where it stands, with a dot at its end
 * @param id its id
 */
record SecurityRuleAddresses(RequestContext request, Props rule, String path, String id) {
  private static final int MOST_GROUPS = 10;

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

    private String groups() {
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
      found.addAll(groups(end));
    }
    if (ranges().map(CidrBlock::isV4).distinct().count() > 1) {
      found.add(
          refusal(
              End.SOURCE.one(),
              ApiErrors.of(
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
            + (rule.objects(end.groups()).isEmpty() ? 0 : 1);
    if (ways == 0) {
      return List.of(
          refusal(
              end.one(),
              ApiErrors.of(
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
                ApiErrors.of(
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
    List<String> pair =
        AddressPrefixes.overlapping(several.stream().map(SecurityRuleAddresses::cidr).toList());
    if (!pair.isEmpty()) {
      found.add(
          refusal(
              end.several(),
              ApiErrors.of(
                  "OverlappingSubnetsNotPermittedInSecurityRule",
                  parameter(end)
                      + " contains overlapping subnets "
                      + pair
                      + ", which is not permitted.")));
    }
    return found;
  }

  private List<Refusal> groups(End end) {
    List<Refusal> found = new ArrayList<>();
    List<Props> groups = rule.objects(end.groups());
    if (groups.size() > MOST_GROUPS) {
      found.add(
          refusal(
              end.groups(),
              ApiErrors.of(
                  "NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached",
                  "A security rule may have up to "
                      + MOST_GROUPS
                      + " Application Security Group in the source or destination fields. The"
                      + " requested configuration has "
                      + groups.size()
                      + " in the "
                      + end.word
                      + "ApplicationSecurityGroups field.")));
    }
    for (Props group : groups) {
      String named = group.text("id", "");
      request
          .find(ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP, named)
          .filter(other -> !CommonProperties.region(other.inputs()).equals(region()))
          .ifPresent(other -> found.add(refusal(end.groups(), ApiErrors.notFound(named, id))));
    }
    return found;
  }

  private String region() {
    return CommonProperties.region(request.inputs());
  }

  private Stream<CidrBlock> ranges() {
    return Arrays.stream(End.values())
        .flatMap(
            end -> Stream.concat(rule.text(end.one()).stream(), rule.texts(end.several()).stream()))
        .flatMap(prefix -> CidrBlock.of(cidr(prefix)).stream());
  }

  private static boolean isAny(String prefix) {
    return prefix.equals("*") || ServiceTags.contains(prefix);
  }

  private static boolean isAddress(String prefix) {
    return CidrBlock.isExactV4(cidr(prefix)) || CidrBlock.isExactV6(cidr(prefix));
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
        ApiErrors.of(
            "SecurityRuleInvalidAddressPrefix",
            "Security rule " + id + " has invalid Address prefix. Value provided: " + prefix));
  }

  private Refusal refusal(String property, String message) {
    return new Refusal(path + property, message);
  }
}
