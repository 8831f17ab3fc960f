package anyware.platform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an identity must be allowed to do so that the engine can keep resources of a type.
 *
 * @param <P> the cloud's plans
 * @param type the type as the engine names it, such as {@code aws:ec2/vpc:Vpc}
 * @param source the vendor's page
 * @param isPlanned whether a plan has such resources, for which this is needed
 * @param scopes where it is needed, such as a region or a project
 * @param actions by what the engine does, in the cloud's own words
 */
public record TypePermissions<P>(
    String type,
    String source,
    Predicate<P> isPlanned,
    Function<P, Set<String>> scopes,
    Map<Operation, List<String>> actions) {

  /** Copies the actions. */
  public TypePermissions {
    actions = Map.copyOf(actions);
  }

  /** What the engine does with a resource. */
  public enum Operation {
    /** Makes it. */
    CREATE,
    /** Looks at it. */
    READ,
    /** Changes it in place. */
    UPDATE,
    /** Removes it. */
    DELETE
  }

  /**
   * A type of which nothing is said yet.
   *
   * @param type the type as the engine names it
   * @param source the vendor's page
   * @param scope where it is needed
   */
  public static <P> TypePermissions<P> of(String type, String source, Function<P, String> scope) {
    return new TypePermissions<>(
        type, source, plan -> true, plan -> Set.of(scope.apply(plan)), Map.of());
  }

  /** The same where a plan is such. */
  public TypePermissions<P> where(Predicate<P> plan) {
    return new TypePermissions<>(type, source, plan, scopes, actions);
  }

  /** The same in other places. */
  public TypePermissions<P> in(Function<P, Set<String>> places) {
    return new TypePermissions<>(type, source, isPlanned, places, actions);
  }

  /** The same with what making one takes. */
  public TypePermissions<P> create(String... needed) {
    return with(Operation.CREATE, needed);
  }

  /** The same with what looking at one takes. */
  public TypePermissions<P> read(String... needed) {
    return with(Operation.READ, needed);
  }

  /** The same with what changing one in place takes. */
  public TypePermissions<P> update(String... needed) {
    return with(Operation.UPDATE, needed);
  }

  /** The same with what removing one takes. */
  public TypePermissions<P> delete(String... needed) {
    return with(Operation.DELETE, needed);
  }

  private TypePermissions<P> with(Operation operation, String... needed) {
    Map<Operation, List<String>> more = new EnumMap<>(Operation.class);
    more.putAll(actions);
    more.put(operation, List.of(needed));
    return new TypePermissions<>(type, source, isPlanned, scopes, more);
  }
}
