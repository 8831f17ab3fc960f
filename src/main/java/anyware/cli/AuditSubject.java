package anyware.cli;

import anyware.audit.AuditedSite;
import anyware.plan.Difference;
import anyware.platform.DeployedSite;
import anyware.state.Remnant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is audited.
 *
 * @param name what it is, for a person
 * @param found the sites as they are
 * @param missing the sites of which nothing is there
 * @param differences what is not as it was planned, whether packets depend on it or not
 * @param remnants what nobody planned
 * @param notes what else has to be known
 * @param isDeployed whether it is what the engine knows to be there
 */
record AuditSubject(
    String name,
    List<AuditedSite> found,
    List<String> missing,
    List<SiteDifference> differences,
    List<Remnant> remnants,
    List<String> notes,
    boolean isDeployed) {

  /**
   * A difference at a site.
   *
   * @param site the site's name
   * @param difference what differs
   */
  record SiteDifference(String site, Difference difference) {
    @Override
    public String toString() {
      return site + ": " + difference;
    }
  }

  /** The sites as they are planned. */
  static AuditSubject ofPlanned(String name, List<AuditedSite> planned) {
    return new AuditSubject(name, planned, List.of(), List.of(), List.of(), List.of(), false);
  }

  /** The sites as a state has them. */
  static AuditSubject ofState(
      String name, List<AuditedSite> planned, List<DeployedSite> deployed, List<Remnant> remnants) {
    List<String> missing = new ArrayList<>(planned.stream().map(AuditedSite::site).toList());
    List<SiteDifference> differences = new ArrayList<>();
    for (DeployedSite site : deployed) {
      missing.remove(site.name());
      site.differences().forEach(one -> differences.add(new SiteDifference(site.name(), one)));
    }
    return new AuditSubject(
        name,
        deployed.stream().map(DeployedSite::audited).toList(),
        missing,
        differences,
        remnants,
        List.of(),
        true);
  }

  /** A site held to a network that this program did not make. */
  static AuditSubject ofNative(String name, AuditedSite found, List<String> notes) {
    return new AuditSubject(name, List.of(found), List.of(), List.of(), List.of(), notes, false);
  }

  /** Whether all is there and nothing else. */
  boolean isAsPlanned() {
    return missing.isEmpty() && differences.isEmpty() && remnants.isEmpty();
  }
}
