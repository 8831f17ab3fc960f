package anyware.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Findings in SARIF 2.1.0, which code hosts show beside the lines of the settings
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html;
 * what GitHub reads of it:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
final class SarifLog {
  private static final List<AuditRule> RULES = List.of(AuditRule.values());
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Counted up when the same finding gets another fingerprint. */
  private static final String FINGERPRINT = "finding/v1";

  private SarifLog() {}

  /**
   * The whole log.
   *
   * @param findings what was found
   * @param places where the settings stand
   */
  static String of(List<AuditFinding> findings, SettingPlaces places) {
    return ofResults(findings.stream().map(found -> result(found, places)).toList());
  }

  /**
   * The whole log.
   *
   * @param results what {@link #result} made of the findings
   */
  static String ofResults(List<Map<String, Object>> results) {
    Map<String, Object> driver = Json.object("name", "anyware");
    Version.number().ifPresent(number -> driver.put("version", number));
    driver.put("rules", RULES.stream().map(SarifLog::rule).toList());
    Map<String, Object> run =
        Json.object(
            "tool",
            Json.object("driver", driver),
            "columnKind",
            "utf16CodeUnits",
            "results",
            results);
    return Json.text(Json.object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
  }

  private static Map<String, Object> rule(AuditRule rule) {
    return Json.object(
        "id", rule.slug(),
        "shortDescription", message(rule.title()),
        "fullDescription", message("Must hold: " + rule.promise() + "."),
        "defaultConfiguration", Json.object("level", level(rule)));
  }

  /** One finding at its place. */
  static Map<String, Object> result(AuditFinding found, SettingPlaces places) {
    return Json.object(
        "ruleId", found.rule().slug(),
        "ruleIndex", RULES.indexOf(found.rule()),
        "level", level(found.rule()),
        "message", message(found.toString()),
        "locations", List.of(places.location(found.path())),
        "partialFingerprints", Json.object(FINGERPRINT, fingerprint(found)));
  }

  private static String level(AuditRule rule) {
    String other = rule == AuditRule.ADVICE ? "note" : "warning";
    return rule.isError() ? "error" : other;
  }

  private static Map<String, Object> message(String text) {
    return Json.object("text", text);
  }

  /** The same for the same finding, whatever line its setting moves to. */
  private static String fingerprint(AuditFinding found) {
    String what = found.rule().slug() + "\n" + found.path() + "\n" + found;
    try {
      byte[] bytes = what.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
