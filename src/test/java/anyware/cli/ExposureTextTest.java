package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Exposure;
import anyware.catalogue.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTextTest {
  @Test
  void whatAnyoneReachesStandsOut() {
    Exposure reached =
        new Exposure("iowa", Role.CONNECTOR, "443 tcp", List.of(), List.of(), "everything");
    Exposure closed = new Exposure("iowa", Role.WORKSTATION, "", List.of(), List.of(), "");
    assertThat(ExposureText.markdown(List.of(reached, closed)).lines())
        .contains(
            "| iowa | connector | **443 tcp** | - | - | everything |",
            "| iowa | workstation | - | - | - | - |");
  }
}
