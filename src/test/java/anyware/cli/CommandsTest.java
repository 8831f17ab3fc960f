package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import anyware.testing.Golden;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command answers, word by word. */
class CommandsTest {
  private static final String GROUPS = "src/test/resources/native/aws/security-groups.json";
  private static final String ROLES = "src/test/resources/cli/aws-roles.json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check             | 1 | check
          ports-80          | 0 | ports --stack three
          ports-markdown    | 0 | ports --stack three --format markdown
          ports-json        | 0 | ports --stack gcp-all --json
          explain-open      | 0 | explain --stack three --from 198.51.100.7 --to connector --port 4172/udp
          explain-peer      | 0 | explain --stack three --from clients --to connector --port 4172/udp --site virginia
          explain-internet  | 1 | explain --stack three --from internet --to connector --port 4172/udp --site virginia
          explain-closed    | 1 | explain --stack three --from 192.0.2.1 --to workstation --port 60443/tcp
          explain-outbound  | 0 | explain --stack three --from connector --to 10.9.0.10 --port 636/tcp --site virginia
          explain-roles     | 0 | explain --stack three --from connector --to workstation --port 60443/tcp --site iowa
          explain-member    | 1 | explain --stack three --from 198.51.100.7 --to 10.20.0.4 --port 443/tcp
          explain-prefix    | 1 | explain --stack three --from 198.51.100.0/23 --to connector --port 4172/udp --site virginia
          explain-json      | 0 | explain --stack three --from connector --to 10.9.0.10 --port 636/tcp --site dublin --json
          diff-stacks       | 1 | diff three two
          diff-added        | 1 | diff two three
          diff-json         | 1 | diff three two --json
          diff-state        | 1 | diff --force --stack aws-changed --state src/test/resources/state/aws-export.json
          diff-preview      | 1 | diff --force --stack aws-changed --preview src/test/resources/state/aws-preview.json
          audit-state       | 1 | audit --force --stack aws-changed --state src/test/resources/state/aws-export.json
          audit-settings    | 0 | audit --stack three
          audit-missing     | 1 | audit --force --stack three --state src/test/resources/state/aws-export.json
          """)
  void answersAsBefore(String golden, int exitCode, String line) {
    Result result = Cli.run(golden.endsWith("json") ? 0 : 80, line.split(" +", -1));

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(exitCode);
    Golden.assertTextMatches("cli/" + golden, result.out());
  }

  @Test
  void aTableForATerminalFitsIt() {
    assertThat(Cli.run(100, "ports", "--stack=gcp-all").out().lines())
        .allMatch(line -> line.length() <= 100);
    assertThat(Cli.run(80, "ports", "--stack=three").out().lines())
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void aSheetHasALineForEachLineOfTheMatrixInEveryForm() {
    int lines = Cli.run("ports", "--stack=three", "--json").json().getAsJsonArray("lines").size();

    assertThat(Cli.run("ports", "--stack=three", "--format=csv").out().lines())
        .hasSize(lines + 1)
        .first()
        .asString()
        .startsWith("site,role,direction,");
    assertThat(Cli.run("ports", "--stack=three", "--format=markdown").out().lines())
        .hasSize(lines + 2);
  }

  @Test
  void theExposureIsTheSameInEveryForm() {
    String json = Cli.run("ports", "--exposure", "--stack=three", "--json").out();
    int lines = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("exposures").size();
    assertThat(lines).isGreaterThan(5);
    assertThat(Cli.run("ports", "--exposure", "--stack=three", "--format=csv").out().lines())
        .hasSize(lines + 1)
        .first()
        .isEqualTo("site,role,anyone,named addresses,administrators,outbound to anywhere");
    assertThat(Cli.run("ports", "--exposure", "--stack=three", "--format=markdown").out().lines())
        .hasSize(lines + 2)
        .anyMatch(
            line -> line.startsWith("| virginia | connector | - | 4172 tcp+udp from clients"));
    assertThat(Cli.run(80, "ports", "--exposure", "--stack=three").out().lines())
        .hasSizeGreaterThan(lines)
        .allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource({
    "gcp-all, --state=, gcp-export.json",
    "gcp-all, --preview=, gcp-preview.json",
    "azure-all, --state=, azure-export.json",
    "azure-all, --preview=, azure-preview.json",
    "aws-bare, --state=, aws-export.json",
    "aws-bare, --preview=, aws-preview.json"
  })
  void whatWasDeployedIsWhatTheSettingsAskFor(String stack, String option, String file) {
    Result audit = Cli.run("audit", "--stack=" + stack, option + Cli.STATES + file, "--json");
    Result diff = Cli.run("diff", "--stack=" + stack, option + Cli.STATES + file);

    assertThat(audit.exitCode()).as(audit.out()).isZero();
    assertThat(audit.json().get("fine").getAsBoolean()).isTrue();
    assertThat(diff.exitCode()).as(diff.out()).isZero();
    assertThat(diff.out()).contains("nothing opens, nothing closes");
  }

  /** Nobody knows whose machines it lets something reach, so it counts at every site. */
  @ParameterizedTest
  @ValueSource(strings = {"audit", "audit --site=iowa", "diff"})
  void whatIsStillToBeDeletedIsNamedAndCounts(String command, @TempDir Path folder)
      throws IOException {
    String old =
        """
        {"urn": "urn:pulumi:gcp-all::anyware-network::gcp:compute/firewall:Firewall::old-rule",
         "type": "gcp:compute/firewall:Firewall", "custom": true, "id": "old", "delete": true}
        """;
    String export = Files.readString(Path.of(Cli.STATES + "gcp-export.json"));
    Path file =
        Files.writeString(
            folder.resolve("state.json"),
            export.replaceFirst("\"resources\": \\[", "\"resources\": [" + old + ","));
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    arguments.addAll(List.of("--stack=gcp-all", "--state=" + file));

    Result result = Cli.run(arguments.toArray(String[]::new));

    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
    assertThat(result.out()).contains("old-rule (gcp:compute/firewall:Firewall): an update put");
  }

  @Test
  void deployedAndPreviewedCanBeComparedToo() {
    assertThat(
            Cli.run(
                    "diff",
                    "--stack=gcp-all",
                    "--state=" + Cli.STATES + "gcp-export.json",
                    "--preview=" + Cli.STATES + "gcp-preview.json",
                    "--json")
                .json()
                .getAsJsonArray("changes"))
        .isEmpty();
  }

  @Test
  void aNetworkThatSomebodyElseMadeIsHeldToTheSitesPolicy() {
    Result result =
        Cli.run(
            80, "audit", "--stack=three", "--site=virginia", "--aws=" + GROUPS, "--roles=" + ROLES);

    assertThat(result.exitCode()).isEqualTo(1);
    Golden.assertTextMatches("cli/audit-aws", result.out());
    assertThat(result.out().indexOf("open to the internet"))
        .isBetween(0, result.out().indexOf("\nopen, beyond the table"));
    assertThat(result.out()).contains("balancer: not in the file with the roles, so not audited");
  }

  @Test
  void itsPrefixListsAreTakenFromWhatWasPrintedOfThem() {
    String lists = "src/test/resources/native/aws/";
    String[] audit = {
      "audit",
      "--stack=three",
      "--site=virginia",
      "--aws=" + GROUPS,
      "--roles=src/test/resources/cli/aws-roles-without-lists.json"
    };
    List<String> printed = new ArrayList<>(List.of(audit));
    printed.addAll(
        List.of(
            "--aws-prefix-lists",
            lists + "pl-0c0ffee0000000005.json",
            lists + "pl-0c0ffee0000000009.json"));

    assertThat(Cli.run(80, audit).out()).contains("nobody says which machines");
    assertThat(Cli.run(80, printed.toArray(String[]::new)).out())
        .as("the same as with the addresses in the file with the roles")
        .isEqualTo(
            Cli.run(
                    80,
                    "audit",
                    "--stack=three",
                    "--site=virginia",
                    "--aws=" + GROUPS,
                    "--roles=" + ROLES)
                .out());
  }

  @Test
  void soIsOneOnAzureWithTwoGroupsInFront() {
    Result result =
        Cli.run(
            80,
            "audit",
            "--stack=three",
            "--site=dublin",
            "--azure=src/test/resources/native/azure/nsg-list.json",
            "--roles=src/test/resources/native/azure/roles.json");

    assertThat(result.exitCode()).isEqualTo(1);
    Golden.assertTextMatches("cli/audit-azure", result.out());
  }

  @Test
  void findingsForProgramsAreTheSame() {
    JsonObject audit =
        Cli.run(
                "audit",
                "--stack=three",
                "--site=virginia",
                "--aws=" + GROUPS,
                "--roles=" + ROLES,
                "--json")
            .json();

    assertThat(audit.get("fine").getAsBoolean()).isFalse();
    JsonObject worst = audit.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(worst.get("severity").getAsString()).isEqualTo("internet");
    assertThat(worst.keySet())
        .containsExactly("site", "severity", "role", "direction", "traffic", "others", "rules");
  }

  @Test
  void checkForProgramsNamesEachStacksProblems() {
    JsonObject check = Cli.run("check", "--json").json();

    assertThat(check.get("fine").getAsBoolean()).isFalse();
    assertThat(check.getAsJsonArray("stacks"))
        .extracting(stack -> stack.getAsJsonObject().get("fine").getAsBoolean())
        .containsExactly(true, true, true, false, true, true, false);
  }

  @Test
  void whatThePolicyLeavesToThePlatformHasOneNameForProgramsAndAnotherForPeople() {
    String[] question = {
      "explain",
      "--stack=three",
      "--site=iowa",
      "--from=workstation",
      "--to=203.0.113.1",
      "--port=443/tcp",
      "--json"
    };
    JsonObject hop =
        Cli.run(question)
            .json()
            .getAsJsonArray("answers")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("hops")
            .get(0)
            .getAsJsonObject();

    assertThat(hop.getAsJsonObject("policy").get("outcome").getAsString())
        .isEqualTo("platform-default");
    assertThat(Cli.run(Arrays.copyOf(question, question.length - 1)).out())
        .contains("policy: not the table's business; ");
  }
}
