package anyware.nimbus;

import anyware.attach.Attachment;
import anyware.attach.ReservedAddress;
import anyware.attach.ShellCommand;
import anyware.attach.SiteRole;
import anyware.attach.SnippetTool;
import anyware.attach.Step;
import anyware.cloud.Balancer;
import anyware.cloud.BalancerForm;
import anyware.cloud.BalancerTraits;
import anyware.cloud.CloudForms;
import anyware.cloud.CountRange;
import anyware.cloud.DnsForm;
import anyware.cloud.ExistingForm;
import anyware.cloud.LayerForm;
import anyware.cloud.LogsForm;
import anyware.cloud.NetworkForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import anyware.firewall.Firewall;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
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
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A cloud that does not exist. */
public enum Nimbus implements CloudPlatform<Plan> {
  CLOUD;

  private static final TextForm ANY_TEXT = new TextForm(Pattern.compile(".*"), "any text");

  @Override
  public String slug() {
    return "nimbus";
  }

  @Override
  public String title() {
    return "Nimbus";
  }

  @Override
  public CloudForms forms() {
    return new CloudForms(
        new RegionForm(
            new TextForm(Pattern.compile("sky-\\d"), "such as sky-1"),
            text -> text,
            Set.of("sky-1")),
        Optional.empty(),
        Optional.empty(),
        NetworkForm.of(8, 24),
        new ExistingForm(
            ANY_TEXT, ANY_TEXT, Pattern.compile("nimbus:.*"), (network, subnet) -> true, false),
        new BalancerForm(false, false, List.of(ANY_TEXT), LayerForm.FIXED, Optional.empty()),
        new TagForm(50, ANY_TEXT, ANY_TEXT),
        new DnsForm(ANY_TEXT, (zone, name) -> true),
        LogsForm.NONE);
  }

  @Override
  public boolean rulesOnlyOpen() {
    return true;
  }

  @Override
  public BalancerTraits traits(Balancer balancer, Set<Family> families) {
    return new BalancerTraits(
        EnumSet.allOf(Direction.class), true, false, false, AddressSet.EMPTY, CountRange.NONE);
  }

  @Override
  public Plan plan(Place place, Site site, Policy policy) {
    return Planner.plan(place, site, policy);
  }

  @Override
  public List<Problem> limits(Plan plan, Quotas quotas) {
    return List.of();
  }

  @Override
  public Firewall firewall(Plan plan) {
    return Evaluator.of(plan);
  }

  @Override
  public List<RuleLine> ruleLines(Plan plan) {
    return plan.rules().stream()
        .map(
            rule ->
                new RuleLine(
                    rule.name(),
                    rule.role().slug(),
                    rule.direction().slug(),
                    "allow",
                    RuleLine.NO_PRIORITY,
                    rule.traffic().toString(),
                    rule.other(),
                    rule.reason()))
        .toList();
  }

  @Override
  public Plan readState(Plan planned, List<StateResource> resources) {
    return new Plan(planned.place(), "", List.of(), RoleSubnets.NONE, List.of(), Set.of());
  }

  @Override
  public String nativeCommand() {
    return "nimbus rules list";
  }

  @Override
  public NativeNetwork readNative(String rules, String roles, List<NativeFile> details) {
    return new NativeNetwork(
        Evaluator.of(
            new Plan(
                new Place("", "", new TreeMap<>()),
                "",
                List.of(),
                RoleSubnets.NONE,
                List.of(),
                Set.of())),
        Set.of(),
        RoleSubnets.NONE,
        List.of());
  }

  @Override
  public Attachment attachment() {
    return new Attachment() {
      @Override
      public List<Step> steps(SiteRole role, Optional<ReservedAddress> address) {
        return List.of(
            Step.ofRun("Its role", ShellCommand.of("nimbus join").with("--group=", role.group())));
      }

      @Override
      public List<String> preamble(SnippetTool tool, SiteRole role) {
        return List.of();
      }

      @Override
      public String snippet(SnippetTool tool, SiteRole role) {
        return "";
      }
    };
  }

  @Override
  public List<TypePermissions<Plan>> permissions() {
    return List.of();
  }

  @Override
  public List<AccessPolicy> accessPolicies(
      String stack, SortedMap<String, ? extends Collection<String>> actions) {
    return List.of();
  }

  @Override
  public String componentType() {
    return "anyware:network:Nimbus";
  }

  @Override
  public Map<String, Output<?>> register(Plan plan) {
    return Map.of();
  }
}
