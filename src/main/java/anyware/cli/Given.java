package anyware.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option, or a word that stands without one, and what the command line gives for it.
 *
 * <p>It is declared by a call and not by an annotation of picocli's: the JVM makes a class for each
 * kind of annotation that is read, at every start anew.
 *
 * @param <T> what it is read as
 */
final class Given<T> implements Arguments {
  private final ArgSpec spec;
  private final @Nullable T fallback;

  private Given(ArgSpec spec, @Nullable T fallback) {
    this.spec = spec;
    this.fallback = fallback;
  }

  /**
   * An option that may be there.
   *
   * @param name with its hyphens
   * @param description what the help says of it
   */
  static Given<Boolean> flag(String name, String description) {
    return new Given<>(
        OptionSpec.builder(name).type(boolean.class).description(description).build(), false);
  }

  /**
   * An option with a text; an empty one where nothing is given.
   *
   * @param name with its hyphens
   * @param label what stands for the text in the help
   * @param description what the help says of it
   */
  static Given<String> text(String name, String label, String description) {
    return new Given<>(option(name, label, description).type(String.class).build(), "");
  }

  /**
   * An option with a file or a folder.
   *
   * @param name with its hyphens
   * @param label what stands for the path in the help
   * @param description what the help says of it
   */
  static Given<Path> path(String name, String label, String description) {
    return new Given<>(
        option(name, label, description)
            .type(Path.class)
            .converters(new Read.PathConverter())
            .build(),
        null);
  }

  /** An option with one file or more, as many as the shell makes of a pattern. */
  static Given<List<Path>> paths(String name, String label, String description) {
    return new Given<>(
        option(name, label, description)
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(new Read.PathConverter())
            .arity("1..*")
            .build(),
        List.of());
  }

  /**
   * An option with one of several names.
   *
   * @param name with its hyphens
   * @param label what stands for the chosen one in the help
   * @param choices the names, as a user types them
   * @param description what the help says of it; the names stand for {@code
   *     ${COMPLETION-CANDIDATES}} in it
   */
  static <E extends Enum<E>> Given<E> choice(
      String name, String label, Class<E> choices, String description) {
    return new Given<>(option(name, label, description).type(choices).build(), null);
  }

  /**
   * An option that must be there.
   *
   * @param name with its hyphens
   * @param label what stands for the value in the help
   * @param converter how the value is read
   * @param description what the help says of it
   */
  static <T> Given<T> required(
      String name, String label, ITypeConverter<T> converter, String description) {
    return new Given<>(
        option(name, label, description)
            .type(Object.class)
            .converters(converter)
            .required(true)
            .build(),
        null);
  }

  /**
   * A word that must be there.
   *
   * @param label what stands for it in the help
   * @param description what the help says of it
   */
  static Given<String> word(String label, String description) {
    return new Given<>(word(label, description, String.class), null);
  }

  /** One of several names that must be there. */
  static <E extends Enum<E>> Given<E> choice(String label, Class<E> choices, String description) {
    return new Given<>(word(label, description, choices), null);
  }

  /**
   * Words that may be there.
   *
   * @param count how many: {@code "0..2"}
   * @param label what stands for each in the help
   * @param description what the help says of them
   */
  static Given<List<String>> words(String count, String label, String description) {
    return new Given<>(
        PositionalParamSpec.builder()
            .arity(count)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(description)
            .build(),
        List.of());
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).description(description);
  }

  private static ArgSpec word(String label, String description, Class<?> type) {
    return PositionalParamSpec.builder()
        .index("0")
        .required(true)
        .type(type)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The same with something that counts where nothing is given. */
  Given<T> or(T other) {
    return new Given<>(spec, other);
  }

  /** What was given; absent where nothing was. */
  Optional<T> given() {
    return Optional.ofNullable(spec.<T>getValue());
  }

  /** Whether anything was given. */
  boolean isGiven() {
    return given().isPresent();
  }

  /** What was given, or else what counts instead; there is one or the other. */
  T value() {
    Optional<T> given = given();
    return given.isPresent() ? given.get() : Objects.requireNonNull(fallback);
  }

  /** As picocli knows it. */
  ArgSpec spec() {
    return spec;
  }

  @Override
  public List<Given<?>> all() {
    return List.of(this);
  }
}
