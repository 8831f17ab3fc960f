package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code bin/sandbox} finds Pulumi's programs. */
class CommandLineIT {
  private static final String GO =
      """
      echo build >> "$HOME/builds"
      while [ "$1" != -o ]; do shift; done
      echo "go: downloading example.com/module v1.0.0" >&2
      printf '#!%s\\necho v3.228.0\\n' "$(command -v bash)" > "$2/pulumi"
      cp "$2/pulumi" "$2/pulumi-language-java"
      /bin/chmod +x "$2/pulumi" "$2/pulumi-language-java"
      """;

  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(temp).built().tool("go", GO);
  }

  private Run setup() throws IOException, InterruptedException {
    return checkout.run("bin/sandbox", "setup");
  }

  private long builds() throws IOException {
    Path builds = temp.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void buildsPulumiOnceAndSaysSo() throws Exception {
    Run first = setup();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).contains("building pulumi and pulumi-language-java");
    assertThat(setup().exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenItsVersionsChange() throws Exception {
    setup();
    Files.writeString(checkout.root.resolve("tools/go.sum"), "changed");
    setup();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildCanBeRunAgain() throws Exception {
    checkout.tool("go", "echo 'go.mod requires a newer go' >&2; exit 2");
    Run failed = setup();
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("go.mod requires a newer go");
    checkout.tool("go", GO);
    assertThat(setup().exitCode()).isZero();
  }

  @Test
  void prefersTheUsersPulumi() throws Exception {
    checkout.tool("pulumi", "echo v3.300.1").tool("pulumi-language-java", "");
    assertThat(setup().exitCode()).isZero();
    assertThat(builds()).isZero();
  }

  @Test
  void buildsItsOwnWhenTheUsersIsTooOldToLeaveSettingsFilesAlone() throws Exception {
    checkout.tool("pulumi", "echo v3.99.1").tool("pulumi-language-java", "");
    assertThat(setup().err()).contains("pulumi v3.99.1 on PATH is older than v3.228.0");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsItsOwnWhenTheUsersHasNoLanguageHost() throws Exception {
    checkout.tool("pulumi", "echo v3.300.1");
    assertThat(setup().err())
        .contains("pulumi on PATH comes without pulumi-language-java: building");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void saysInOneLineWhatToInstall() throws Exception {
    Files.delete(checkout.tools.resolve("go"));
    Run run = setup();
    assertThat(run.exitCode()).isEqualTo(127);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("pulumi is missing, and go to build it: install Pulumi 3", "or Go");
  }
}
