package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import anyware.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comment on a pull request says first what must be looked at. */
class DiffMarkdownTest {
  private static final String STATE = Cli.STATES + "aws-export.json";

  @Test
  void saysWhatOpensAndWhatCloses() {
    Result result =
        Cli.run("diff", "--force", "--stack=aws-changed", "--state=" + STATE, "--format=markdown");

    assertThat(result.exitCode()).isEqualTo(1);
    Golden.assertTextMatches("cli/diff-markdown", result.out());
  }

  @Test
  void findingsComeFirstAndExposureIsNotFolded(@TempDir Path folder) throws IOException {
    String before = Files.readString(Cli.STACKS.resolve("Pulumi.three.yaml"));
    Files.writeString(folder.resolve("Pulumi.before.yaml"), before);
    Files.writeString(
        folder.resolve("Pulumi.after.yaml"),
        before.replace("clients: [198.51.100.0/24,", "clients: [0.0.0.0/0,")
            + "      - {from: 198.51.100.7, to: connector, port: 443/tcp, site: iowa}\n");
    String comment =
        Cli.runAsGiven(0, "diff", "before", "after", "--format=markdown", "--stacks=" + folder)
            .out();

    assertThat(comment)
        .contains("**1 finding**", "line 31", "expect.closed[1]: found open at iowa")
        .contains("**Opens to the internet**\n\n- `dublin: ");
    assertThat(comment.indexOf("**1 finding**"))
        .isBetween(0, comment.indexOf("**Opens to the internet**"));
  }

  @Test
  void whatStaysIsSaidInTwoSentences() {
    Result result = Cli.run("diff", "three", "three", "--format=markdown");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            ### What passes: from `three` to `three`

            No finding: exactly what the table and the settings ask for.

            Nothing opens, nothing closes.

            """);
  }

  /** A comment is read by people who can approve; a name must not speak to them. */
  @Test
  void aForgedNameStaysInItsCodeSpan(@TempDir Path folder) throws IOException {
    String forged = "x`</summary>@all\\n\\n# approved";
    String export = Files.readString(Path.of(Cli.STATES + "gcp-export.json"));
    Path file =
        Files.writeString(
            folder.resolve("state.json"),
            export.replaceFirst(
                "\"resources\": \\[",
                Matcher.quoteReplacement(
                    "\"resources\": [{\"urn\": \"urn:pulumi:gcp-all::anyware-network::"
                        + "gcp:compute/firewall:Firewall::"
                        + forged
                        + "\", \"type\": \"gcp:compute/firewall:Firewall\", \"custom\": true,"
                        + " \"id\": \"old\", \"delete\": true},")));
    String comment =
        Cli.run("diff", "--stack=gcp-all", "--state=" + file, "--format=markdown").out();

    assertThat(comment).contains("- `x'</summary>@all??# approved (gcp:compute/firewall:Firewall)");
    assertThat(comment.lines()).noneMatch(line -> line.startsWith("# "));
  }
}
