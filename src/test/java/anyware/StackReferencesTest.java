package anyware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples of how another stack reads what a stack gives out. */
class StackReferencesTest {
  private static final Path EXAMPLES = Path.of("docs/examples/stack-reference");

  /** What a stack gives out that has a balancer at its one site. */
  private static final class Stack implements Mocks {
    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      Map<String, Object> hq =
          Map.of(
              "groups",
              Map.of("connector", "sg-1"),
              "connectorAddresses",
              List.of(Map.of("address", "203.0.113.5", "id", "eipalloc-1")),
              "balancer",
              Map.of("id", "arn:balancer"));
      return CompletableFuture.completedFuture(
          ResourceResult.of(
              Optional.of(args.name),
              Map.of("name", args.name, "outputs", Map.of("sites", Map.of("hq", hq)))));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(Map.of());
    }
  }

  @Test
  void theOneInJavaCompilesAndReads(@TempDir Path folder) throws Exception {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean isFine =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-d", folder.toString(), "-cp", sdk(), "-proc:none", "-Xlint:all", "-Werror"),
                  null,
                  files.getJavaFileObjects(EXAMPLES.resolve("App.java")))
              .call();
      assertThat(isFine).as(messages.toString()).isTrue();
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Context.class.getClassLoader())) {
      Method stack = loader.loadClass("App").getDeclaredMethod("stack", Context.class);
      stack.setAccessible(true);
      TestResult result =
          PulumiTest.withMocks(new Stack())
              .runTest(
                  context -> {
                    try {
                      stack.invoke(null, context);
                    } catch (ReflectiveOperationException e) {
                      throw new LinkageError("the example", e);
                    }
                  })
              .throwOnError();
      assertThat(value(result, "connectorGroup")).isEqualTo("sg-1");
      assertThat(value(result, "connectorAddress")).isEqualTo("203.0.113.5");
      assertThat(value(result, "balancer")).isEqualTo("arn:balancer");
    } finally {
      PulumiTest.cleanup();
    }
  }

  /** Where the SDK is. */
  private static String sdk() throws URISyntaxException {
    return Path.of(Context.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private static Object value(TestResult result, String key) {
    Output<?> output = Objects.requireNonNull(result.outputs().get(key), key);
    return PulumiTest.extractValue(output);
  }

  @Test
  void theOneInYamlReadsOutputsThatThereAre() throws IOException {
    Map<String, Object> program =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(EXAMPLES.resolve("Pulumi.yaml")));
    Pattern output = Pattern.compile("\\$\\{network\\.outputs\\[\"sites\"]\\.hq\\.(?<path>[^}]+)}");
    String page = Files.readString(Path.of("docs/outputs.md"));

    assertThat(program).containsEntry("runtime", "yaml").containsKey("resources");
    assertThat((Map<?, ?>) program.get("outputs"))
        .hasSize(3)
        .values()
        .allSatisfy(
            value ->
                assertThat(output.matcher(String.valueOf(value)).results())
                    .singleElement()
                    .satisfies(
                        found ->
                            assertThat(page)
                                .contains(
                                    "`"
                                        + found
                                            .group(1)
                                            .replace("[0]", "[]")
                                            .replace("groups.connector", "groups.ROLE")
                                        + "`")));
  }

  /** In languages whose tools are not part of the build, where they are there. */
  @ParameterizedTest
  @CsvSource({
    "__main__.py, python3, -c, 'import ast, sys; ast.parse(open(sys.argv[1]).read())'",
    "main.go, gofmt, -e, -l",
    "index.ts, tsc, --noEmit, --noResolve",
  })
  void theOthersAreWellFormed(String file, String tool, String option, String other)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(tool, option, other, EXAMPLES.resolve(file).toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, tool + " is not there, so it is not tried");
      return;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).isEmpty();
  }

  @Test
  void eachReadsTheSameStackAndSite() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      assertThat(files)
          .hasSize(6)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .contains("acme/anyware-network/prod", "sites", "hq", "connectorAddresses"));
    }
  }
}
