package anyware.cli;

import anyware.audit.Disagreement;
import anyware.audit.FlowGroup;
import anyware.audit.OtherEnd;
import anyware.audit.TrafficClass;
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
    object.putAll(object(found.flowGroup()));
    object.put("rules", found.rules());
    return object;
  }

  /** Connections. */
  static Map<String, Object> object(FlowGroup flowGroup) {
    return Json.object(
        "role", flowGroup.at().slug(),
        "direction", flowGroup.direction().slug(),
        "traffic", flowGroup.traffic().stream().map(TrafficClass::toString).toList(),
        "others", flowGroup.others().stream().map(OtherEnd::toString).toList());
  }
}
