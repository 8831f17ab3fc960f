package anyware.advice;

import anyware.platform.PlannedSite;
import anyware.problem.Advice;
import anyware.settings.Settings;
import anyware.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** More objects of a kind in a region than an account may have unless its quota is raised. */
final class RegionalQuotas {
  private RegionalQuotas() {}

  /** What is counted: a kind of objects in a region of a cloud, with what an account may have. */
  private record Counted(String region, String kind, int most) implements Comparable<Counted> {
    @Override
    public int compareTo(Counted other) {
      int byRegion = region.compareTo(other.region);
      return byRegion != 0 ? byRegion : kind.compareTo(other.kind);
    }
  }

  static List<Advice> advice(Settings settings, List<PlannedSite<?>> sites) {
    Map<Counted, Integer> counts = new TreeMap<>();
    for (PlannedSite<?> site : sites) {
      String region = site.cloud().title() + "'s region " + site.plan().region();
      Map<String, Integer> quotas = site.cloud().regionalQuotas(settings.quotas());
      site.plan()
          .regionalObjects()
          .forEach(
              (kind, count) ->
                  Optional.ofNullable(quotas.get(kind))
                      .map(most -> new Counted(region, kind, most))
                      .ifPresent(counted -> counts.merge(counted, count, Integer::sum)));
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > entry.getKey().most())
        .map(entry -> advice(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Advice advice(Counted counted, int count) {
    return new Advice(
        SettingsReader.NAMESPACE + ":sites",
        "%d %s in %s, where an account may have %d"
            .formatted(count, counted.kind(), counted.region(), counted.most()),
        "have the quota raised, and say so under quotas where there is a setting, or need fewer");
  }
}
