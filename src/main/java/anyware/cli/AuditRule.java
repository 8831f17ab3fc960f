package anyware.cli;

import anyware.audit.Disagreement.Severity;
import java.util.Locale;

/** What an audit holds a stack to, one kind of finding each. */
enum AuditRule {
  /** The settings can be read. */
  SETTINGS("the settings have a problem", "the settings are in order", true),
  /** Nobody on the internet gets through where the policy lets nobody. */
  INTERNET(Severity.INTERNET.heading(), "nothing is open to the internet beyond the table", true),
  /** Nothing else passes that the policy does not let pass. */
  TOO_WIDE(Severity.TOO_WIDE.heading(), "nothing else is open beyond the table", true),
  /** All passes that has to. */
  TOO_NARROW(Severity.TOO_NARROW.heading(), "all that the table needs is open", true),
  /** What the settings expect holds. */
  UNMET_EXPECTATION("not as the settings expect", "all is as the settings expect", true),
  /** All sites are there. */
  NOT_DEPLOYED("nothing of a site is deployed", "it is deployed", true),
  /** Everything is as the settings ask, whether packets depend on it or not. */
  DIFFERENCE("not as the settings ask", "all is as the settings ask", false),
  /** Nothing is there that no site's settings ask for. */
  REMNANT("beside what the settings ask", "nothing is beside what the settings ask", false),
  /** What is worth knowing, and stops nothing. */
  ADVICE("worth knowing", "nothing is advised", false);

  private final String title;
  private final String promise;
  private final boolean isError;

  AuditRule(String title, String promise, boolean isError) {
    this.title = title;
    this.promise = promise;
    this.isError = isError;
  }

  static AuditRule of(Severity severity) {
    return valueOf(severity.name());
  }

  /** The name for programs: lower-case words with hyphens. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is the matter, for a person. */
  String title() {
    return title;
  }

  /** What is the case where nothing is found. */
  String promise() {
    return promise;
  }

  /** Whether packets or the settings themselves are wrong; else only resources differ. */
  boolean isError() {
    return isError;
  }
}
