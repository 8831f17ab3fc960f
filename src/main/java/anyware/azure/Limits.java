package anyware.azure;

import anyware.net.Cidr;
import anyware.plan.SubnetLayout;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What Azure would refuse of a plan. */
public final class Limits {
  /**
   * A location's name, as opposed to its display name
   * (https://learn.microsoft.com/azure/reliability/regions-list).
   */
  private static final Pattern LOCATION = Pattern.compile("[a-z]{3,}[0-9]?[a-z]*");

  /** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
  private static final Pattern RESOURCE_GROUP =
      Pattern.compile("[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]");

  /** https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
  private static final int LONGEST_SUBNET_PREFIX = 29;

  /** What no virtual network may have as its own; the same page. */
  private static final List<Cidr> RESERVED =
      List.of(
          Cidr.of("127.0.0.0/8"),
          Cidr.of("168.63.129.16/32"),
          Cidr.of("169.254.0.0/16"),
          Cidr.of("224.0.0.0/4"),
          Cidr.of("255.255.255.255/32"));

  /**
   * Rules of a network security group
   * (https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits).
   */
  private static final int MOST_RULES = 1000;

  /** Prefixes in the sources, and again in the destinations, of a group's rules; the same page. */
  private static final int MOST_PREFIXES = 4000;

  /** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview */
  private static final int FIRST_PRIORITY = 100;

  /** The same page. */
  private static final int LAST_PRIORITY = 4096;

  private Limits() {}

  /**
   * The problems of a plan, empty when Azure takes it. How many public addresses a subscription may
   * have depends on its offer; that is left to Azure.
   *
   * @param plan the plan of one site
   * @param quotas the account's quotas, none of which is about Azure
   */
  public static List<Problem> problems(Plan plan, Quotas quotas) {
    List<Problem> problems = new ArrayList<>();
    Site site = plan.place().site();
    String path = "anyware-network:sites." + site.name();
    checkLocation(problems, path + ".region", site.region());
    site.resourceGroup()
        .ifPresent(group -> checkResourceGroup(problems, path + ".resourceGroup", group));
    checkNetwork(problems, path + ".network.cidr", site.network());
    plan.roles().forEach(ofRole -> checkRules(problems, path, ofRole));
    problems.addAll(TagLimits.problems(plan.place().tags()));
    return problems;
  }

  private static void checkLocation(List<Problem> problems, String path, String region) {
    if (!LOCATION.matcher(region).matches()) {
      String name = region.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      problems.add(
          new Problem(
              path,
              quoted(region),
              "the name of an Azure location in lower case without blanks, such as northeurope",
              LOCATION.matcher(name).matches() ? "did you mean " + name + "?" : ""));
    }
  }

  private static void checkResourceGroup(List<Problem> problems, String path, String group) {
    if (!RESOURCE_GROUP.matcher(group).matches()) {
      problems.add(
          new Problem(
              path,
              quoted(group),
              "1 to 90 letters, digits and characters of _()-. with no period at the end",
              "write the name of an existing resource group, or leave the setting out"));
    }
  }

  private static void checkNetwork(List<Problem> problems, String path, Cidr network) {
    int subnetPrefix = new SubnetLayout(network).connectors().prefix();
    if (subnetPrefix > LONGEST_SUBNET_PREFIX) {
      int longest = network.prefix() - (subnetPrefix - LONGEST_SUBNET_PREFIX);
      problems.add(
          new Problem(
              path,
              network.toString(),
              "a network of /" + longest + " or wider, since Azure has no subnet below /29",
              "choose a shorter prefix"));
    }
    RESERVED.stream()
        .filter(network::overlaps)
        .forEach(
            reserved ->
                problems.add(
                    new Problem(
                        path,
                        network.toString(),
                        "addresses outside " + reserved + ", which Azure keeps for itself",
                        "choose a private network, such as 10.30.0.0/16")));
  }

  private static void checkRules(List<Problem> problems, String path, RoleGroups ofRole) {
    String group = " in the network security group of " + ofRole.role().slug();
    List<Rule> rules = ofRole.rules();
    check(problems, path, rules.size(), MOST_RULES, "rules" + group);
    check(problems, path, prefixes(rules, Rule::source), MOST_PREFIXES, "sources" + group);
    check(
        problems, path, prefixes(rules, Rule::destination), MOST_PREFIXES, "destinations" + group);
    checkPriorities(problems, path, rules, group);
  }

  private static void checkPriorities(
      List<Problem> problems, String path, List<Rule> rules, String group) {
    Set<List<Object>> taken = new HashSet<>();
    for (Rule rule : rules) {
      boolean isInRange = FIRST_PRIORITY <= rule.priority() && rule.priority() <= LAST_PRIORITY;
      boolean isFree = taken.add(List.of(rule.direction(), rule.priority()));
      if (!isInRange || !isFree) {
        problems.add(
            new Problem(
                path,
                "priority %d%s of the %s rule %s%s"
                    .formatted(
                        rule.priority(),
                        isFree ? "" : " a second time",
                        rule.direction().slug(),
                        rule.name(),
                        group),
                "%d to %d, each once in a direction".formatted(FIRST_PRIORITY, LAST_PRIORITY),
                "this version has no place for that rule: leave out the setting behind it"));
      }
    }
  }

  private static void check(List<Problem> problems, String path, int found, int most, String what) {
    if (found > most) {
      problems.add(
          new Problem(
              path, found + " " + what, "at most " + most, "give the peers fewer, wider prefixes"));
    }
  }

  private static int prefixes(List<Rule> rules, Function<Rule, RuleEnd> side) {
    return rules.stream()
        .map(side)
        .mapToInt(
            end -> end instanceof RuleEnd.Addresses some ? some.prefixes().prefixes().size() : 0)
        .sum();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
