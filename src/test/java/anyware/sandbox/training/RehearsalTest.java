package anyware.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.cloud.Cloud;
import anyware.settings.EngineConfig;
import anyware.settings.Reading;
import anyware.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void itsStackIsValidAndMeetsEveryCloud() {
    Reading reading = EngineConfig.read(Clouds.ALL, Rehearsal.environment("127.0.0.1:1"));

    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Settings settings = ((Reading.Valid) reading).settings();
    assertThat(settings.sites())
        .extracting(site -> site.cloud().slug())
        .containsExactlyInAnyOrderElementsOf(Clouds.ALL.stream().map(Cloud::slug).toList());
  }

  @Test
  void passesOnHowTheCommandEnded() throws Exception {
    assertThat(Rehearsal.run(List.of("sh", "-c", "exit 7"))).isEqualTo(7);
    assertThat(Rehearsal.run(List.of("sh", "-c", "test \"$PULUMI_DRY_RUN\" = true"))).isZero();
  }
}
