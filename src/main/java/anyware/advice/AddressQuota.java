package anyware.advice;

import anyware.platform.PlannedSite;
import anyware.problem.Advice;
import anyware.settings.Settings;
import anyware.settings.SettingsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** More static public addresses in a region than an account may have unless its quota is raised. */
final class AddressQuota {
  private AddressQuota() {}

  static List<Advice> advice(Settings settings, List<PlannedSite<?>> sites) {
    Map<String, Integer> addresses = new TreeMap<>();
    Map<String, Integer> quotas = new TreeMap<>();
    for (PlannedSite<?> site : sites) {
      Optional<Integer> quota = site.cloud().addressQuota(settings.quotas());
      String region = site.cloud().title() + "'s region " + site.plan().region();
      quota.ifPresent(
          most -> {
            quotas.put(region, most);
            addresses.merge(region, site.plan().publicAddresses(), Integer::sum);
          });
    }
    List<Advice> advice = new ArrayList<>();
    addresses.forEach(
        (region, count) -> {
          int most = Optional.ofNullable(quotas.get(region)).orElse(count);
          if (count > most) {
            advice.add(advice(region, count, most));
          }
        });
    return advice;
  }

  private static Advice advice(String region, int count, int most) {
    return new Advice(
        SettingsReader.NAMESPACE + ":sites",
        "%d static public addresses in %s, where the account may have %d"
            .formatted(count, region, most),
        "have the quota raised and set quotas.awsAddresses, or reserve fewer");
  }
}
