package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bin/sandbox} makes of stacks' names and of files before Pulumi sees them. */
class ArgumentsIT {
  /** Writes down where it was started, and with what. */
  private static final String PULUMI =
      """
      case "$*" in
        version) echo v3.228.0 ;;
        "stack --show-name") ;;
        *" stack init "*)
          state="${PULUMI_BACKEND_URL#file://}/.pulumi/stacks/anyware-network"
          mkdir -p "$state"; echo '{}' > "$state/$5.json" ;;
        "stack select "*) ;;
        *)
          printf '%s' "$PWD" > "$HOME/folder"
          printf '<%s>' "$@" > "$HOME/arguments"
          printf '%s' "${PULUMI_OPTION_CONFIG_FILE##*/}" > "$HOME/settings" ;;
      esac
      """;

  @TempDir Path temp;
  private Checkout checkout;
  private Path elsewhere;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(temp).built();
    checkout.tool("pulumi", PULUMI).tool("pulumi-language-java", "exit 1");
    checkout.write("stacks/Pulumi.demo.yaml", "config: {}\n");
    checkout.write("stacks/Pulumi.other.yaml", "config: {}\n");
    elsewhere = Files.createDirectories(temp.resolve("some where"));
  }

  private Run sandbox(Path folder, String... arguments) throws Exception {
    return checkout.finish(checkout.start(folder, checkout.root.resolve("bin/sandbox"), arguments));
  }

  private String seen(String file) throws IOException {
    return Files.readString(temp.resolve(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stack export -s demo --file s.json                  | --file><HERE/s.json>
          stack export -s demo --file=s.json                  | --file=HERE/s.json>
          config -s demo --config-file ../x.yaml              | --config-file><HERE/../x.yaml>
          stack import -s demo --file /tmp/s.json             | --file></tmp/s.json>
          stack graph -s demo g.dot                           | <HERE/g.dot>
          config set -s demo k v --config-file=x.yaml         | --config-file=HERE/x.yaml>
          config set -s demo -- --file x                      | <--><--file><x>
          """)
  void filesMeanWhatTheyMeanToTheCaller(String line, String expected) throws Exception {
    Run run = sandbox(elsewhere, line.split(" ", -1));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(seen("folder")).isEqualTo(checkout.root.toString());
    assertThat(seen("arguments")).contains(expected.replace("HERE", elsewhere.toString()));
  }

  @Test
  void insideTheProjectNothingIsToBeChanged() throws Exception {
    Path inside = checkout.root.resolve("stacks");

    assertThat(sandbox(inside, "stack", "export", "-s", "demo", "--file", "a.json").exitCode())
        .isZero();

    assertThat(seen("folder")).isEqualTo(inside.toString());
    assertThat(seen("arguments")).isEqualTo("<stack><export><-s><demo><--file><a.json>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --stack organization/anyware-network/other | <--stack><other>
          --stack=acme/anyware-network/other         | <--stack=other>
          -s acme/other                              | <-s><other>
          --stack Pulumi.other.yaml                  | <--stack><other>
          --stack stacks/Pulumi.other.yaml           | <--stack><other>
          """)
  void aStackIsKnownByItsWholeNameAndByItsFile(String words, String expected) throws Exception {
    Run run = sandbox(checkout.root, ("stack output " + words).split(" ", -1));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(seen("arguments")).isEqualTo("<stack><output>" + expected);
    assertThat(seen("settings")).isEqualTo("Pulumi.other.yaml");
  }

  @Test
  void soIsTheOneThatTheEnvironmentNames() throws Exception {
    checkout.variable("PULUMI_STACK", "acme/anyware-network/other");

    assertThat(sandbox(elsewhere, "stack", "output").exitCode()).isZero();

    assertThat(seen("settings")).isEqualTo("Pulumi.other.yaml");
  }

  @Test
  void aStackOfAnotherProjectIsRefusedInOneLine() throws Exception {
    Run run = sandbox(elsewhere, "stack", "output", "--stack", "acme/shop/demo");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .containsExactly(
            "sandbox: acme/shop/demo is a stack of another project: this one is anyware-network");
  }

  @Test
  void settingsThatLieElsewhereAreNotTakenForTheProjects() throws Exception {
    Files.writeString(elsewhere.resolve("Pulumi.demo.yaml"), "config: {}\n");

    Run run = sandbox(elsewhere, "stack", "output", "--stack", "Pulumi.demo.yaml");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("Pulumi.demo.yaml is not among the settings in " + checkout.root + "/stacks")
        .contains("--config-file");
  }
}
