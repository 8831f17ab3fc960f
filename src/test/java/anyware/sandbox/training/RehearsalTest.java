package anyware.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.settings.Cloud;
import anyware.settings.EngineConfig;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void itsStackIsValidAndMeetsEveryCloud() {
    Reading reading = EngineConfig.read(Rehearsal.environment("127.0.0.1:1"));

    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Settings settings = ((Reading.Valid) reading).settings();
    assertThat(settings.sites()).extracting(Site::cloud).containsExactlyInAnyOrder(Cloud.values());
  }

  @Test
  void passesOnHowTheCommandEnded() throws Exception {
    assertThat(Rehearsal.run(List.of("sh", "-c", "exit 7"))).isEqualTo(7);
    assertThat(Rehearsal.run(List.of("sh", "-c", "test \"$PULUMI_DRY_RUN\" = true"))).isZero();
  }
}
