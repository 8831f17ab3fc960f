package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
