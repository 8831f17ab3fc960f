package anyware.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a plan, written out as indented text, with a file under src/test/resources/golden. Run
 * with -Dgolden.update=true to write the files anew, then read the difference before committing it.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /**
   * Asserts that the plan is what the golden file says.
   *
   * @param name the file's name without ending, such as {@code aws/minimal}
   * @param plan records, collections, maps and values
   */
  public static void assertMatches(String name, Object plan) {
    assertTextMatches(name, text(plan));
  }

  /**
   * Asserts that the text is the golden file's.
   *
   * @param name the file's name without ending, such as {@code cli/ports}
   * @param actual the text
   */
  public static void assertTextMatches(String name, String actual) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).as("golden file %s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no golden file " + file + "; -Dgolden.update=true writes it", e);
    }
  }

  /** The text of a plan: one value a line, nesting by indentation. */
  public static String text(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, "plan", value, 0);
    return out.toString();
  }

  private static void write(StringBuilder out, String label, Object value, int depth) {
    String indent = "  ".repeat(depth);
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> write(out, label, present, depth));
    } else if (value instanceof Collection<?> items) {
      out.append(indent).append(label).append(":\n");
      items.forEach(item -> write(out, "-", item, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      out.append(indent).append(label).append(":\n");
      map.forEach((key, item) -> write(out, key.toString(), item, depth + 1));
    } else if (value instanceof Record structure && isPlanRecord(structure)) {
      out.append(indent).append(label).append(' ').append(value.getClass().getSimpleName());
      out.append('\n');
      for (RecordComponent component : structure.getClass().getRecordComponents()) {
        write(out, component.getName(), read(component, structure), depth + 1);
      }
    } else {
      out.append(indent).append(label).append(' ').append(value).append('\n');
    }
  }

  private static boolean isPlanRecord(Record value) {
    return !value.getClass().getPackageName().equals("anyware.net");
  }

  private static Object read(RecordComponent component, Record owner) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
