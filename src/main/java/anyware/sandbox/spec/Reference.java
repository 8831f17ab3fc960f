package anyware.sandbox.spec;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Says that a value names another object, which must exist when the owner is created or updated.
 *
 * @param kinds what may be named: resource type tokens or kinds of parts
 * @param missing the vendor's wording when it does not exist, with {@code {value}}
 * @param onDelete what happens to the delete of the object that is named
 * @param spelling makes the name from the value and the resource's inputs
 */
public record Reference(
    List<String> kinds,
    String missing,
    OnDelete onDelete,
    BiFunction<String, Props, String> spelling) {
  /** What a reference does to the delete of the object that it names. */
  public enum OnDelete {
    /** The delete is refused with the type's {@code inUse} message. */
    REFUSED,
    /** The referring object goes away with it. */
    CASCADES,
    /** The delete passes and leaves a dangling name. */
    ALLOWED
  }

  /**
   * A reference that blocks the delete of what it names.
   *
   * @param missing the vendor's wording when the object does not exist, with {@code {value}}
   * @param kinds resource type tokens or kinds of parts, any of which may be named
   */
  public static Reference to(String missing, String... kinds) {
    return new Reference(List.of(kinds), missing, OnDelete.REFUSED, (value, inputs) -> value);
  }

  /** The same reference, but deleting the named object deletes the referring one as well. */
  public Reference cascading() {
    return new Reference(kinds, missing, OnDelete.CASCADES, spelling);
  }

  /** The same reference, but the named object may be deleted all the same. */
  public Reference loose() {
    return new Reference(kinds, missing, OnDelete.ALLOWED, spelling);
  }

  /**
   * The same reference by a value that names the object only together with other inputs, such as a
   * network's name, which is unique in its resource group.
   *
   * @param how makes the name from the value and the resource's inputs
   */
  public Reference spelled(BiFunction<String, Props, String> how) {
    return new Reference(kinds, missing, onDelete, how);
  }
}
