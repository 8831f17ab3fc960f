package anyware.advice;

import anyware.platform.PlannedSite;
import anyware.problem.Advice;
import anyware.settings.Settings;
import java.util.List;
import java.util.stream.Stream;

/** All advice about a stack. */
public final class Advices {
  private Advices() {}

  /**
   * The advice, in the order of the settings; each once.
   *
   * @param settings the stack's settings
   * @param sites its sites, planned
   */
  public static List<Advice> of(Settings settings, List<PlannedSite<?>> sites) {
    return Stream.of(
            ClusterRanges.advice(settings),
            Ipv6Peers.advice(settings),
            PeersAmongMachines.advice(sites),
            NewRegions.advice(settings),
            RegionalQuotas.advice(settings, sites),
            SessionLoad.advice(settings))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
