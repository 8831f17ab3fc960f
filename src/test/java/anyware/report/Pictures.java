package anyware.report;

import anyware.StackPlan;
import anyware.settings.Settings;
import java.util.List;

/** Pictures of stacks for tests. */
final class Pictures {
  private Pictures() {}

  /** The sites of a stack in groups that are drawn once. */
  static List<AlikeSites> groups(Settings settings) {
    return AlikeSites.of(
        StackPlan.of("team", settings).sites().stream()
            .map(site -> new AlikeSites.Member(site.site(), site.audited()))
            .toList());
  }

  /** The picture that a site is in. */
  static Picture of(Settings settings, String site) {
    return new PictureLayout(
            groups(settings).stream()
                .filter(
                    group ->
                        group.members().stream().anyMatch(one -> one.site().name().equals(site)))
                .findFirst()
                .orElseThrow())
        .picture();
  }
}
