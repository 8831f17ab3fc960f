package anyware.platform;

import anyware.attach.Attachment;
import anyware.cloud.Cloud;
import anyware.firewall.Firewall;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeDetails;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.plan.Place;
import anyware.plan.RuleLine;
import anyware.plan.SitePlan;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Site;
import anyware.state.StateResource;
import com.pulumi.core.Output;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything that the program can do on one cloud. Whatever is about all clouds asks the registry
 * for these, so that a further cloud needs a room of its own and a line there.
 *
 * @param <P> the cloud's plans
 */
public interface CloudPlatform<P extends SitePlan> extends Cloud {
  /**
   * Lowers a site's policy to what the cloud is asked for.
   *
   * @param place where the plan goes
   * @param site the site's settings
   * @param policy what may pass there
   */
  P plan(Place place, Site site, Policy policy);

  /**
   * What settings ask for one by one and the cloud has not together, so that no plan can have it.
   *
   * @param site the site's settings
   */
  default List<Problem> unmet(Site site) {
    return List.of();
  }

  /**
   * What the cloud would refuse of a plan because there is too much of it: counts and quotas. The
   * forms of names and networks are checked with the settings.
   *
   * @param plan the plan
   * @param quotas what the account may have
   */
  List<Problem> limits(P plan, Quotas quotas);

  /**
   * How many objects an account may have in a region, of the kinds that {@link
   * SitePlan#regionalObjects} counts.
   *
   * @param quotas what the account may have, as far as settings say
   */
  default Map<String, Integer> regionalQuotas(Quotas quotas) {
    return Map.of();
  }

  /** What a plan does with packets, by the cloud's own semantics. */
  Firewall firewall(P plan);

  /** A plan's rules, in the plan's order, in the words that all clouds share. */
  List<RuleLine> ruleLines(P plan);

  /**
   * The plan that a site's resources make up; of what is missing the plan has nothing.
   *
   * @param planned what the settings ask for: of it the plan has its place, and what no state
   *     tells, such as where the machines are in a network that is there
   * @param resources the site's resources, as the engine knows them
   * @throws UnreadableFileException when one of them has a form that the cloud's provider does not
   *     give it; says every problem
   */
  P readState(P planned, List<StateResource> resources) throws UnreadableFileException;

  /** The command whose printout {@link #readNative} takes, for a person. */
  String nativeCommand();

  /** Further printouts that {@link #readNative} takes; absent where the rules say all. */
  default Optional<NativeDetails> nativeDetails() {
    return Optional.empty();
  }

  /**
   * A network that this program did not make.
   *
   * @param rules what the cloud's own command line prints of its rules, in JSON
   * @param roles what each role's machines carry, in JSON
   * @param details the further printouts; empty where the cloud has none
   * @throws UnreadableFileException when one is something else; says every problem
   */
  NativeNetwork readNative(String rules, String roles, List<NativeFile> details)
      throws UnreadableFileException;

  /** How machines join what a plan made. */
  Attachment attachment();

  /**
   * What an identity must be allowed to do, by the types of resources that plans can have. A type
   * may have several rows, for plans that need more or somewhere else.
   */
  List<TypePermissions<P>> permissions();

  /**
   * What an identity may do, in the cloud's own form.
   *
   * @param stack the stack's name
   * @param actions what it must be allowed to do, by where
   */
  List<AccessPolicy> accessPolicies(
      String stack, SortedMap<String, ? extends Collection<String>> actions);

  /** The type by which the engine knows the component of {@link #register}. */
  String componentType();

  /**
   * Registers a plan with the engine as a component.
   *
   * @return the site's outputs beside those that all clouds have
   */
  Map<String, Output<?>> register(P plan);
}
