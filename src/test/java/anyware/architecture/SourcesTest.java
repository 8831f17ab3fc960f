package anyware.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.catalogue.Catalogue;
import anyware.platform.CloudPlatform;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws about the text of the main code. */
class SourcesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path SANDBOX = MAIN.resolve("anyware/sandbox");
  private static final int LONGEST_CLASS = 250;

  /** How the docstring of a longer class begins the sentence that says why it is one. */
  private static final Pattern REASON =
      Pattern.compile("\\bLonger than " + LONGEST_CLASS + " lines because [^.]{15,}\\.");

  /** Too common as other numbers (a name's length, say) to tell a port from them. */
  private static final int LOWEST_TELLING_PORT = 100;

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  void aClassSaysWhyItIsLongerThanOthersAndOnlyThen() throws IOException {
    List<String> wrong = new ArrayList<>();
    scan(sources(), new LengthScanner(wrong));

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Longer than 250 lines because the table has that many rows., true",
    "A table. Longer than 250 lines because the table has that many rows. More., true",
    "A long table., false",
    "Longer than 250 lines., false",
    "Longer than 250 lines because so., false",
    "Longer than 300 lines because the table has that many rows., false",
  })
  void aReasonHasOneForm(String docstring, boolean isReason) {
    assertThat(REASON.matcher(docstring).find()).isEqualTo(isReason);
  }

  @Test
  void everyPublicTypeAndMethodIsDocumented() throws IOException {
    List<String> bare = new ArrayList<>();
    scan(sources(), new UndocumentedScanner(bare));

    assertThat(bare).isEmpty();
  }

  @Test
  void noPortNumberStandsOutsideTheCatalogue() throws IOException {
    Set<String> ports =
        Catalogue.ROWS.stream()
            .map(row -> row.service().port())
            .filter(port -> port >= LOWEST_TELLING_PORT)
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Path> files =
        sources().stream()
            .filter(file -> !file.endsWith("catalogue/Service.java"))
            .filter(file -> !file.startsWith(SANDBOX))
            .toList();
    List<String> found = new ArrayList<>();
    scan(files, new PortScanner(ports, found));

    assertThat(ports).contains("4172", "60443");
    assertThat(found).isEmpty();
  }

  /** Whoever asked for a cloud by its name would have to be told of the next one. */
  @Test
  void noCloudIsNamedOutsideItsOwnRoom() throws IOException {
    List<String> found = new ArrayList<>();
    for (CloudPlatform<?> cloud : Clouds.ALL) {
      Path room = MAIN.resolve(cloud.getClass().getPackageName().replace('.', '/'));
      List<String> elsewhere = new ArrayList<>();
      List<String> own = new ArrayList<>();
      scan(
          sources().stream().filter(file -> !file.startsWith(SANDBOX)).toList(),
          new LiteralScanner(
              cloud.slug(), file -> (file.startsWith(room) ? own : elsewhere).add(file + "")));
      assertThat(own).as(cloud.slug()).hasSize(1);
      found.addAll(elsewhere);
    }

    assertThat(found).isEmpty();
  }

  private interface Scanner {
    void scan(CompilationUnitTree unit, DocTrees docs) throws IOException;
  }

  private static void scan(List<Path> files, Scanner scanner) throws IOException {
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
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, DocTrees.instance(task));
      }
    }
  }

  private record LengthScanner(List<String> wrong) implements Scanner {
    @Override
    public void scan(CompilationUnitTree unit, DocTrees docs) throws IOException {
      long lines = unit.getSourceFile().getCharContent(true).toString().lines().count();
      boolean reasoned =
          unit.getTypeDecls().stream()
              .map(type -> docs.getDocComment(TreePath.getPath(unit, type)))
              .map(text -> String.valueOf(text).replaceAll("\\s+", " "))
              .anyMatch(text -> REASON.matcher(text).find());
      if (lines > LONGEST_CLASS != reasoned) {
        wrong.add(
            unit.getSourceFile().getName()
                + " has "
                + lines
                + " lines; its docstring "
                + (reasoned
                    ? "gives a reason for more than " + LONGEST_CLASS + ", which it no longer needs"
                    : "must say: Longer than " + LONGEST_CLASS + " lines because ..."));
      }
    }
  }

  private record UndocumentedScanner(List<String> bare) implements Scanner {
    @Override
    public void scan(CompilationUnitTree unit, DocTrees docs) {
      new TreePathScanner<Void, Boolean>() {
        @Override
        public Void visitClass(ClassTree type, Boolean visible) {
          boolean isPublic = visible && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
          if (isPublic) {
            check(type.getSimpleName().toString());
          }
          boolean membersArePublic = isPublic && type.getKind() == Tree.Kind.INTERFACE;
          return super.visitClass(type, isPublic || membersArePublic);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean visible) {
          boolean overrides =
              method.getModifiers().getAnnotations().stream()
                  .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
          Tree owner = getCurrentPath().getParentPath().getLeaf();
          boolean inInterface = owner.getKind() == Tree.Kind.INTERFACE;
          boolean isPublic =
              inInterface || method.getModifiers().getFlags().contains(Modifier.PUBLIC);
          if (visible && isPublic && !overrides && !method.getName().contentEquals("<init>")) {
            check(method.getName().toString());
          }
          return null;
        }

        private void check(String name) {
          if (docs.getDocComment(getCurrentPath()) == null) {
            bare.add(unit.getSourceFile().getName() + ": " + name);
          }
        }
      }.scan(unit, true);
    }
  }

  private record PortScanner(Set<String> ports, List<String> found) implements Scanner {
    @Override
    public void scan(CompilationUnitTree unit, DocTrees docs) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
          String value = String.valueOf(Optional.ofNullable(literal.getValue()).orElse(""));
          for (String word : value.split("\\D+", -1)) {
            if (ports.contains(word)) {
              found.add(unit.getSourceFile().getName() + ": " + value);
            }
          }
          return null;
        }
      }.scan(unit, null);
    }
  }

  /** Finds a text that is one whole literal. */
  private record LiteralScanner(String text, Consumer<Path> found) implements Scanner {
    @Override
    public void scan(CompilationUnitTree unit, DocTrees docs) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
          if (text.equals(literal.getValue())) {
            found.accept(Path.of(unit.getSourceFile().getName()));
          }
          return null;
        }
      }.scan(unit, null);
    }
  }
}
