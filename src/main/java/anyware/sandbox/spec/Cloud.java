package anyware.sandbox.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One cloud: all that the engine must know about it.
 *
 * @param name the provider's name: {@code aws}, {@code azure-native} or {@code gcp}
 * @param settings an object with the provider settings that the cloud understands
 * @param forgotten tells which other provider settings, such as credentials, are accepted and
 *     forgotten; the rest is refused
 * @param scope where names are valid
 * @param types the resource types by token
 * @param functions the functions by token
 * @param terraform whether the provider is bridged from Terraform
 * @param framework which of its types are written with the plugin framework
 */
public record Cloud(
    String name,
    Shape settings,
    Predicate<String> forgotten,
    Scope scope,
    Map<String, ResourceType> types,
    Map<String, ProviderFunction> functions,
    boolean terraform,
    Set<String> framework) {

  /** Turns the ways in which a program can spell a name into one, and confines it to its scope. */
  @FunctionalInterface
  public interface Scope {
    /**
     * Spells a name in the one way in which the cloud keeps it.
     *
     * @param name an id, ARN, link or name, as a program gives it
     * @param settings the settings of the connection, or those of an object's creator
     * @return the spelling: equal for two names of one object, different for names of two
     */
    String canonical(String name, Props settings);
  }

  /**
   * Makes a cloud that accepts and forgets every provider setting that it does not declare.
   *
   * @param name the provider's name
   * @param settings the provider settings that it understands
   * @param scope where names are valid
   * @param types the resource types
   * @param functions the functions
   * @throws IllegalStateException when a token occurs twice
   */
  public static Cloud of(
      String name,
      List<Property> settings,
      Scope scope,
      List<ResourceType> types,
      List<ProviderFunction> functions) {
    return new Cloud(
        name,
        Shape.object(settings.toArray(Property[]::new)),
        anything -> true,
        scope,
        byToken(types, ResourceType::token),
        byToken(functions, ProviderFunction::token),
        false,
        Set.of());
  }

  /**
   * The same cloud, whose provider refuses settings that it does not know.
   *
   * @param others tells which settings, besides the declared ones, are accepted and forgotten
   */
  public Cloud forgetting(Predicate<String> others) {
    return new Cloud(name, settings, others, scope, types, functions, terraform, framework);
  }

  /**
   * The same cloud behind a provider that Pulumi bridges from Terraform: a diff compares a
   * program's inputs with what the state shows, what is optional and computed stays when it is left
   * out, a refresh rewrites the inputs that there were, and states hold the bridge's notes.
   *
   * @param written the tokens of types that are written with Terraform's plugin framework, whose
   *     states have null where the older SDK has an empty value
   */
  public Cloud throughTerraform(String... written) {
    return new Cloud(name, settings, forgotten, scope, types, functions, true, Set.of(written));
  }

  private static <T> Map<String, T> byToken(List<T> all, Function<T, String> token) {
    return all.stream().collect(Collectors.toUnmodifiableMap(token, Function.identity()));
  }
}
