package anyware;

import anyware.audit.AuditedSite;
import anyware.firewall.Firewall;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.plan.Place;
import anyware.plan.SitePlan;
import anyware.policy.Policy;
import anyware.settings.Cloud;
import anyware.state.StackState;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.List;

/** The clouds' evaluators and readers behind one door. */
public final class Clouds {

  private Clouds() {}

  /**
   * What a site's plan does with packets, by its cloud's own semantics.
   *
   * @throws IllegalArgumentException when it is no plan of a cloud known here
   */
  public static Firewall firewall(SitePlan plan) {
    if (plan instanceof anyware.aws.Plan aws) {
      return anyware.aws.Evaluator.of(aws);
    }
    if (plan instanceof anyware.azure.Plan azure) {
      return anyware.azure.Evaluator.of(azure);
    }
    if (plan instanceof anyware.gcp.Plan gcp) {
      return anyware.gcp.Evaluator.of(gcp);
    }
    throw new IllegalArgumentException("a plan of no cloud: " + plan.getClass());
  }

  /**
   * The plan that a site's resources make up.
   *
   * @param place the site
   * @param resources the site's resources, as the engine knows them
   * @throws UnreadableFileException when one of them has a form that no cloud's provider gives it
   */
  public static SitePlan readBack(Place place, List<StateResource> resources)
      throws UnreadableFileException {
    return switch (place.site().cloud()) {
      case AWS -> anyware.aws.StateReader.read(place, resources);
      case AZURE -> anyware.azure.StateReader.read(place, resources);
      case GCP -> anyware.gcp.StateReader.read(place, resources);
    };
  }

  /**
   * A network that this program did not make.
   *
   * @param cloud where it is
   * @param rules what the cloud's own command line prints of its rules, in JSON
   * @param roles what each role's machines carry, in JSON
   * @throws UnreadableFileException when either is something else
   */
  public static NativeNetwork readNative(Cloud cloud, String rules, String roles)
      throws UnreadableFileException {
    return switch (cloud) {
      case AWS -> anyware.aws.NativeReader.read(rules, roles);
      case AZURE -> anyware.azure.NativeReader.read(rules, roles);
      case GCP -> anyware.gcp.NativeReader.read(rules, roles);
    };
  }

  /** Every site of a stack with its policy and what its plan does, in the sites' order. */
  public static List<AuditedSite> auditedSites(StackPlan plan) {
    List<AuditedSite> auditedSites = new ArrayList<>();
    for (int i = 0; i < plan.sites().size(); i++) {
      auditedSites.add(audited(plan.policies().get(i), plan.sites().get(i)));
    }
    return auditedSites;
  }

  /**
   * Every site of a stack of which a state knows something, with its policy and what the rules in
   * the state do, in the sites' order.
   *
   * @param plan what the settings ask for
   * @param state what is there
   * @throws UnreadableFileException when a resource has a form that no cloud's provider gives it
   */
  public static List<AuditedSite> auditedSites(StackPlan plan, StackState state)
      throws UnreadableFileException {
    List<AuditedSite> auditedSites = new ArrayList<>();
    for (int i = 0; i < plan.sites().size(); i++) {
      Place place = plan.sites().get(i).place();
      List<StateResource> resources = state.ofSite(place.site().name());
      if (!resources.isEmpty()) {
        auditedSites.add(audited(plan.policies().get(i), readBack(place, resources)));
      }
    }
    return auditedSites;
  }

  private static AuditedSite audited(Policy policy, SitePlan site) {
    return AuditedSite.of(site.place(), policy, firewall(site), site.roleSubnets());
  }

  /**
   * A planned site with another network's firewall in place of its own. Where nobody said where a
   * role's machines are, they are where the plan has them.
   *
   * @param planned the site as planned
   * @param network the network
   */
  public static AuditedSite audited(AuditedSite planned, NativeNetwork network) {
    return new AuditedSite(
        planned.place(),
        planned.policy(),
        network.firewall(),
        planned.roleSubnets().replacedBy(network.roleSubnets()),
        network.roles());
  }
}
