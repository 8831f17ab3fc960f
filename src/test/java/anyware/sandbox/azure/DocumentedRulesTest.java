package anyware.sandbox.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The offline Azure refuses what Azure's pages and users report of it, and takes what it takes. */
final class DocumentedRulesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("anyware.sandbox.azure.DocumentedRules#all")
  void answersAsAzure(DocumentedRules.Row row) {
    try (CloudFixture cloud = new CloudFixture(folder)) {
      List<String> refusals = row.attempt().apply(cloud);

      if (row.expected().equals(DocumentedRules.ACCEPTED)) {
        assertThat(refusals).as(row.source()).isEmpty();
      } else {
        assertThat(refusals).as(row.source()).singleElement().asString().contains(row.expected());
      }
    }
  }

  @Test
  void everyRowIsAnotherWithItsPage() {
    assertThat(DocumentedRules.all()).hasSizeGreaterThanOrEqualTo(54);
    assertThat(DocumentedRules.all()).extracting(DocumentedRules.Row::rule).doesNotHaveDuplicates();
    assertThat(DocumentedRules.all())
        .allSatisfy(row -> assertThat(row.source()).startsWith("https://"));
  }
}
