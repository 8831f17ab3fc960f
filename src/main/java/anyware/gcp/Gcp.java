package anyware.gcp;

import anyware.cloud.Balancer;
import anyware.cloud.BalancerTraits;
import anyware.cloud.CloudForms;
import anyware.cloud.NetworkForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import anyware.firewall.Firewall;
import anyware.json.UnreadableFileException;
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
import java.util.stream.Collectors;

/** Google Cloud. */
public enum Gcp implements CloudPlatform<Plan> {
  /** The only one. */
  CLOUD;

  /**
   * Regions: https://cloud.google.com/compute/docs/regions-zones. Projects:
   * https://cloud.google.com/resource-manager/docs/creating-managing-projects. Subnets down to /29,
   * and prohibited ranges: https://cloud.google.com/vpc/docs/subnets. Labels:
   * https://cloud.google.com/resource-manager/docs/labels-overview#requirements
   */
  private static final CloudForms FORMS =
      new CloudForms(
          new RegionForm(
              new TextForm(
                  Pattern.compile("[a-z]+-[a-z]+[1-9]\\d?"),
                  "a Google Cloud region such as us-central1"),
              text -> text.replaceAll("-[a-f]$", "").replaceAll("-(?=\\d)", "")),
          Optional.of(
              new TextForm(
                  Pattern.compile("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]"),
                  "a project id: 6 to 30 lower-case letters, digits and hyphens, a letter first, no"
                      + " hyphen last")),
          Optional.empty(),
          NetworkForm.of(8, 26, "199.36.153.4/30", "199.36.153.8/30"),
          new TagForm(
              64,
              new TextForm(
                  Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}"),
                  "on gcp 1 to 63 lower-case letters, digits, _ and -, a letter first"),
              new TextForm(
                  Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}"),
                  "on gcp up to 63 lower-case letters, digits, _ and -")));

  /** https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges */
  private static final BalancerTraits LAYER_4 =
      new BalancerTraits(false, true, AddressSet.of("35.191.0.0/16", "130.211.0.0/22"));

  @Override
  public String slug() {
    return "gcp";
  }

  @Override
  public CloudForms forms() {
    return FORMS;
  }

  /** https://cloud.google.com/firewall/docs/firewalls#firewall_rule_components */
  @Override
  public boolean rulesOnlyOpen() {
    return false;
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
    Map<String, String> roles =
        plan.tags().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, entry -> entry.getKey().slug()));
    return plan.rules().stream().map(rule -> rule.line(roles)).toList();
  }

  @Override
  public Plan readState(Place place, List<StateResource> resources) throws UnreadableFileException {
    return StateReader.read(place, resources);
  }

  @Override
  public String nativeCommand() {
    return "gcloud compute firewall-rules list --format=json";
  }

  @Override
  public NativeNetwork readNative(String rules, String roles, List<NativeFile> details)
      throws UnreadableFileException {
    return NativeReader.read(rules, roles);
  }

  @Override
  public Map<String, Output<?>> register(Plan plan) {
    return new SiteComponent(plan).outputs();
  }
}
