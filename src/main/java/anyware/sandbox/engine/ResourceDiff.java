package anyware.sandbox.engine;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a diff.
 *
 * @param changes the changes
 * @param deleteFirst whether a replaced object is deleted before the new one is made
 */
record ResourceDiff(List<PropertyChange> changes, boolean deleteFirst) {
  /**
   * Compares inputs.
   *
   * @param terraform whether with the state, as Terraform does, or else with the former inputs
   * @param type the object's type
   * @param name its logical name
   * @param olds its former inputs
   * @param has what it shows
   * @param news its inputs
   * @return the answer
   */
  static ResourceDiff between(
      boolean terraform, ResourceType type, String name, Props olds, Props has, Props news) {
    List<PropertyChange> found =
        terraform
            ? TerraformDiff.between(type.body(), has.values(), news.values())
            : PropertyChange.between(type.body(), olds.values(), has.values(), news.values());
    List<PropertyChange> changes =
        found.stream()
            .map(
                change ->
                    type.replaces(change.property(), olds, news) ? change.asReplacing() : change)
            .toList();
    boolean replaces = changes.stream().anyMatch(PropertyChange::replaces);
    boolean fixedName =
        type.autoName()
            .filter(naming -> isFixed(naming, name, naming.formerDecides() ? olds : news))
            .isPresent();
    return new ResourceDiff(changes, replaces && (type.deleteBeforeReplace() || fixedName));
  }

  private static boolean isFixed(AutoName naming, String logicalName, Props inputs) {
    @Nullable Object name = inputs.values().get(naming.property());
    return name instanceof String text && !naming.made(logicalName, text);
  }
}
