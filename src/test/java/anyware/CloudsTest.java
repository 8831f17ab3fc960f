package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.json.UnreadableFileException;
import anyware.settings.Settings;
import anyware.state.StackState;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudsTest {
  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  private static StackPlan plan(String options) {
    Settings settings = Optional.ofNullable(Fixtures.optionSets().get(options)).orElseThrow();
    return StackPlan.of("test", settings);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void everyCloudsPlanIsProved(String options) {
    List<AuditedSite> auditedSites = plan(options).audited();

    assertThat(auditedSites).extracting(AuditedSite::site).contains("virginia", "dublin", "iowa");
    assertThat(AuditResult.of(auditedSites, List.of()).lines(20)).isEmpty();
  }

  @Test
  void aSiteOfWhichNothingIsDeployedHasNoFirewall() throws UnreadableFileException {
    assertThat(plan("minimal").deployed(new StackState(List.of())).sites()).isEmpty();
  }
}
