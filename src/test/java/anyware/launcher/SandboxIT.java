package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIT {
  /** Keeps stacks as files, as the real one does, and otherwise writes down how it was called. */
  private static final String PULUMI =
      """
      state="${PULUMI_BACKEND_URL#file://}/.pulumi/stacks/anyware-network"
      case "$*" in
        version) echo v3.228.0 ;;
        "stack --show-name") cat "$HOME/selected" 2>/dev/null ;;
        *" stack init "*" --no-select")
          mkdir -p "$state"; echo '{}' > "$state/$5.json"; echo "noise of init"
          echo 'encryptionsalt: new' > "$2/Pulumi.$5.yaml" ;;
        "config --json --stack demo") cat "$HOME/answer" ;;
        "config set --stack demo "*) cat "$HOME/written" > stacks/Pulumi.demo.yaml ;;
        "stack select "*) printf '%s\\n' "$3" > "$HOME/selected" ;;
        *)
          : > "$HOME/arguments"
          for argument in "$@"; do printf '<%s>\\n' "$argument" >> "$HOME/arguments"; done
          env > "$HOME/environment"
          if [ -n "${PULUMI_OPTION_CONFIG_FILE:-}" ]; then cat "$PULUMI_OPTION_CONFIG_FILE" > "$HOME/settings"; fi
          echo "from pulumi"
          echo "error of pulumi" >&2
          exit 7 ;;
      esac
      """;

  /** The offline cloud's ports are the test's; reading a pipe that nobody writes keeps it alive. */
  private static final String JAVA =
      """
      case "$*" in
        *-version*) echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit ;;
        *" --status") exit ;;
        *"/anyware-sandbox.jar anyware.sandbox.Main --home "*) ;;
        *) exit 1 ;;
      esac
      echo started >> "$HOME/starts"
      home=${*: -1}
      printf 'aws=%s\\nazure-native=%s\\ngcp=%s\\npid=%s\\n' $PORTS $$ > "$home/cloud/new"
      mkfifo "$home/cloud/pipe.$$"
      mv "$home/cloud/new" "$home/cloud/endpoint"
      exec 3<>"$home/cloud/pipe.$$"
      read -r -u 3 line
      """;

  private static final String SETTINGS = "config:\n    anyware-network:legacyHttp: false\n";

  @TempDir Path temp;
  private Checkout checkout;
  private ServerSocket port;

  @BeforeEach
  void makeCheckout() throws IOException {
    port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    String ports = (port.getLocalPort() + " ").repeat(3);
    checkout = new Checkout(temp).built().variable("PORTS", ports);
    checkout.tool("pulumi", PULUMI).tool("pulumi-language-java", "exit 1").tool("java", JAVA);
    checkout.write("stacks/Pulumi.demo.yaml", SETTINGS);
  }

  @AfterEach
  void stopCloud() throws Exception {
    checkout.run("bin/sandbox", "stop");
    port.close();
  }

  private Run sandbox(String... arguments) throws IOException, InterruptedException {
    return checkout.run("bin/sandbox", arguments);
  }

  private String seen(String file) throws IOException {
    return Files.readString(temp.resolve(file));
  }

  private List<String> environment() throws IOException {
    return Files.readAllLines(temp.resolve("environment"));
  }

  private long starts() throws IOException {
    return Files.readAllLines(temp.resolve("starts")).size();
  }

  private String pid() throws IOException {
    String endpoint = checkout.read(".sandbox/cloud/endpoint");
    return endpoint.substring(endpoint.indexOf("pid=") + 4).strip();
  }

  @Test
  void handsOverArgumentsStreamsAndExitCode() throws Exception {
    Run run = sandbox("up", "--stack", "demo", "-m", "two words", "", "*", "$HOME", "a\"b'c\\d");
    assertThat(seen("arguments"))
        .isEqualTo("<up>\n<--stack>\n<demo>\n<-m>\n<two words>\n<>\n<*>\n<$HOME>\n<a\"b'c\\d>\n");
    assertThat(run.out()).isEqualTo("from pulumi\n");
    assertThat(run.err()).contains("error of pulumi\n");
    assertThat(run.exitCode()).isEqualTo(7);
  }

  @Test
  void startsTheCloudOnceAndTellsPulumiItsPorts() throws Exception {
    sandbox("up", "--stack", "demo");
    sandbox("preview");
    assertThat(starts()).isEqualTo(1);
    int number = port.getLocalPort();
    assertThat(environment())
        .contains(
            "PULUMI_DEBUG_PROVIDERS=aws:" + number + ",azure-native:" + number + ",gcp:" + number);
  }

  @Test
  void createsTheNamedStackOnFirstUseAndSelectsIt() throws Exception {
    checkout.write("stacks/Pulumi.other.yaml", SETTINGS);
    sandbox("up", "--stack=demo");
    sandbox("preview", "-s", "other");
    assertThat(checkout.has(".sandbox/state/.pulumi/stacks/anyware-network/demo.json")).isTrue();
    assertThat(checkout.has(".sandbox/state/.pulumi/stacks/anyware-network/other.json")).isTrue();
    assertThat(seen("selected")).isEqualTo("demo\n");
  }

  @Test
  void meansDemoWhenNothingIsNamedOrSelected() throws Exception {
    sandbox("preview");
    assertThat(seen("selected")).isEqualTo("demo\n");
  }

  @Test
  void namesTheStacksThatThereAre() throws Exception {
    assertThat(sandbox("preview", "--stack", "dmeo").err())
        .contains("there is no stacks/Pulumi.dmeo.yaml; there are settings for: demo\n");
  }

  @Test
  void leavesTheSettingsFileAloneAndAsksNoRealSecretsProvider() throws Exception {
    String settings = SETTINGS + "secretsprovider: awskms://alias/x\nencryptedkey: abc";
    checkout.write("stacks/Pulumi.demo.yaml", settings);
    sandbox("up", "--stack", "demo");
    assertThat(checkout.read("stacks/Pulumi.demo.yaml")).isEqualTo(settings);
    assertThat(seen("settings"))
        .isEqualTo(SETTINGS + "# secretsprovider: awskms://alias/x\n# encryptedkey: abc");
  }

  @Test
  void configWorksOnTheRealSettingsFile() throws Exception {
    sandbox("config", "set", "a", "b");
    assertThat(environment()).noneMatch(line -> line.startsWith("PULUMI_OPTION_CONFIG_FILE="));
  }

  private void pulumiWrites(String written, boolean secret) throws IOException {
    Files.writeString(temp.resolve("written"), written);
    String answer = "{\n  \"a:b\": {\n    \"secret\": " + secret + "\n  }\n}\n";
    Files.writeString(temp.resolve("answer"), answer);
  }

  @Test
  void takesASecretBackHoweverItWasTyped() throws Exception {
    pulumiWrites("config: {\"a:b\": [{secure: v1:x}]}\n", true);

    Run run = sandbox("config", "set", "--stack", "demo", "--secret=T", "a:b", "c");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the sandbox keeps no secrets");
    assertThat(checkout.read("stacks/Pulumi.demo.yaml")).isEqualTo(SETTINGS);
  }

  @Test
  void keepsAValueThatOnlyLooksLikeASecret() throws Exception {
    String written = "config:\n    a:b: secure\n";
    pulumiWrites(written, false);

    assertThat(sandbox("config", "set", "--stack", "demo", "a:b", "secure").exitCode()).isZero();
    assertThat(checkout.read("stacks/Pulumi.demo.yaml")).isEqualTo(written);
  }

  @Test
  void leavesSecretsOfAnyFormToTheirOwnProvider() throws Exception {
    String settings = "config: {\"a:b\": [{secure: v1:x}]}\nencryptionsalt: v1:y\n";
    pulumiWrites(settings, true);
    checkout.write("stacks/Pulumi.demo.yaml", settings);
    checkout.variable("PULUMI_CONFIG_PASSPHRASE", "mine");

    sandbox("preview", "--stack", "demo");

    assertThat(seen("settings")).isEqualTo(settings);
    assertThat(environment()).contains("PULUMI_CONFIG_PASSPHRASE=mine");
  }

  @Test
  void findsASecretAtTheBeginningOfLongSettings() throws Exception {
    String settings = "config: {\"a:b\": [{secure: v1:x}]}\n" + "# a remark\n".repeat(100_000);
    pulumiWrites(settings, true);
    checkout.write("stacks/Pulumi.demo.yaml", settings);
    checkout.variable("PULUMI_CONFIG_PASSPHRASE", "mine");

    sandbox("preview", "--stack", "demo");

    assertThat(environment()).contains("PULUMI_CONFIG_PASSPHRASE=mine");
  }

  @Test
  void refusesToKeepASecret() throws Exception {
    Run run = sandbox("config", "set", "--secret", "a", "b");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the sandbox keeps no secrets");
    assertThat(temp.resolve("arguments")).doesNotExist();
  }

  @Test
  void passesNoCredentialOn() throws Exception {
    List<String> names =
        List.of(
            "AWS_SECRET_ACCESS_KEY",
            "ARM_CLIENT_SECRET",
            "AZURE_CLIENT_SECRET",
            "GOOGLE_CREDENTIALS",
            "PULUMI_ACCESS_TOKEN");
    names.forEach(name -> checkout.variable(name, "a-real-one"));
    sandbox("up", "--stack", "demo");
    assertThat(environment()).noneMatch(line -> line.contains("a-real-one"));
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    Path link =
        Files.createSymbolicLink(temp.resolve("a link"), checkout.root.resolve("bin/sandbox"));
    Run run = checkout.finish(checkout.start(temp, link, "preview"));
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(environment()).contains("PWD=" + checkout.root.toRealPath());
  }

  @Test
  void statusAndStopTellTheTruth() throws Exception {
    assertThat(sandbox("status").exitCode()).isEqualTo(1);
    sandbox("preview");
    Run status = sandbox("status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).startsWith("running: process " + pid() + ", aws ");
    assertThat(sandbox("stop").exitCode()).isZero();
    assertThat(sandbox("status").out()).startsWith("stopped\n");
  }

  @Test
  void survivesAStaleEndpointAndSparesTheProcessThatNowHasItsNumber() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "600").start();
    try {
      int number = port.getLocalPort();
      checkout.write(
          ".sandbox/cloud/endpoint",
          "aws=%d\nazure-native=%d\ngcp=%d\npid=%d\n"
              .formatted(number, number, number, bystander.pid()));
      assertThat(sandbox("preview").exitCode()).isEqualTo(7);
      assertThat(starts()).isEqualTo(1);
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroy();
    }
  }

  @Test
  void aNewProgramLeavesTheCloudAlone() throws Exception {
    sandbox("preview");
    Files.setLastModifiedTime(
        checkout.root.resolve(Checkout.PROGRAM), FileTime.from(Instant.now()));
    sandbox("preview");
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void restartsTheCloudOfAnOlderJar() throws Exception {
    sandbox("preview");
    String before = pid();
    Files.setLastModifiedTime(
        checkout.root.resolve(Checkout.SANDBOX), FileTime.from(Instant.now()));
    sandbox("preview");
    assertThat(starts()).isEqualTo(2);
    assertThat(pid()).isNotEqualTo(before);
  }

  @Test
  void showsWhyTheCloudDidNotStart() throws Exception {
    checkout.tool(
        "java",
        """
        case "$*" in *-version*) echo 'openjdk version "17.0.1"' >&2; exit ;; esac
        echo "the disk is full" >&2
        exit 3
        """);
    Run run = sandbox("preview");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("the disk is full\n", "the offline cloud ended before it was ready");
    assertThat(temp.resolve("arguments")).doesNotExist();
  }

  @Test
  void readingStateNeedsNeitherCloudNorProgram() throws Exception {
    Files.delete(checkout.root.resolve(Checkout.PROGRAM));
    Files.delete(checkout.root.resolve(Checkout.SANDBOX));
    Run run = sandbox("stack", "export", "--stack", "demo");
    assertThat(run.out()).isEqualTo("from pulumi\n");
    assertThat(temp.resolve("starts")).doesNotExist();
  }
}
