package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.File;
import java.net.URISyntaxException;
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
    String classPath =
        Stream.of(Main.class, CommandLine.class, Yaml.class, Gson.class)
            .map(CommandStartTest::place)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:file=" + log + ":none");
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("out"))).isZero();
    return Files.readAllLines(log).stream().map(line -> line.split("[ /]", -1)[0]).toList();
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
