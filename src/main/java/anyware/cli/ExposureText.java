package anyware.cli;

import anyware.audit.Exposure;
import anyware.report.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who reaches what from outside, in forms that others take. */
final class ExposureText {
  private ExposureText() {}

  /** A Markdown table for a comment on a pull request; what anyone reaches stands out. */
  static String markdown(List<Exposure> exposures) {
    int anyone = Exposure.TITLES.indexOf("anyone");
    return TableText.markdown(
        Exposure.TITLES,
        exposures.stream()
            .map(
                exposure -> {
                  List<String> cells = new ArrayList<>(exposure.cells());
                  if (exposure.isReachedByAnyone()) {
                    cells.set(anyone, "**" + cells.get(anyone) + "**");
                  }
                  return List.copyOf(cells);
                })
            .toList());
  }

  /** The exposure for programs. */
  static Map<String, Object> object(Exposure exposure) {
    return Json.object(
        "site", exposure.site(),
        "role", exposure.role().slug(),
        "anyone", exposure.anyone(),
        "named", exposure.named().stream().map(ExposureText::object).toList(),
        "administrators", exposure.administrators().stream().map(ExposureText::object).toList(),
        "outboundToAnywhere", exposure.anywhere());
  }

  private static Map<String, Object> object(Exposure.Caller caller) {
    return Json.object("who", caller.who(), "known", caller.known(), "traffic", caller.traffic());
  }
}
