package anyware.aws;

import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What AWS would refuse of a plan, found before anything is registered. How many networks and
 * Elastic IPs an account may have in a region is not known here; AWS says so when it creates them
 * (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).
 */
public final class Limits {
  private static final String SETTINGS = "anyware-network:";

  /** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?");

  /** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
  private static final int WIDEST_NETWORK = 16;

  /**
   * Subnets are /28 at the least, and the narrowest here are eighths of the network
   * (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
   */
  private static final int NARROWEST_NETWORK = 25;

  /**
   * A list can have 1,000 entries, but a call adds or removes at most 100, and the provider makes
   * one call
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html,
   * https://github.com/hashicorp/terraform-provider-aws/issues/35371).
   */
  private static final int LIST_ENTRIES = 100;

  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html */
  private static final int TAGS = 50;

  private static final int TAG_KEY = 128;
  private static final int TAG_VALUE = 256;

  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Tag.html */
  private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private static final Pattern RESERVED_TAG = Pattern.compile("(?i)aws:.*");

  private Limits() {}

  /**
   * Every problem of the plan, none when AWS would take it.
   *
   * @param plan the plan
   * @param quotas what the account may have
   */
  public static List<Problem> problems(Plan plan, Quotas quotas) {
    List<Problem> problems = new ArrayList<>();
    addRegion(problems, plan);
    addNetwork(problems, plan);
    addPrefixLists(problems, plan);
    addRules(problems, plan, quotas.awsRulesPerGroup());
    addTags(problems, plan.place().tags());
    return List.copyOf(problems);
  }

  private static void addRegion(List<Problem> problems, Plan plan) {
    String region = plan.place().site().region();
    if (!REGION.matcher(region).matches()) {
      problems.add(
          new Problem(
              site(plan) + ".region",
              region,
              "a region of AWS, such as us-east-1",
              "write the region's code, not its name or a zone"));
    }
  }

  private static void addNetwork(List<Problem> problems, Plan plan) {
    Cidr network = plan.vpc().cidr();
    if (network.family() != Family.IPV4
        || network.prefix() < WIDEST_NETWORK
        || network.prefix() > NARROWEST_NETWORK) {
      problems.add(
          new Problem(
              site(plan) + ".network.cidr",
              network.toString(),
              "an IPv4 prefix of /%d to /%d".formatted(WIDEST_NETWORK, NARROWEST_NETWORK),
              "AWS takes networks of /16 and narrower, and an eighth of it must be a /28 or"
                  + " wider"));
    }
  }

  private static void addPrefixLists(List<Problem> problems, Plan plan) {
    for (PrefixList list : plan.prefixLists()) {
      if (list.entries().size() > LIST_ENTRIES) {
        problems.add(
            new Problem(
                site(plan),
                "%d %s prefixes of %s"
                    .formatted(list.entries().size(), list.family().label(), list.peer().slug()),
                "at most %d, the entries that AWS takes at once for a prefix list"
                    .formatted(LIST_ENTRIES),
                "join address ranges in %speers".formatted(SETTINGS)));
      }
    }
  }

  private static void addRules(List<Problem> problems, Plan plan, int quota) {
    for (Group group : plan.groups()) {
      for (Direction direction : Direction.values()) {
        for (Family family : Family.values()) {
          RuleCount count = RuleCount.of(plan, group.role(), direction, family);
          if (count.most() > quota) {
            problems.add(tooManyRules(plan, count, quota));
          }
        }
      }
    }
  }

  private static Problem tooManyRules(Plan plan, RuleCount count, int quota) {
    return new Problem(
        site(plan),
        count.toString(),
        "at most %d per group, direction and address family, at every step of an update"
            .formatted(quota),
        "join address ranges in %speers, or have AWS raise the quota and set %s"
            .formatted(SETTINGS, SETTINGS + "quotas.awsRulesPerGroup"));
  }

  private static void addTags(List<Problem> problems, Map<String, String> tags) {
    if (tags.size() > TAGS) {
      problems.add(
          new Problem(
              SETTINGS + "tags",
              tags.size() + " tags, the program's own included",
              "at most " + TAGS + " on a resource of AWS",
              "leave out " + (tags.size() - TAGS)));
    }
    tags.forEach(
        (key, value) -> {
          addTagText(problems, key, "key", key, 1, TAG_KEY);
          addTagText(problems, key, "value", value, 0, TAG_VALUE);
        });
  }

  private static void addTagText(
      List<Problem> problems, String key, String part, String text, int least, int most) {
    String path = SETTINGS + "tags." + key;
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      problems.add(
          new Problem(
              path,
              "a %s of %d characters".formatted(part, length),
              "%d to %d characters on AWS".formatted(least, most),
              "change the %s's length".formatted(part)));
    }
    if (!TAG_TEXT.matcher(text).matches() || !text.equals(text.strip())) {
      problems.add(
          new Problem(
              path,
              "a %s with a character that AWS refuses".formatted(part),
              "letters, digits, inner blanks and _ . : / = + - @",
              "replace the other characters"));
    }
    if (RESERVED_TAG.matcher(text).matches()) {
      problems.add(
          new Problem(
              path,
              "a %s that begins with aws:".formatted(part),
              "any other beginning; AWS keeps this one for itself",
              "rename it"));
    }
  }

  private static String site(Plan plan) {
    return SETTINGS + "sites." + plan.place().site().name();
  }
}
