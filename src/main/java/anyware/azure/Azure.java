package anyware.azure;

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

/** Microsoft Azure. */
public enum Azure implements CloudPlatform<Plan> {
  /** The only one. */
  CLOUD;

  /**
   * Locations by their programmatic names:
   * https://learn.microsoft.com/azure/reliability/regions-list. Resource groups:
   * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules.
   * Subnets down to /29, and one address of Azure's own:
   * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq. Tags:
   * https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
   * and, for the beginnings that Azure keeps for itself,
   * https://learn.microsoft.com/rest/api/resources/tags/create-or-update
   */
  private static final CloudForms FORMS =
      new CloudForms(
          new RegionForm(
              new TextForm(
                  Pattern.compile("[a-z]{3,}[1-9]?[a-z]*"),
                  "an Azure location such as northeurope"),
              text -> text.replaceAll("[^a-z0-9]", "")),
          Optional.empty(),
          Optional.of(
              new TextForm(
                  Pattern.compile("[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]"),
                  "a resource group's name: up to 90 letters, digits and _ - . ( ), no dot last")),
          NetworkForm.of(8, 26, "168.63.129.16/32"),
          new TagForm(
              50,
              new TextForm(
                  Pattern.compile("(?!(?i:azure|microsoft|windows))[^<>%&\\\\?/\\p{Cntrl}]{1,512}"),
                  "on azure 1 to 512 characters without < > % & \\ ? /, not beginning with azure,"
                      + " microsoft or windows"),
              new TextForm(Pattern.compile("(?s).{0,256}"), "on azure up to 256 characters")));

  /** https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
  private static final BalancerTraits LAYER_4 = new BalancerTraits(false, true, ServiceTags.HOST);

  @Override
  public String slug() {
    return "azure";
  }

  @Override
  public CloudForms forms() {
    return FORMS;
  }

  /** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview */
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
    return plan.roles().stream()
        .flatMap(role -> role.rules().stream().map(rule -> rule.line(role.role())))
        .toList();
  }

  @Override
  public Plan readState(Place place, List<StateResource> resources) throws UnreadableFileException {
    return StateReader.read(place, resources);
  }

  @Override
  public String nativeCommand() {
    return "az network nsg list (or show)";
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
