package anyware.sandbox.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The specification of one resource type; made with {@link #named}.
 *
 * @param token Pulumi's type token
 * @param doc the vendor's page that the specification follows
 * @param body an object with all properties, inputs and outputs
 * @param id how a new object's id is made
 * @param aliases under which names others may refer to an object
 * @param autoName how a nameless resource is named
 * @param uniques keys that no two objects share
 * @param constraints constraints across properties and objects
 * @param completion what the provider does to the inputs at check, after defaults
 * @param replacements by property, tells of the old and the new inputs whether the property's
 *     change replaces the object although the property alone does not say so
 * @param exists the vendor's wording when the id of a new object is taken
 * @param inUse the vendor's wording when a delete is refused because others depend on the object
 * @param gone the vendor's wording when an update finds no object
 * @param deleteBeforeReplace whether a replaced object is always deleted first
 * @param exclusion what its changes lock meanwhile
 * @param displacement which objects go when a new one is made
 * @param soughtAs under which id the provider looks for an object, given its id and the state
 * @param keepsRefusedUpdates whether the provider takes refused values for the object's own
 */
public record ResourceType(
    String token,
    String doc,
    Shape body,
    Function<RequestContext, String> id,
    List<Alias> aliases,
    Optional<AutoName> autoName,
    List<UniqueKey> uniques,
    List<Constraint> constraints,
    Function<RequestContext, Props> completion,
    Map<String, BiPredicate<Props, Props>> replacements,
    String exists,
    String inUse,
    String gone,
    boolean deleteBeforeReplace,
    Optional<Exclusion> exclusion,
    Function<RequestContext, List<StoredResource>> displacement,
    BiFunction<String, Props, String> soughtAs,
    boolean keepsRefusedUpdates) {

  /**
   * Tells whether a change of a property replaces the object because of what else the inputs say.
   *
   * @param property the property
   * @param old the former inputs
   * @param now the new inputs
   * @return whether it does; false while the inputs in question are unknown
   */
  public boolean replaces(String property, Props old, Props now) {
    try {
      return replacements.getOrDefault(property, (one, other) -> false).test(old, now);
    } catch (UnknownValueException unknown) {
      return false;
    }
  }

  /**
   * Starts a specification.
   *
   * @param token Pulumi's type token, such as {@code aws:ec2/vpc:Vpc}
   * @param doc the vendor's page
   * @return the table to fill in
   */
  public static ResourceTypeBuilder named(String token, String doc) {
    return new ResourceTypeBuilder(token, doc);
  }
}
