package anyware.sandbox.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Collects the specification of a {@link ResourceType}; every method but the last returns itself.
 * Longer than 250 lines because it has a method for each thing that can be said of a type.
 */
public final class ResourceTypeBuilder {
  private final String token;
  private final String doc;
  private final List<Property> properties = new ArrayList<>();
  private final List<Alias> aliases = new ArrayList<>();
  private final List<UniqueKey> uniques = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final Map<String, BiPredicate<Props, Props>> replacements = new HashMap<>();
  private Function<RequestContext, String> id = context -> context.uuid("id");
  private Function<RequestContext, Props> completion = RequestContext::inputs;
  private Optional<AutoName> autoName = Optional.empty();
  private String exists = "'{id}' already exists";
  private String inUse = "'{id}' is in use and cannot be deleted";
  private String gone = "'{id}' does not exist";
  private boolean deleteBeforeReplace;
  private Optional<Exclusion> exclusion = Optional.empty();
  private Function<RequestContext, List<StoredResource>> displacement = request -> List.of();
  private BiFunction<String, Props, String> soughtAs = (known, state) -> known;
  private boolean keepsRefusedUpdates;

  ResourceTypeBuilder(String token, String doc) {
    this.token = token;
    this.doc = doc;
    aliases.add(new Alias(token, stored -> List.of(stored.id())));
  }

  /**
   * Adds properties.
   *
   * @param more the properties
   */
  public ResourceTypeBuilder has(Property... more) {
    properties.addAll(Arrays.asList(more));
    return this;
  }

  /**
   * Says how a new object's id is made.
   *
   * @param making the id; may rely on references, and must not ask for the id itself
   */
  public ResourceTypeBuilder idIs(Function<RequestContext, String> making) {
    this.id = making;
    return this;
  }

  /**
   * Says by which outputs, besides its id, others may refer to an object.
   *
   * @param outputs the outputs, such as {@code arn}
   */
  public ResourceTypeBuilder knownBy(String... outputs) {
    List<String> names = List.of(outputs);
    return part(
        token,
        stored -> names.stream().flatMap(name -> stored.outputs().text(name).stream()).toList());
  }

  /**
   * Says that an object has parts to which others may refer on their own.
   *
   * @param kind the kind of part, as references name it; may be another type's token
   * @param names the names of an object's parts
   */
  public ResourceTypeBuilder part(String kind, Function<StoredResource, List<String>> names) {
    aliases.add(new Alias(kind, names));
    return this;
  }

  /**
   * Names nameless resources.
   *
   * @param naming how its names are made
   */
  public ResourceTypeBuilder autoNamed(AutoName naming) {
    this.autoName = Optional.of(naming);
    return this;
  }

  /**
   * Demands that no two objects of one scope agree in all of some inputs.
   *
   * @param message the vendor's wording, with inputs in braces
   * @param inputs the inputs; an object that sets none of them is left out
   */
  public ResourceTypeBuilder unique(String message, String... inputs) {
    List<String> names = List.of(inputs);
    return unique(
        message,
        props ->
            names.stream().noneMatch(props::has)
                ? List.of()
                : names.stream().map(name -> props.value(name).orElse("")).toList());
  }

  /**
   * Demands that no two objects of one scope share a key.
   *
   * @param message the vendor's wording, with inputs in braces
   * @param key the key of an object's inputs; an empty list leaves the object out
   */
  public ResourceTypeBuilder unique(String message, Function<Props, List<?>> key) {
    uniques.add(new UniqueKey(message, key));
    return this;
  }

  /**
   * Adds constraints.
   *
   * @param more the constraints
   */
  public ResourceTypeBuilder constraint(Constraint... more) {
    constraints.addAll(Arrays.asList(more));
    return this;
  }

  /**
   * Lets the provider complete the inputs at check, after names and defaults.
   *
   * @param completing gives the completed inputs
   */
  public ResourceTypeBuilder completedBy(Function<RequestContext, Props> completing) {
    this.completion = completing;
    return this;
  }

  /**
   * Says when a change of a property replaces the object, if that hangs on other inputs too.
   *
   * @param property the property
   * @param when tells of the old and the new inputs whether it does; skipped while unknown
   */
  public ResourceTypeBuilder replacedOn(String property, BiPredicate<Props, Props> when) {
    replacements.put(property, when);
    return this;
  }

  /**
   * Words the refusal of a new object whose id is taken.
   *
   * @param message the vendor's wording, with {@code {id}} and inputs in braces
   */
  public ResourceTypeBuilder exists(String message) {
    this.exists = message;
    return this;
  }

  /**
   * Words the refusal to delete an object that others depend on.
   *
   * @param message the vendor's wording, with {@code {id}}, {@code {users}}, {@code {uses}} (how
   *     many those are) and inputs in braces
   */
  public ResourceTypeBuilder inUse(String message) {
    this.inUse = message;
    return this;
  }

  /**
   * Words the refusal to update an object that is gone.
   *
   * @param message the vendor's wording, with {@code {id}}
   */
  public ResourceTypeBuilder gone(String message) {
    this.gone = message;
    return this;
  }

  /** Deletes a replaced object before the new one is made. */
  public ResourceTypeBuilder deleteBeforeReplace() {
    this.deleteBeforeReplace = true;
    return this;
  }

  /**
   * Refuses changes while another one to the same is under way.
   *
   * @param message the vendor's wording, with inputs in braces
   * @param what names what a change locks, from the inputs, as references name objects
   */
  public ResourceTypeBuilder oneAtATime(String message, Function<Props, String> what) {
    this.exclusion = Optional.of(new Exclusion(what, message, false));
    return this;
  }

  /**
   * Refuses changes while something that the object uses is changed one at a time, and the other
   * way round; several objects may use it together.
   *
   * @param message the vendor's wording, with inputs in braces
   * @param what names what the object uses, from the inputs; empty when it uses nothing
   */
  public ResourceTypeBuilder notDuring(String message, Function<Props, String> what) {
    this.exclusion = Optional.of(new Exclusion(what, message, true));
    return this;
  }

  /**
   * Lets a new object push out others, which the cloud then no longer has.
   *
   * @param displaced tells of the request for the new object which ones
   */
  public ResourceTypeBuilder displaces(Function<RequestContext, List<StoredResource>> displaced) {
    this.displacement = displaced;
    return this;
  }

  /**
   * Says under which id the provider reads and deletes an object: some make it from the state's
   * properties anew, and take what they don't find for gone.
   *
   * @param how gives the id from the object's id and what the state says of it
   */
  public ResourceTypeBuilder soughtAs(BiFunction<String, Props, String> how) {
    this.soughtAs = how;
    return this;
  }

  /** Lets the provider take the values of a refused update for the object's own. */
  public ResourceTypeBuilder keepsRefusedUpdates() {
    this.keepsRefusedUpdates = true;
    return this;
  }

  /**
   * Finishes the specification.
   *
   * @throws IllegalStateException when two properties have one name
   */
  public ResourceType build() {
    List<String> names = properties.stream().map(Property::name).toList();
    Stream<String> distinct = names.stream().distinct();
    if (distinct.count() != names.size()) {
      throw new IllegalStateException(token + " names a property twice: " + names);
    }
    return new ResourceType(
        token,
        doc,
        Shape.object(properties.toArray(Property[]::new)),
        id,
        List.copyOf(aliases),
        autoName,
        List.copyOf(uniques),
        List.copyOf(constraints),
        completion,
        Map.copyOf(replacements),
        exists,
        inUse,
        gone,
        deleteBeforeReplace,
        exclusion,
        displacement,
        soughtAs,
        keepsRefusedUpdates);
  }
}
