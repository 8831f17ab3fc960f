package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A new stack file is one that can be deployed, or there is none. */
class InitCommandTest {
  private static final String PEERS =
      "--clients=0.0.0.0/0,2001:db8::/32 --domain-controllers=10.9.0.10 --dns=10.9.0.10";

  @TempDir private Path folder;

  private Result init(String line) {
    List<String> all = new ArrayList<>(List.of(("init " + line).split(" ", -1)));
    all.add("--stacks=" + folder);
    return Cli.runAsGiven(0, all.toArray(String[]::new));
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aws, us-east-1, ''",
    "azure, northeurope, ''",
    "gcp, us-central1, --project=my-project"
  })
  void whatIsWrittenIsFine(String cloud, String region, String more) throws IOException {
    String line = "mine --cloud=" + cloud + " --region=" + region + " " + PEERS + " " + more;
    Result result = init(line.strip());

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("wrote " + folder.resolve("Pulumi.mine.yaml"));
    assertThat(Cli.runAsGiven(0, "check", "--stack=mine", "--stacks=" + folder).exitCode())
        .as(Files.readString(folder.resolve("Pulumi.mine.yaml")))
        .isZero();
  }

  @Test
  void itNamesTheSchema() throws IOException {
    init("mine --cloud=aws --region=us-east-1 " + PEERS);
    String first = Files.readAllLines(folder.resolve("Pulumi.mine.yaml")).get(0);
    String modeline = "# yaml-language-server: $schema=";

    assertThat(first).startsWith(modeline);
    assertThat(folder.resolve(first.substring(modeline.length())).normalize())
        .isEqualTo(Path.of("docs/settings.schema.json").toAbsolutePath());
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("Pulumi.mine.yaml"), "config: {}\n");
    Result result = init("mine --cloud=aws --region=us-east-1 " + PEERS);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("is there already, and stays as it is");
    assertThat(file).hasContent("config: {}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mine                                     | 2 | --cloud, --region, --clients, --domain-controllers, --dns
          mine --cloud=gcp                         | 2 | --project
          ../mine --cloud=aws --region=us-east-1   | 2 | is no stack's name
          mine --cloud=aws --region=us-east-1 --clients=x --domain-controllers=10.9.0.10 --dns=10.9.0.10 | 1 | peers.clients[0]: found "x"
          mine --cloud=aws --region=us-east-1a --clients=0.0.0.0/0 --domain-controllers=10.9.0.10 --dns=10.9.0.10 | 1 | did you mean us-east-1?
          mine --cloud=aws --region=us-east-1 --site=Main --clients=0.0.0.0/0 --domain-controllers=10.9.0.10 --dns=10.9.0.10 | 1 | a site name of 2 to 20
          """)
  void whatCheckWouldRefuseIsNotWritten(String line, int exitCode, String telling)
      throws IOException {
    Result result = init(line);

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.err()).contains(telling).doesNotContain("Exception");
    assertThat(files()).isEmpty();
  }

  /** Whatever somebody types stays one value, and no YAML. */
  @ParameterizedTest
  @ValueSource(strings = {"a: b", "[x", "#", "'", "\"", "{}", "no", "1e3", "&a", "* *"})
  void aValueIsNoYaml(String value) throws IOException {
    Result result =
        Cli.runAsGiven(
            0,
            "init",
            "mine",
            "--cloud=aws",
            "--region=" + value,
            "--clients=0.0.0.0/0",
            "--domain-controllers=10.9.0.10",
            "--dns=10.9.0.10",
            "--stacks=" + folder);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("sites.main.region: found \"" + value + "\"");
    assertThat(files()).isEmpty();
  }

  private Result answer(String typed, String... args) {
    StringWriter out = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(out, true), 0, false);
    Questions questions = new Questions(terminal, new BufferedReader(new StringReader(typed)));
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--stacks=" + folder);
    CommandLine command = new CommandLine(new InitCommand(terminal, Optional.of(questions)).spec());
    int exitCode =
        command
            .setExecutionExceptionHandler(
                (e, line, result) -> {
                  out.write(e.getMessage());
                  return 2;
                })
            .execute(all.toArray(String[]::new));
    return new Result(exitCode, out.toString(), "");
  }

  @Test
  void whatNoOptionSaysIsAskedForUntilItIsInOrder() throws IOException {
    String typed =
        """
        aws
        virginia
        us-east-1a
        us-east-1
        10.20.0.0/15

        0.0.0.0/0
        0.0.0.0/0
        203.0.113.10
        10.9.0.10, 10.9.0.11
        """;
    Result result = answer(typed, "mine", "--dns=10.9.0.10");

    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.out())
        .contains("did you mean us-east-1?", "a prefix length from 16 to 25")
        .contains("found every IPv4 address")
        .contains("The network to make, a prefix [10.20.0.0/16]: ")
        .doesNotContain("DNS servers");
    assertThat(folder.resolve("Pulumi.mine.yaml"))
        .content()
        .contains("cidr: 10.20.0.0/16", "domainControllers: [10.9.0.10, 10.9.0.11]")
        .contains("    virginia:\n      cloud: aws\n");
  }

  @Test
  void whereTheAnswersEndNothingIsWritten() throws IOException {
    Result result = answer("aws\n", "mine");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("the answers ended: nothing was written");
    assertThat(files()).isEmpty();
  }
}
