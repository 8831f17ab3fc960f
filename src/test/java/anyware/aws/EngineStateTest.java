package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.Clouds;
import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.catalogue.Role;
import anyware.json.UnreadableFileException;
import anyware.net.Direction;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.StackFile;
import anyware.state.SiteKey;
import anyware.state.StackState;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the engine printed of a stack with these settings that was previewed and deployed offline;
 * tags and what no reader looks at are left out.
 */
class EngineStateTest {
  private static final Path FOLDER = Path.of("src/test/resources/state");

  private static final String SETTINGS =
      """
      config:
        anyware-network:peers:
          clients: [198.51.100.0/24, "2001:db8:c::/48"]
          administrators: [203.0.113.0/28]
          domainControllers: [10.9.0.10, 10.9.0.11]
          dns: [10.9.0.10]
        anyware-network:licenseServer:
          hosted: true
        anyware-network:sites:
          virginia:
            cloud: aws
            region: us-east-1
            connectors: 2
            balancer: none
            network:
              cidr: 10.20.0.0/16
      """;

  private static Settings settings() {
    return settings("ipv6: false");
  }

  private static Settings settings(String ipv6) {
    Reading reading = StackFile.read(Clouds.ALL, "aws-bare", SETTINGS + "        " + ipv6 + "\n");
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).settings();
  }

  private static void assertReadsBack(StackState state) throws UnreadableFileException {
    Settings settings = settings();
    Site site = settings.sites().get(0);
    Plan plan = Plans.of(settings, site);
    List<StateResource> resources = state.ofSite(new SiteKey("anyware:network:Aws", "virginia"));

    Plan read = StateReader.read(plan, resources);
    assertThat(read).isEqualTo(plan);
    assertThat(Audit.of(Fixtures.policy(settings, site), Evaluator.of(read), read.roleSubnets()))
        .isEmpty();
  }

  @Test
  void anExportReadsBackAsThePlan() throws IOException, UnreadableFileException {
    assertReadsBack(StackState.ofExport(Files.readString(FOLDER.resolve("aws-export.json"))));
  }

  /** Rules of that version name each address, of either family, and no list. */
  @Test
  void whatVersion010DeployedOpensNothingBeyondThePolicy()
      throws IOException, UnreadableFileException {
    Settings settings = settings("ipv6: true");
    Site site = settings.sites().get(0);
    StackState state =
        StackState.ofExport(Files.readString(FOLDER.resolve("aws-export-0.1.0.json")));

    Plan read =
        StateReader.read(
            Plans.of(settings, site), state.ofSite(new SiteKey("anyware:network:Aws", "virginia")));
    assertThat(read.prefixLists()).isEmpty();
    List<Finding> findings =
        Audit.of(Fixtures.policy(settings, site), Evaluator.of(read), read.roleSubnets());
    assertThat(findings)
        .as("only what later versions open is missing: what is not limited, and addendum A3")
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Finding.Kind.TOO_NARROW)
        .allMatch(
            finding ->
                (finding.packets().direction() == Direction.OUTBOUND
                        && finding.packets().at() != Role.CONNECTOR)
                    || finding.packets().toString().contains("7070/tcp"));
  }

  @Test
  void soDoesAPreviewOfANewStack() throws IOException, UnreadableFileException {
    assertReadsBack(StackState.ofPreview(Files.readString(FOLDER.resolve("aws-preview.json"))));
  }

  @Test
  void aPreviewThatLeavesOutWhatStaysIsRefused() {
    String preview =
        """
        {"steps": [{"op": "same", "urn": "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s"}],
         "changeSummary": {"same": 41}}
        """;

    assertThatThrownBy(() -> StackState.ofPreview(preview))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("preview: changeSummary.same: found 41; allowed: ")
        .hasMessageEndingWith("; print it with pulumi preview --json --show-sames");
  }
}
