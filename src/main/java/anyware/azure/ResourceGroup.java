package anyware.azure;

import java.util.function.Function;

/**
 * The resource group in which a site's resources are
 * (https://learn.microsoft.com/azure/azure-resource-manager/management/overview#resource-groups).
 */
public sealed interface ResourceGroup {
  /**
   * Tells the two kinds apart.
   *
   * @param created what to do with the logical name of a group that the plan makes
   * @param existing what to do with the name of a group that is there
   */
  <T> T accept(Function<String, T> created, Function<String, T> existing);

  /**
   * A group that the plan makes.
   *
   * @param name the logical name
   */
  record Created(String name) implements ResourceGroup {
    @Override
    public <T> T accept(Function<String, T> created, Function<String, T> existing) {
      return created.apply(name);
    }
  }

  /**
   * A group that is there.
   *
   * @param name its name, unique in the subscription
   */
  record Existing(String name) implements ResourceGroup {
    @Override
    public <T> T accept(Function<String, T> created, Function<String, T> existing) {
      return existing.apply(name);
    }
  }
}
