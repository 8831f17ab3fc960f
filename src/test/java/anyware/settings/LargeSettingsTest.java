package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody would write by hand get an answer too, in few words. */
class LargeSettingsTest {
  private static final String PEERS =
      """
      config:
        anyware-network:peers:
          clients: [0.0.0.0/0]
          domainControllers: [10.9.0.10]
          dns: [%s]
        anyware-network:sites:
      """;

  private static List<Problem> problems(String yaml) {
    return StackFile.read(Clouds.ALL, "x.yaml", yaml).fold(valid -> List.of(), all -> all);
  }

  private static String sites(int count) {
    StringBuilder sites = new StringBuilder(PEERS.formatted("10.9.0.10"));
    for (int i = 0; i < count; i++) {
      sites.append(
          "    site-%d: {cloud: aws, region: us-east-1, network: {cidr: 10.0.0.0/16}}\n"
              .formatted(i));
    }
    return sites.toString();
  }

  @Test
  void ofManyProblemsTheFirstHundredAreToldAndTheRestCounted() {
    String duplicates = "10.9.0.10, ".repeat(20_000) + "10.9.0.10";
    List<Problem> problems = problems(PEERS.formatted(duplicates) + "    a-site: {}\n");

    assertThat(problems).hasSize(101);
    assertThat(problems.get(100).found()).matches("19,?9\\d\\d further problems");
  }

  @Test
  void manySitesThatOverlapAreCountedToo() {
    List<Problem> problems = problems(sites(3_000));

    assertThat(problems).hasSize(101);
    assertThat(problems.get(0).toString()).contains("it overlaps with the network of site");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Pulumi.huge.yaml");
    Files.writeString(file, "# " + "x".repeat(2 << 20));

    assertThat(StackFile.read(Clouds.ALL, file).<List<Problem>>fold(valid -> List.of(), all -> all))
        .singleElement()
        .asString()
        .contains("allowed: a file of 1048576 bytes at most");
  }
}
