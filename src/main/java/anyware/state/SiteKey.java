package anyware.state;

/**
 * What the engine calls a site.
 *
 * @param componentType the type of its component, which says the cloud
 * @param name the site's name
 */
public record SiteKey(String componentType, String name) {
  /** What the types of all sites' components begin with. */
  private static final String COMPONENT = "anyware:network:";

  boolean means(StateResource resource) {
    return resource.type().equals(componentType) && resource.name().equals(name);
  }

  static boolean isSite(StateResource resource) {
    return resource.type().startsWith(COMPONENT);
  }
}
