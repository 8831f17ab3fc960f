package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code bin/sandbox} does about what killed runs, full disks and removed folders leave
 * behind: one line that says what to do, or what was done.
 */
class MendingIT {
  private static final String STATE = ".sandbox/state/.pulumi/stacks/anyware-network/demo.json";
  private static final String LOCK =
      ".sandbox/state/.pulumi/locks/organization/anyware-network/demo/1.json";

  /** Writes down its arguments, and whose lock is there. */
  private static final String PULUMI =
      """
      case "$*" in
        version) echo v3.228.0 ;;
        "stack --show-name") echo demo ;;
        *) printf '%s\\n' "$*" > "$HOME/arguments" ;;
      esac
      """;

  private static final String JAVA =
      """
      case "$*" in
        *-version*) echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit ;;
        *" --recover "*) echo "was made, found again: a box"; exit ;;
        *"/anyware-sandbox.jar anyware.sandbox.Main --home "*) ;;
        *) exit 1 ;;
      esac
      echo started >> "$HOME/starts"
      home=${*: -1}
      echo $$ > "$home/cloud/lock"
      printf 'aws=%s\\nazure-native=%s\\ngcp=%s\\npid=%s\\n' $PORTS $$ > "$home/cloud/new"
      mkfifo "$home/cloud/pipe.$$"
      mv "$home/cloud/new" "$home/cloud/endpoint"
      exec 3<>"$home/cloud/pipe.$$"
      read -r -u 3 line
      """;

  @TempDir Path temp;
  private Checkout checkout;
  private ServerSocket port;

  @BeforeEach
  void makeCheckout() throws IOException {
    port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    String ports = (port.getLocalPort() + " ").repeat(3);
    checkout = new Checkout(temp).built().variable("PORTS", ports);
    checkout.tool("pulumi", PULUMI).tool("pulumi-language-java", "exit 1").tool("java", JAVA);
    checkout.write("stacks/Pulumi.demo.yaml", "config: {}\n");
    checkout.write(STATE, "{}\n");
  }

  @AfterEach
  void stopCloud() throws Exception {
    checkout.run("bin/sandbox", "stop");
    port.close();
  }

  private Run sandbox(String... arguments) throws IOException, InterruptedException {
    return checkout.run("bin/sandbox", arguments);
  }

  private String arguments() throws IOException {
    return Files.readString(temp.resolve("arguments"));
  }

