package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
  private static final String SETTINGS =
      """
      config:
        anyware-network:peers:
          clients: [198.51.100.0/24]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.12]
        anyware-network:sites:
          virginia:
            cloud: aws
            region: us-east-1
            network:
              cidr: 10.20.0.0/16
      """;
  private static final String UNMET =
      """
        anyware-network:expect:
          closed:
            - {from: 198.51.100.7, to: connector, port: 4172/udp}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeSettings() throws IOException {
    Files.writeString(folder.resolve("Pulumi.good.yaml"), SETTINGS);
    Files.writeString(folder.resolve("Pulumi.unmet.yaml"), SETTINGS + UNMET.indent(0));
  }

  private int report(String stack, Path file, String... more) {
    String[] args = new String[more.length + 7];
    System.arraycopy(more, 0, args, 7, more.length);
    args[0] = "report";
    args[1] = "--stacks";
    args[2] = folder.toString();
    args[3] = "--stack";
    args[4] = stack;
    args[5] = "--out";
    args[6] = file.toString();
    return Anyware.run(new Terminal(new PrintWriter(out), new PrintWriter(err), 0, false), args);
  }

  @Test
  void writesThePageAndSaysWhere() throws IOException {
    Path file = folder.resolve("page.html");
    assertThat(report("good", file)).isZero();
    assertThat(out).hasToString("wrote " + file + ": fine" + System.lineSeparator());
    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").contains("virginia");
  }

  @Test
  void whatIsWrongIsTheExitCodeAndOnThePage() throws IOException {
    Path file = folder.resolve("page.html");
    assertThat(report("unmet", file, "--json")).isEqualTo(1);
    assertThat(JsonParser.parseString(out.toString()).getAsJsonObject().get("fine").getAsBoolean())
        .isFalse();
    assertThat(Files.readString(file)).contains("not met: open at virginia");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("nowhere/page.html");
    assertThat(report("good", file)).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write " + file).doesNotContain("Exception");
  }

  @Test
  void whatOpensAgainstAnotherStackIsOnThePage() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.wide.yaml"), SETTINGS.replace("198.51.100.0/24", "0.0.0.0/0"));
    Path file = folder.resolve("page.html");
    assertThat(report("wide", file, "--against", "good")).isZero();
    assertThat(Files.readString(file))
        .contains("From <code>good</code> to <code>the settings of wide</code>")
        .containsPattern("<ul class=\"changes exposes\">\n<li>\\+ opens 4172/tcp, 4172/udp from ");
    assertThat(report("good", file, "--against", "wide")).isZero();
    assertThat(Files.readString(file))
        .containsPattern("<ul class=\"changes closes\">\n<li>\u2212 closes ")
        .doesNotContain("changes exposes");
  }

  @Test
  void whatChangedSinceACommitIsOnThePage() throws IOException, InterruptedException {
    git("init", "-q");
    git("add", "Pulumi.good.yaml");
    git("-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-q", "-m", "first");
    Path file = folder.resolve("page.html");
    assertThat(report("good", file, "--against", "HEAD")).isZero();
    assertThat(Files.readString(file))
        .contains("nothing opens, nothing closes")
        .containsPattern("<dt>commit</dt><dd>[0-9a-f]{12}</dd>");
    Files.writeString(
        folder.resolve("Pulumi.good.yaml"), SETTINGS.replace("198.51.100.0/24", "0.0.0.0/0"));
    assertThat(report("good", file, "--against", "HEAD")).isZero();
    assertThat(Files.readString(file))
        .contains("the settings of good at HEAD", "changes exposes")
        .containsPattern("<dt>commit</dt><dd>[0-9a-f]{12}, settings changed since</dd>");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // Nobody's own repository, hooks and signatures.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
  }

  @Test
  void neitherAStackNorACommitIsSaid() {
    Path file = folder.resolve("page.html");
    assertThat(report("good", file, "--against", "--help-me")).isEqualTo(2);
    assertThat(report("good", file, "--against=nowhere")).isEqualTo(2);
    assertThat(err.toString())
        .contains("nowhere is no stack and no commit, branch or tag that has ")
        .contains("there are the stacks good, unmet");
  }

  @Test
  void theSettingsAreKnownByTheDigestOfTheirFile() throws Exception {
    Path file = folder.resolve("page.html");
    assertThat(report("good", file)).isZero();
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(SETTINGS.getBytes(StandardCharsets.UTF_8)));
    assertThat(Files.readString(file))
        .contains("SHA-256 of the settings: <code>" + digest + "</code>")
        .contains("<dd>" + digest.substring(0, 12) + "</dd>");
  }

  @ParameterizedTest
  @CsvSource({
    "gcp-all, --state=, gcp-export.json, deployed",
    "azure-all, --state=, azure-export.json, deployed",
    "aws-bare, --preview=, aws-preview.json, previewed",
  })
  void aStateIsToldAsItIs(String stack, String option, String name, String subject)
      throws IOException {
    Path file = folder.resolve("page.html");
    Cli.Result answer =
        Cli.run("report", "--stack=" + stack, option + Cli.STATES + name, "--out=" + file);
    assertThat(answer.exitCode()).as(answer.toString()).isZero();
    assertThat(Files.readString(file))
        .contains("<dt>state</dt><dd>" + subject + "</dd>")
        .contains("nothing opens, nothing closes")
        .contains("0 unexpected openings, 0 missing</p>");
  }
}
