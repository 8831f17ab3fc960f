package anyware.gcp;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Site;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Google Cloud would refuse about a plan. */
public final class Limits {
  /** Per rule, sources or destinations (https://cloud.google.com/firewall/quotas). */
  static final int RANGES = 5000;

  /** The smallest subnet (https://cloud.google.com/vpc/docs/subnets). */
  static final int LONGEST_SUBNET_PREFIX = 29;

  /** https://cloud.google.com/compute/docs/regions-zones */
  private static final Pattern REGION = Pattern.compile("([a-z]+-[a-z]+[0-9]{1,2})(-[a-z])?");

  /**
   * A project's id, with its domain where it has one
   * (https://cloud.google.com/resource-manager/docs/creating-managing-projects).
   */
  private static final Pattern PROJECT =
      Pattern.compile("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");

  /** https://cloud.google.com/vpc/docs/subnets#restricted-ranges */
  private static final List<Cidr> PROHIBITED =
      Stream.of(
              "0.0.0.0/8",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "199.36.153.4/30",
              "199.36.153.8/30",
              "224.0.0.0/4",
              "255.255.255.255/32")
          .map(Cidr::of)
          .toList();

  private Limits() {}

  /**
   * Everything about the plan that the platform would refuse. Quotas of a project (rules, networks,
   * static addresses) differ from project to project and are not checked.
   *
   * @param plan the plan
   * @param quotas not used: none of them is Google's
   */
  public static List<Problem> problems(Plan plan, Quotas quotas) {
    Site site = plan.place().site();
    String path = "anyware-network:sites." + site.name();
    return Stream.of(
            region(path, site.region()),
            site.project().stream().flatMap(project -> project(path, project)),
            network(path, plan),
            plan.rules().stream().flatMap(rule -> ranges(path, rule)),
            LabelLimits.problems(plan).stream())
        .flatMap(problems -> problems)
        .toList();
  }

  private static Stream<Problem> region(String path, String region) {
    Matcher matcher = REGION.matcher(region);
    if (matcher.matches() && matcher.group(2) == null) {
      return Stream.empty();
    }
    String fix = matcher.matches() ? "write the zone's region: " + matcher.group(1) : "";
    return Stream.of(
        new Problem(
            path + ".region", quoted(region), "a Google Cloud region, such as us-central1", fix));
  }

  private static Stream<Problem> project(String path, String project) {
    return PROJECT.matcher(project).matches()
        ? Stream.empty()
        : Stream.of(
            new Problem(
                path + ".project",
                quoted(project),
                "6 to 30 lower-case letters, digits and hyphens, a letter first, no hyphen last",
                "give the project's id, not its name or number"));
  }

  private static Stream<Problem> network(String path, Plan plan) {
    String setting = path + ".network.cidr";
    Cidr network = plan.place().site().network();
    Stream<Problem> prohibited =
        PROHIBITED.stream()
            .filter(network::overlaps)
            .map(
                range ->
                    new Problem(
                        setting,
                        network.toString(),
                        "a network that shares no address with " + range,
                        "choose a private range, such as 10.0.0.0/16"));
    Stream<Problem> small =
        plan.subnetworks().stream()
            .filter(subnet -> subnet.range().prefix() > LONGEST_SUBNET_PREFIX)
            .map(
                subnet ->
                    new Problem(
                        setting,
                        "%s, which leaves %s for the role %s"
                            .formatted(network, subnet.range(), subnet.role().slug()),
                        "subnets of /" + LONGEST_SUBNET_PREFIX + " or shorter",
                        "give a network with a shorter prefix"));
    return Stream.concat(prohibited, small);
  }

  private static Stream<Problem> ranges(String path, Rule rule) {
    AddressSet addresses = rule.remote().addresses();
    return addresses.prefixes().size() <= RANGES
        ? Stream.empty()
        : Stream.of(
            new Problem(
                path,
                "%d address ranges in the rule %s (%s)"
                    .formatted(addresses.prefixes().size(), rule.name(), rule.description()),
                "at most " + RANGES + " of one family",
                "join ranges of the peers that the rule is for"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
