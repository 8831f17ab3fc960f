package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import anyware.testing.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnywareTest {

  @Test
  void helpNamesTheCommandsAndTheExitCodes() {
    Result help = Cli.run(80, "--help");

    assertThat(help.exitCode()).isZero();
    Golden.assertTextMatches("cli/help", help.out());
  }

  static Stream<String> commands() {
    Terminal nowhere =
        new Terminal(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), 0, false);
    return Anyware.whole(nowhere).getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpThatFitsTheTerminalAndKnowsJson(String command) {
    for (int columns : new int[] {0, 80}) {
      Result help = Cli.run(columns, command, "--help");

      assertThat(help.exitCode()).isZero();
      assertThat(help.err()).isEmpty();
      assertThat(help.out()).contains("Usage: anyware " + command);
      assertThat(help.out().contains("--json"))
          .isEqualTo(!List.of("help", "schema").contains(command));
      assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "ports", "explain", "diff", "audit", "attach", "report", "init"})
  void whatReadsStacksTakesTheirFolder(String command) {
    assertThat(Cli.run(80, command, "--help").out()).contains("--stacks=DIR");
  }

  @Test
  void theVersionIsSaid() {
    for (String line : List.of("--version", "check --version", "schema -V")) {
      assertThat(Cli.run(line.split(" ", -1)).out()).as(line).startsWith("anyware-network ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chek                                                  | anyware check
          check --stak three                                    | --stack
          check --stack nowhere                                 | there are: aws-bare, aws-changed, azure-all, broken
          check --stack ../three                                | there is no
          check --stack acme/elsewhere/three                    | acme/elsewhere/three is a stack of another project: this one is anyware-network
          check --stack stacks/Pulumi.demo.yaml                 | stacks/Pulumi.demo.yaml is not in src/test/resources/cli/stacks: name its folder with --stacks
          check --stack Pulumi.four.yaml                        | Pulumi.four.yaml; there are:
          ports                                                 | name a stack: aws-bare, aws-changed, azure-all, broken
          ports --stack three --format xml                      | table, markdown, csv, json
          explain --stack three --from clint --to connector --port 443/tcp | internet, or a peer such as clients
          explain --stack three --from connector --to workstation | --port
          explain --stack three --from conector --to workstation --port 443/tcp | did you mean connector?
          explain --stack three --from connector --to workstation --port 443    | add the protocol
          explain --stack three --from connector --to workstation --port 443/tcp --site x | there are: dublin, iowa, virginia
          explain --stack three --from 192.0.2.1 --to 10.9.0.10 --port 443/tcp  | nothing at any site decides
          explain --stack three --from connector --to license-server --port 7070/tcp | nothing at any site decides
          diff three                                            | name two stacks
          diff                                                  | name two stacks
          diff three two gcp-all                                | name two stacks
          diff three two --state pom.xml                        | not both
          diff three two --stack three                          | name two stacks
          diff --stack three --state nowhere.json               | nowhere.json: there is no such file
          diff --stack three --state pom.xml                    | pom.xml: not the output of
          audit --stack three --state README.md                 | README.md: not the output of
          audit --stack three --state a --preview b             | one of them
          audit --stack three --site virginia --aws pom.xml     | --roles
          audit --stack three --site virginia --roles pom.xml   | one of --aws, --azure, --gcp
          audit --stack three --aws pom.xml --roles pom.xml     | --site
          audit --stack three --site virginia --aws-prefix-lists pom.xml | one of --aws, --azure, --gcp
          audit --stack three --site virginia --aws pom.xml --roles pom.xml --aws-prefix-lists pom.xml README.md | pom.xml or pom.xml or pom.xml or README.md is not
          audit --stack three --site iowa --aws pom.xml --roles pom.xml | the site is on gcp: give --gcp
          audit --stack three --site dublin --aws pom.xml --roles pom.xml | the site is on azure: give --azure
          audit --stack three --site virginia --aws pom.xml --roles pom.xml | roles: found nothing or no JSON
          """)
  void wrongUsageIsRefusedWithTheFixAndWithoutAStackTrace(String line, String telling) {
    Result result = Cli.run(line.strip().split(" +", -1));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(telling).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void withoutACommandTheUsageIsWrong() {
    assertThat(Cli.run().exitCode()).isEqualTo(2);
    assertThat(Cli.run().err()).contains("anyware --help");
  }

  @Test
  void brokenSettingsAreProblemsNotUsage() {
    for (String command : List.of("ports", "audit")) {
      Result result = Cli.run(command, "--stack=broken");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.err())
          .contains("anyware-network:peers.clients: found an empty list")
          .contains("did you mean domainControllers?");
    }
    assertThat(Cli.run("ports", "--stack=broken", "--json").json().get("problems").toString())
        .contains("an empty list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme/anyware-network/three",
        "acme/three",
        "Pulumi.three.yaml",
        "stacks/Pulumi.three.yaml",
        "src/test/resources/cli/stacks/Pulumi.three.yaml"
      })
  void aStackIsKnownByItsWholeNameAndByItsFile(String name) {
    Cli.Result named = Cli.run("check", "--stack", name);

    assertThat(named.exitCode()).isZero();
    assertThat(named.out()).isEqualTo(Cli.run("check", "--stack", "three").out());
  }

  @Test
  void aFolderWithoutStacksIsSaid() {
    assertThat(Cli.runAsGiven(0, "check", "--stacks=nowhere").err())
        .contains("there is no folder nowhere: name it with --stacks");
  }

  @Test
  void coloursComeWithATerminalOnly() {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Anyware.run(
        new Terminal(writer, writer, 80, true),
        "check",
        "--stack=gcp-all",
        "--stacks=" + Cli.STACKS);

    assertThat(out.toString()).contains("\u001b[32mfine\u001b[0m");
    assertThat(Cli.run(80, "check", "--stack=gcp-all").out()).doesNotContain("\u001b");
  }
}
