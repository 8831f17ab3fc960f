package anyware.advice;

import anyware.net.Cidr;
import anyware.problem.Advice;
import anyware.settings.SettingPaths;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * A connector's host runs k3s, which keeps two ranges for its pods and services: from there the
 * connector does not reach what has the same addresses outside
 * (https://docs.k3s.io/cli/server#networking).
 */
final class ClusterRanges {
  private static final List<Cidr> RANGES =
      List.of(Cidr.of("10.42.0.0/16"), Cidr.of("10.43.0.0/16"));

  private ClusterRanges() {}

  static List<Advice> advice(Settings settings) {
    List<Advice> advice = new ArrayList<>();
    SettingPaths.of(settings)
        .forEach(
            (path, addresses) ->
                addresses.prefixes().stream()
                    .filter(prefix -> RANGES.stream().anyMatch(range -> range.contains(prefix)))
                    .forEach(prefix -> advice.add(advice(path, prefix))));
    for (Site site : settings.sites()) {
      site.network().ranges().stream()
          .filter(prefix -> RANGES.stream().anyMatch(prefix::overlaps))
          .forEach(prefix -> advice.add(advice(SettingPaths.ofSite(site) + ".network", prefix)));
    }
    return advice;
  }

  private static Advice advice(String path, Cidr prefix) {
    return new Advice(
        path,
        prefix + " lies in 10.42.0.0/16 or 10.43.0.0/16, which a connector's host keeps for itself",
        "use other addresses, or install the connectors with other cluster ranges");
  }
}
