package anyware.settings;

import java.util.List;

/** The tags that the program itself sets, which settings must leave alone. */
public final class OwnTags {
  /** The tag that names the site. */
  public static final String SITE = "anyware-site";

  /** The tag that names the stack. */
  public static final String STACK = "anyware-stack";

  static final List<String> ALL = List.of(SITE, STACK);

  private OwnTags() {}
}
