package anyware.aws;

import anyware.cloud.Balancer;
import anyware.cloud.BalancerTraits;
import anyware.cloud.CloudForms;
import anyware.cloud.NetworkForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import anyware.firewall.Firewall;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeDetails;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.plan.Place;
import anyware.plan.RuleLine;
import anyware.platform.CloudPlatform;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Site;
import anyware.state.StateResource;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amazon Web Services. */
public enum Aws implements CloudPlatform<Plan> {
  /** The only one. */
  CLOUD;

  /**
   * Regions: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html.
   * Networks of /16 to /28 and subnets down to /28:
   * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html. Tags:
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
   */
  private static final CloudForms FORMS =
      new CloudForms(
          new RegionForm(
              new TextForm(
                  Pattern.compile("[a-z]{2,4}(-[a-z]+){1,2}-[1-9]\\d?"),
                  "an AWS region such as us-east-1"),
              text -> text.replaceAll("(?<=[a-z])(?=\\d)", "-").replaceAll("(?<=\\d)[a-z]$", "")),
          Optional.empty(),
          Optional.empty(),
          NetworkForm.of(16, 25),
          new TagForm(
              50,
              tagText(
                  1,
                  128,
                  "on aws 1 to 128 letters, digits, blanks and + - = . _ : / @, not beginning with"
                      + " aws:"),
              tagText(
                  0,
                  256,
                  "on aws up to 256 letters, digits, blanks and + - = . _ : / @, not beginning with"
                      + " aws:")));

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
   */
  private static final BalancerTraits LAYER_4 = new BalancerTraits(true, false, AddressSet.EMPTY);

  private static TextForm tagText(int from, int to, String rule) {
    return new TextForm(
        Pattern.compile(
            "(?!(?i:aws):)(?![\\p{Z}])[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{%d,%d}(?<![\\p{Z}])"
                .formatted(from, to)),
        rule);
  }

  @Override
  public String slug() {
    return "aws";
  }

  @Override
  public CloudForms forms() {
    return FORMS;
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html */
  @Override
  public boolean rulesOnlyOpen() {
    return true;
  }

  @Override
  public BalancerTraits traits(Balancer balancer) {
    return switch (balancer.layer()) {
      case FOUR -> LAYER_4;
    };
  }

  @Override
  public Plan plan(Place place, Site site, Policy policy) {
    return Planner.plan(place, site, policy);
  }

  @Override
  public List<Problem> limits(Plan plan, Quotas quotas) {
    return Limits.problems(plan, quotas);
  }

  @Override
  public Firewall firewall(Plan plan) {
    return Evaluator.of(plan);
  }

  @Override
  public List<RuleLine> ruleLines(Plan plan) {
    return plan.rules().stream().map(rule -> rule.line(plan.prefixLists())).toList();
  }

  @Override
  public Plan readState(Place place, List<StateResource> resources) throws UnreadableFileException {
    return StateReader.read(place, resources);
  }

  @Override
  public String nativeCommand() {
    return "aws ec2 describe-security-groups";
  }

  @Override
  public Optional<NativeDetails> nativeDetails() {
    return Optional.of(NativePrefixLists.DETAILS);
  }

  @Override
  public NativeNetwork readNative(String rules, String roles, List<NativeFile> details)
      throws UnreadableFileException {
    return NativeReader.read(rules, roles, details);
  }

  @Override
  public Map<String, Output<?>> register(Plan plan) {
    return new SiteComponent(plan).outputs();
  }
}
