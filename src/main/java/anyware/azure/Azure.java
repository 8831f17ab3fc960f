package anyware.azure;

import anyware.attach.Attachment;
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

/** Microsoft Azure. */
public enum Azure implements CloudPlatform<Plan> {
  /** The only one. */
  CLOUD;

  @Override
  public String slug() {
    return "azure";
  }

  @Override
  public String title() {
    return "Azure";
  }

  @Override
  public CloudForms forms() {
    return Forms.OF_SITES;
  }

  /** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview */
  @Override
  public boolean rulesOnlyOpen() {
    return false;
  }

  @Override
  public BalancerTraits traits(Balancer balancer, Set<Family> families) {
    return switch (balancer.layer()) {
      case FOUR -> balancer.scheme() == Balancer.Scheme.PUBLIC ? Traits.PUBLIC : Traits.INTERNAL;
      case SEVEN -> Traits.LAYER_7;
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
  public Plan readState(Plan planned, List<StateResource> resources)
      throws UnreadableFileException {
    return StateReader.read(planned, resources);
  }

  @Override
  public String nativeCommand() {
    return "az network nsg list, show or az network nic list-effective-nsg";
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

  /** Of balancers; made when there is one, since every reader of settings asks for this cloud. */
  private static final class Traits {
    /** https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
    static final BalancerTraits PUBLIC = layer4(CountRange.NONE);

    static final BalancerTraits INTERNAL = layer4(CountRange.ONE);

    /**
     * A gateway in a subnet of its own, whose group filters its clients:
     * https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure
     */
    static final BalancerTraits LAYER_7 =
        new BalancerTraits(
            Set.of(Direction.INBOUND), true, true, false, AddressSet.EMPTY, CountRange.ONE);

    private static BalancerTraits layer4(CountRange subnets) {
      return new BalancerTraits(Set.of(), false, false, true, ServiceTags.HOST, subnets);
    }
  }
}
