package anyware.plan;

import anyware.settings.OwnTags;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a plan goes: a site of a stack.
 *
 * @param stack the stack's name
 * @param site the site's name
 * @param tags every tag that the site's resources carry, the program's own included
 */
public record Place(String stack, String site, SortedMap<String, String> tags) {
  /** The tag that names the site. */
  public static final String SITE_TAG = OwnTags.SITE;

  /** The tag that names the stack. */
  public static final String STACK_TAG = OwnTags.STACK;

  /** Copies the tags. */
  public Place {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * A site of a stack with the stack's tags, to which the site's and the stack's name are added.
   */
  public static Place of(String stack, String site, SortedMap<String, String> stackTags) {
    SortedMap<String, String> tags = new TreeMap<>(stackTags);
    tags.put(SITE_TAG, site);
    tags.put(STACK_TAG, stack);
    return new Place(stack, site, tags);
  }

  /**
   * A resource's logical name at this site: the site's name, a hyphen and the identity, cut to the
   * length that leaves room for the engine's random suffix.
   *
   * @param identity what the resource is at this site, such as {@code connector}
   * @param limit the longest name allowed, at least 12
   */
  public String name(String identity, int limit) {
    return Names.fit(site + "-" + identity, limit);
  }
}
