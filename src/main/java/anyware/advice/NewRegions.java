package anyware.advice;

import anyware.problem.Advice;
import anyware.settings.SettingPaths;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.List;

/** Regions that are on no list of ours. The clouds add some every year, so nothing is refused. */
final class NewRegions {
  private NewRegions() {}

  static List<Advice> advice(Settings settings) {
    return settings.sites().stream()
        .filter(site -> !site.cloud().forms().region().known().contains(site.region()))
        .map(NewRegions::advice)
        .toList();
  }

  private static Advice advice(Site site) {
    return new Advice(
        SettingPaths.ofSite(site) + ".region",
        site.region() + " is no region of " + site.cloud().title() + " that is known here",
        "see that it is spelt as the cloud spells it");
  }
}
