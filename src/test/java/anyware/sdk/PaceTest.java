package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLISECOND = 1_000_000;

  private final Pace pace = new Pace();

  @Test
  void aLongTurnIsFollowedByNineTimesAsLongARest() {
    assertThat(pace.restAfter(20 * MILLISECOND, "7")).isEqualTo(180 * MILLISECOND);
  }

  @Test
  void aTurnThatTookNextToNothingIsFollowedByAMillisecond() {
    assertThat(pace.restAfter(10, "7")).isEqualTo(MILLISECOND);
  }

  @Test
  void restsDoubleWhileNothingHappensUpToAQuarterOfASecond() {
    for (long expected = 1; expected <= 256; expected *= 2) {
      assertThat(pace.restAfter(10, "7")).isEqualTo(expected * MILLISECOND);
    }
    assertThat(pace.restAfter(10, "7")).isEqualTo(256 * MILLISECOND);
  }

  @Test
  void theFirstTaskThatIsDoneEndsTheLongRests() {
    for (int turn = 0; turn < 10; turn++) {
      pace.restAfter(10, "7");
    }
    assertThat(pace.restAfter(10, "6")).isEqualTo(MILLISECOND);
  }

  @Test
  void noRestIsLongerThanHalfASecond() {
    assertThat(pace.restAfter(3_000 * MILLISECOND, "7")).isEqualTo(500 * MILLISECOND);
  }
}
