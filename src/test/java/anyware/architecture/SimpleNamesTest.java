package anyware.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * One simple name means one thing wherever a reader can come across it. A type within another one
 * has the other's name before its own, as in {@code LicenseServer.Existing}, unless some class
 * imports it by its own name alone.
 */
class SimpleNamesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Set<String> CLOUDS = Set.of("aws", "azure", "gcp");

  /** Names that several types may have, each with the reason. */
  private static final Map<String, String> EXEMPT =
      Map.of("Main", "entry points, started by their full names and known to no other class");

  /**
   * A type of the main tree that more than its own class can use.
   *
   * @param room the package without {@code anyware}
   * @param path the names of the types around it and its own
   * @param imported whether some class imports it
   */
  private record Type(String room, String path, boolean imported) {
    /** How readers meet it. */
    String name() {
      return imported ? path.substring(path.lastIndexOf('.') + 1) : path;
    }

    private Optional<String> cloud() {
      return Arrays.stream(room.split("\\.", -1)).filter(CLOUDS::contains).findFirst();
    }

    private boolean isOfSandbox() {
      return room.startsWith("sandbox");
    }

    /** The sandbox and the product share a jar as little as two clouds share a class. */
    boolean meets(Type other) {
      boolean ofOtherClouds =
          cloud().isPresent() && other.cloud().isPresent() && !cloud().equals(other.cloud());
      return !ofOtherClouds && isOfSandbox() == other.isOfSandbox();
    }
  }

  @Test
  void noTwoTypesThatMeetHaveOneSimpleName() throws IOException {
    assertThat(clashes(types(), EXEMPT.keySet())).isEmpty();
  }

  @Test
  void noExemptionIsLeftOver() throws IOException {
    List<Type> types = types();

    assertThat(EXEMPT.keySet())
        .allSatisfy(
            name ->
                assertThat(clashes(types, Set.of())).anyMatch(text -> text.startsWith(name + ":")));
  }

  @Test
  void aClashIsFoundWhereTypesMeetOnly() {
    Type policy = new Type("policy", "End", true);
    Type aws = new Type("aws", "RuleEnd.End", true);
    Type gcp = new Type("gcp", "End", false);
    Type sandbox = new Type("sandbox.aws", "End", true);
    Type plan = new Type("plan", "Rule.End", false);

    assertThat(clashes(List.of(policy, aws), Set.of()))
        .containsExactly("End: policy.End, aws.RuleEnd.End");
    assertThat(clashes(List.of(policy, gcp, plan), Set.of()))
        .containsExactly("End: policy.End, gcp.End");
    assertThat(clashes(List.of(aws, gcp, sandbox, plan), Set.of())).isEmpty();
  }

  private static List<String> clashes(List<Type> types, Set<String> exempt) {
    Map<String, List<Type>> byName =
        types.stream()
            .collect(Collectors.groupingBy(Type::name, TreeMap::new, Collectors.toList()));
    List<String> clashes = new ArrayList<>();
    byName.forEach(
        (name, alike) -> {
          String places =
              alike.stream()
                  .filter(
                      type ->
                          alike.stream()
                              .anyMatch(other -> !other.equals(type) && type.meets(other)))
                  .map(type -> type.room() + "." + type.path())
                  .collect(Collectors.joining(", "));
          if (!places.isEmpty() && !exempt.contains(name)) {
            clashes.add(name + ": " + places);
          }
        });
    return clashes;
  }

  private static List<Type> types() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(MAIN)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    List<Type> types = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      Set<String> imports =
          units.stream()
              .flatMap(unit -> unit.getImports().stream())
              .map(line -> line.getQualifiedIdentifier().toString())
              .collect(Collectors.toSet());
      units.forEach(unit -> collect(unit, imports, types));
    }
    assertThat(types).hasSizeGreaterThan(100);
    return types;
  }

  private static void collect(CompilationUnitTree unit, Set<String> imports, List<Type> types) {
    String packageName = String.valueOf(unit.getPackageName());
    String room = packageName.replaceFirst("^anyware\\.?", "");
    new TreeScanner<Void, String>() {
      @Override
      public Void visitClass(ClassTree type, String around) {
        String path = around + type.getSimpleName();
        if (type.getSimpleName().isEmpty()
            || type.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
          return null;
        }
        types.add(new Type(room, path, imports.contains(packageName + "." + path)));
        return super.visitClass(type, path + ".");
      }
    }.scan(unit, "");
  }
}
