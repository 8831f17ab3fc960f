package anyware.gcp;

import anyware.attach.Attachment;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.cloud.BalancerTraits;
import anyware.cloud.CloudForms;
import anyware.cloud.CountRange;
import anyware.firewall.Firewall;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Google Cloud. */
public enum Gcp implements CloudPlatform<Plan> {
  /** The only one. */
  CLOUD;

  /**
   * Of a public balancer of layer 4: https://cloud.google.com/load-balancing/docs/firewall-rules
   */
  private static final AddressSet PROBES =
      AddressSet.of("35.191.0.0/16", "209.85.152.0/22", "209.85.204.0/22", "2600:1901:8001::/48");

  /** Of an internal one, by the same page. */
  private static final AddressSet PROBES_INSIDE =
      AddressSet.of("35.191.0.0/16", "130.211.0.0/22", "2600:2d00:1:b029::/64");

  /**
   * Front ends connect from where probes come from, and filter by Cloud Armor:
   * https://cloud.google.com/load-balancing/docs/https#firewall-rules
   */
  private static final BalancerTraits LAYER_7 =
      new BalancerTraits(
          Set.of(Direction.INBOUND),
          true,
          true,
          false,
          ApplicationBalancer.FRONT_ENDS,
          CountRange.NONE);

  /**
   * It is probed over the families in which it has addresses. An IPv6 address is one of a subnet, a
   * public one too
   * (https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts#ip_address_specifications).
   */
  private static BalancerTraits layer4(Balancer.Scheme scheme, Set<Family> families) {
    boolean isInternal = scheme == Balancer.Scheme.INTERNAL;
    AddressSet probes = isInternal ? PROBES_INSIDE : PROBES;
    boolean isInSubnet = isInternal || families.contains(Family.IPV6);
    return new BalancerTraits(
        Set.of(),
        false,
        false,
        true,
        probes.ofFamilies(families),
        isInSubnet ? CountRange.ONE : CountRange.NONE);
  }

  @Override
  public String slug() {
    return "gcp";
  }

  @Override
  public String title() {
    return "Google Cloud";
  }

  @Override
  public CloudForms forms() {
    return Forms.OF_SITES;
  }

  /** https://cloud.google.com/firewall/docs/firewalls#firewall_rule_components */
  @Override
  public boolean rulesOnlyOpen() {
    return false;
  }

  @Override
  public BalancerTraits traits(Balancer balancer, Set<Family> families) {
    return switch (balancer.layer()) {
      case FOUR -> layer4(balancer.scheme(), families);
      case SEVEN -> LAYER_7;
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
    Stream<RuleLine> ofArmor =
        plan.application().stream()
            .flatMap(
                balancer ->
                    balancer.rules().stream()
                        .map(
                            rule ->
                                rule.line(
                                    balancer.name(),
                                    Role.BALANCER.slug(),
                                    Traffic.of(Protocol.TCP, balancer.port()).toString())));
    return Stream.concat(plan.rules().stream().map(rule -> rule.line(roles)), ofArmor).toList();
  }

  @Override
  public Plan readState(Plan planned, List<StateResource> resources)
      throws UnreadableFileException {
    return StateReader.read(planned, resources);
  }

  @Override
  public String nativeCommand() {
    return "gcloud compute firewall-rules list --format=json, or"
        + " gcloud compute instances network-interfaces get-effective-firewalls --format=json";
  }

  @Override
  public NativeNetwork readNative(String rules, String roles, List<NativeFile> details)
      throws UnreadableFileException {
    return NativeReader.read(rules, roles);
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
    return Permissions.OF_TYPES;
  }

  @Override
  public List<AccessPolicy> accessPolicies(
      String stack, SortedMap<String, ? extends Collection<String>> actions) {
    return AccessPolicies.of(stack, actions);
  }
}
