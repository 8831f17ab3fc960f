package anyware.cli;

import anyware.audit.Disagreement;
import anyware.audit.FlowGroup;
import anyware.audit.OtherEnd;
import anyware.audit.TrafficClass;
import anyware.plan.Difference;
import anyware.state.Remnant;
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

  /** Something that is not as planned. */
  static Map<String, Object> object(AuditSubject.SiteDifference found) {
    Difference difference = found.difference();
    Map<String, Object> object =
        Json.object(
            "site", found.site(), "path", difference.path(), "kind", difference.kind().slug());
    difference.planned().ifPresent(planned -> object.put("planned", planned));
    difference.found().ifPresent(now -> object.put("found", now));
    return object;
  }

  /** Something that nobody planned. */
  static Map<String, Object> object(Remnant remnant) {
    return Json.object(
        "resource", remnant.resource(),
        "type", remnant.type(),
        "reason", remnant.kind().slug());
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
