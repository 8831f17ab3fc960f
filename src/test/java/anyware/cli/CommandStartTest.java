package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What starting the command costs, seen in what it loads. */
class CommandStartTest {
  @TempDir private Path folder;

  /** Where a class comes from, whoever loaded it. */
  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> loaded(String... args) throws Exception {
    Path log = folder.resolve("classes");
    run("-Xlog:class+load:file=" + log + ":none", args);
    return Files.readAllLines(log).stream().map(line -> line.split("[ /]", -1)[0]).toList();
  }

  /** What it prints. */
  private String run(String option, String... args) throws Exception {
    String classPath =
        Stream.of(Main.class, CommandLine.class, Yaml.class, Gson.class)
            .map(CommandStartTest::place)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(option.split(" ", -1)));
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  /** Java writes numbers with the digits of the user's language, and reads patterns without. */
  @Test
  void aLanguageWithDigitsOfItsOwnChangesNothing() throws Exception {
    String[] ports = {"ports", "--stack=three", "--stacks=" + Cli.STACKS};

    assertThat(run("-Duser.language=ar -Duser.country=EG", ports))
        .isEqualTo(run("-Duser.language=en", ports));
  }

  @Test
  void nothingIsMadeOrLookedUpByReflection() throws Exception {
    List<String> loaded =
        loaded("check", "--stack=three", "--format=json", "--stacks=" + Cli.STACKS);

    assertThat(loaded)
        .contains("anyware.cli.CheckCommand", "picocli.CommandLine")
        .noneMatch(name -> name.contains("$Proxy"))
        .noneMatch(name -> name.startsWith("sun.reflect.annotation.AnnotationType"))
        .doesNotContain("java.sql.DriverManager", "anyware.cli.PortsCommand");
  }
}
