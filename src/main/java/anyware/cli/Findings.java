package anyware.cli;

import anyware.audit.Disagreement;
import anyware.audit.Swath;
import java.util.Map;

/** What an audit found, for programs. */
final class Findings {
  private Findings() {}

  /** One disagreement. */
  static Map<String, Object> object(Disagreement found) {
    Map<String, Object> object =
        Json.object(
            "site", found.site(),
            "severity", found.severity().slug());
    object.putAll(object(found.swath()));
    object.put("rules", found.rules());
    return object;
  }

  /** Connections. */
  static Map<String, Object> object(Swath swath) {
    return Json.object(
        "role", swath.at().slug(),
        "direction", swath.direction().slug(),
        "traffic", swath.trafficTexts(),
        "others", swath.others().stream().map(Swath.Others::toString).toList());
  }
}
