package anyware.aws;

import anyware.attach.Attachment;
import anyware.cloud.Balancer;
import anyware.cloud.BalancerTraits;
import anyware.cloud.CloudForms;
import anyware.cloud.CountRange;
import anyware.firewall.Firewall;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeDetails;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.plan.RuleLine;
import anyware.platform.AccessPolicy;
import anyware.platform.CloudPlatform;
import anyware.platform.TypePermissions;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Site;
import anyware.state.StateResource;
import com.pulumi.core.Output;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Amazon Web Services. */
public enum Aws implements CloudPlatform<Plan> {
  /** The only one. */
  CLOUD;

  /** A balancer has a subnet in a zone at most, and no region has more zones. */
  private static final int MOST_ZONES = 6;

  private static final int MOST_PREFIX_LISTS = 100;

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
   */
  private static final BalancerTraits LAYER_4 = balancer(new CountRange(1, MOST_ZONES));

  /**
   * In two zones at least:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
   */
  private static final BalancerTraits LAYER_7 = balancer(new CountRange(2, MOST_ZONES));

  private static BalancerTraits balancer(CountRange subnets) {
    return new BalancerTraits(
        EnumSet.allOf(Direction.class), true, false, false, AddressSet.EMPTY, subnets);
  }

  @Override
  public String slug() {
    return "aws";
  }

  @Override
  public String title() {
    return "AWS";
  }

  @Override
  public CloudForms forms() {
    return Forms.OF_SITES;
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html */
  @Override
  public boolean rulesOnlyOpen() {
    return true;
  }

  @Override
  public BalancerTraits traits(Balancer balancer, Set<Family> families) {
    return switch (balancer.layer()) {
      case FOUR -> LAYER_4;
      case SEVEN -> LAYER_7;
    };
  }

  @Override
  public Plan plan(Place place, Site site, Policy policy) {
    return Planner.plan(place, site, policy);
  }

  @Override
  public List<Problem> unmet(Site site) {
    return Unmet.of(site);
  }

  @Override
  public List<Problem> limits(Plan plan, Quotas quotas) {
    return Limits.problems(plan, quotas);
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
  @Override
  public Map<String, Integer> regionalQuotas(Quotas quotas) {
    return Map.of(Plan.ELASTIC_IPS, quotas.awsAddresses(), Plan.PREFIX_LISTS, MOST_PREFIX_LISTS);
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
  public Plan readState(Plan planned, List<StateResource> resources)
      throws UnreadableFileException {
    return StateReader.read(planned, resources);
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
  public Attachment attachment() {
    return new MachineAttachment();
  }

  @Override
  public String componentType() {
    return SiteComponent.TYPE;
  }

  @Override
  public Map<String, Output<?>> register(Plan plan) {
    return new SiteComponent(plan).outputs();
  }

  @Override
  public List<TypePermissions<Plan>> permissions() {
    return Stream.concat(Permissions.OF_TYPES.stream(), ServicePermissions.OF_TYPES.stream())
        .toList();
  }

  @Override
  public List<AccessPolicy> accessPolicies(
      String stack, SortedMap<String, ? extends Collection<String>> actions) {
    return AccessPolicies.of(stack, actions);
  }
}