  private void refused(Run run, String... words) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines().get(run.errorLines().size() - 1)).contains(words);
    assertThat(temp.resolve("arguments")).doesNotExist();
  }

  private void lock(long pid) throws IOException {
    checkout.write(
        LOCK,
        """
        {"pid":%d,"username":"u","hostname":"%s","timestamp":"2026-01-01T00:00:00Z"}\
        """
            .formatted(pid, hostName()));
  }

  /** The system's own name of itself, which need not be one that can be looked up. */
  private static String hostName() throws IOException {
    Process uname = new ProcessBuilder("uname", "-n").start();
    return new String(uname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void takesTheLockOfADeadRunAwayWithItsDamagedAttributes() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    lock(dead.pid());
    checkout.variable("HOSTNAME", "inherited-from-elsewhere");
    checkout.write(STATE + ".attrs", "");
    Run run = sandbox("up", "--stack", "demo");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("was killed: took its lock away");
    assertThat(checkout.has(LOCK)).isFalse();
    assertThat(checkout.has(STATE + ".attrs")).isFalse();
    assertThat(arguments()).isEqualTo("up --stack demo\n");
  }

  @Test
  void leavesTheLocksOfLiveRunsAndOfOtherMachines() throws Exception {
    Process live = new ProcessBuilder("bash", "-c", "exec -a pulumi sleep 600").start();
    try {
      lock(live.pid());
      sandbox("up", "--stack", "demo");
      assertThat(checkout.has(LOCK)).isTrue();
      checkout.write(LOCK, checkout.read(LOCK).replaceFirst("hostname\":\"", "$0another-"));
      live.destroy();
      live.waitFor();
      sandbox("up", "--stack", "demo");
      assertThat(checkout.has(LOCK)).isTrue();
    } finally {
      live.destroy();
    }
  }

  @Test
  void findsAgainWhatWasUnderWayAndLooksAtEverythingFirst() throws Exception {
    checkout.write(STATE, "{\"pending_operations\": [1]}");
    Run run = sandbox("up", "--stack", "demo", "--yes");
    assertThat(run.err()).contains("was cut off", "was made, found again: a box");
    assertThat(arguments()).isEqualTo("up --stack demo --yes --refresh\n");
    sandbox("destroy", "--stack", "demo");
    assertThat(arguments()).isEqualTo("destroy --stack demo\n");
  }

  @Test
  void saysHowAStateThatIsCutShortIsMended() throws Exception {
    checkout.write(STATE, "{\"version\": 3, \"check");
    refused(sandbox("up", "--stack", "demo"), "is cut short", "bin/sandbox reset starts anew");
    checkout.write(STATE + ".bak", "{}");
    refused(sandbox("up", "--stack", "demo"), "is cut short", "demo.json.bak' '", "brings back");
  }

  @Test
  void readsCompressedStatesToo() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream compressed = new GZIPOutputStream(bytes)) {
      compressed.write("{\"pending_operations\": [1]}".getBytes(StandardCharsets.UTF_8));
    }
    Path state = checkout.write(STATE + ".gz", "");
    Files.write(state, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    checkout.write(STATE + ".gz.bak", "x");
    refused(sandbox("up", "--stack", "demo"), "is cut short", "demo.json.gz.bak' '");

    Files.write(state, bytes.toByteArray());
    Run run = sandbox("up", "--stack", "demo", "--yes");
    assertThat(run.err()).contains("was cut off", "was made, found again: a box");
  }

  @Test
  void saysThatItCannotWriteInsteadOfWaitingForALock() throws Exception {
    checkout.tool("ln", "echo \"ln: $3: Read-only file system\" >&2; exit 1");
    refused(sandbox("up", "--stack", "demo"), "cannot write in ", "(Read-only file system)");
  }

  @Test
  void saysThatItsFolderCannotBeMade() throws Exception {
    checkout.variable("SANDBOX_HOME", checkout.write("a file", "") + "/home");
    refused(sandbox("up", "--stack", "demo"), "cannot make the folder", "SANDBOX_HOME");
  }

  @Test
  void saysThatTheDiskIsFullBeforeAnythingIsChanged() throws Exception {
    Files.createDirectories(checkout.root.resolve(".sandbox"));
    Files.createSymbolicLink(checkout.root.resolve(".sandbox/space"), Path.of("/dev/full"));
    refused(sandbox("up", "--stack", "demo"), "cannot write in ", "No space left on device");
  }

  @Test
  void aCloudWhoseEndpointIsGoneOrDamagedIsReplaced() throws Exception {
    sandbox("up", "--stack", "demo");
    String first = checkout.read(".sandbox/cloud/lock").strip();
    Files.delete(checkout.root.resolve(".sandbox/cloud/endpoint"));
    assertThat(sandbox("up", "--stack", "demo").exitCode()).isZero();
    assertThat(runs(first)).isFalse();
    String second = checkout.read(".sandbox/cloud/lock").strip();
    checkout.write(".sandbox/cloud/endpoint", "aws=1\nazure-\u0000garbage\npid=" + second + "\n");
    assertThat(sandbox("up", "--stack", "demo").exitCode()).isZero();
    assertThat(runs(second)).isFalse();
  }

  /** One that has ended may wait to be collected, and has no command any more. */
  private static boolean runs(String pid) {
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(process -> process.info().command())
        .isPresent();
  }

  @Test
  void saysInOneLineWhyTheCloudCannotUseItsJournal() throws Exception {
    checkout.tool(
        "java",
        """
        case "$*" in *-version*) echo 'openjdk version "17.0.1"' >&2; exit ;; esac
        echo "cannot use x for the offline cloud: aws.jsonl is damaged at line 3; do this" >&2
        exit 1
        """);
    Run run = sandbox("up", "--stack", "demo");
    refused(run, "aws.jsonl is damaged at line 3; do this");
    assertThat(run.errorLines()).hasSize(2).first().asString().contains("starting");
  }

  @Test
  void tellsOfObjectsWhoseStackIsGoneUntilTheyAreRemoved() throws Exception {
    checkout.write(".sandbox/cloud/aws.stacks", "anyware-network demo\nanyware-network gone\n");
    for (int i = 0; i < 2; i++) {
      assertThat(sandbox("up", "--stack", "demo").err())
          .contains("holds objects of no stack, left over from: gone; bin/sandbox reset");
      checkout.write(STATE.replace("demo", "gone"), "{}\n");
    }
    sandbox("reset", "--yes");
    checkout.write(STATE, "{}\n");
    assertThat(sandbox("up", "--stack", "demo").err()).doesNotContain("of no stack");
  }

  @Test
  void resetAsksAndRemovesWhatIsDeployedOnly() throws Exception {
    sandbox("up", "--stack", "demo");
    checkout.write(".sandbox/cli/pulumi", "built");
    Run asked = sandbox("reset");
    assertThat(asked.exitCode()).isNotZero();
    assertThat(asked.err()).contains("bin/sandbox reset --yes");
    assertThat(checkout.has(STATE)).isTrue();
    assertThat(sandbox("reset", "--yes").exitCode()).isZero();
    assertThat(checkout.has(STATE)).isFalse();
    assertThat(checkout.has(".sandbox/cloud")).isFalse();
    assertThat(checkout.has(".sandbox/cli/pulumi")).isTrue();
    assertThat(sandbox("status").out()).startsWith("stopped\n");
  }

  @Test
  void worksInAFolderWhoseNameHoldsAColon() throws Exception {
    Path odd = Files.move(checkout.root, temp.resolve("a:b #1"));
    checkout.tool(
        "pulumi", PULUMI + "printf '%s\\n' \"$PWD $PULUMI_BACKEND_URL\" > \"$HOME/place\"");
    Run run = checkout.finish(checkout.start(odd, odd.resolve("bin/sandbox"), "up"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(temp.resolve("place")).replace("file://", ""))
        .doesNotContain(":", "#");
    checkout.finish(checkout.start(odd, odd.resolve("bin/sandbox"), "stop"));
    Files.move(odd, checkout.root);
  }
}
