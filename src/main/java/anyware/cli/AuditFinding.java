package anyware.cli;

/**
 * One thing that an audit found.
 *
 * @param rule what is not kept
 * @param site the site, or the stack where several are told of; empty where it is no site's
 * @param path the setting that is to blame, or that it is about
 * @param text what was found, for a person, without the site
 */
record AuditFinding(AuditRule rule, String site, String path, String text) {

  /** The site and the text. */
  @Override
  public String toString() {
    return site.isEmpty() ? text : site + ": " + text;
  }
}
