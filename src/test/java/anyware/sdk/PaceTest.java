package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLISECOND = 1_000_000;

  private final Pace pace = new Pace();

  private long now = 1_000_000 * MILLISECOND;

  @Test
  void theFirstTurnCountsAsNoneForItsBeginningIsNotKnown() {
    assertThat(pace.restAt(now, "7")).isEqualTo(MILLISECOND);
  }

  @Test
  void aLongTurnIsFollowedByNineTimesAsLongARest() {
    rest(0, "7");
    assertThat(rest(20 * MILLISECOND, "6")).isEqualTo(180 * MILLISECOND);
  }

  @Test
  void aTurnThatTookNextToNothingIsFollowedByAMillisecond() {
    rest(0, "7");
    assertThat(rest(10, "6")).isEqualTo(MILLISECOND);
  }

  @Test
  void restsDoubleWhileNothingHappensUpToAQuarterOfASecond() {
    for (long expected = 1; expected <= 256; expected *= 2) {
      assertThat(rest(10, "7")).isEqualTo(expected * MILLISECOND);
    }
    assertThat(rest(10, "7")).isEqualTo(256 * MILLISECOND);
  }

  @Test
  void theFirstTaskThatIsDoneEndsTheLongRests() {
    for (int turn = 0; turn < 10; turn++) {
      rest(10, "7");
    }
    assertThat(rest(10, "6")).isEqualTo(MILLISECOND);
  }

  @Test
  void noRestIsLongerThanHalfASecond() {
    rest(0, "7");
    assertThat(rest(3_000 * MILLISECOND, "6")).isEqualTo(500 * MILLISECOND);
  }

  @Test
  void aRestThatEndsEarlyIsNoPartOfTheNextTurn() {
    pace.restAt(now, "7");
    pace.resumedAt(now + 100 * MILLISECOND);
    assertThat(pace.restAt(now + 101 * MILLISECOND, "6")).isEqualTo(9 * MILLISECOND);
  }

  /** A turn that takes so long, and the rest after it, taken to its end. */
  private long rest(long turn, String tasks) {
    now += turn;
    long rest = pace.restAt(now, tasks);
    now += rest;
    pace.resumedAt(now);
    return rest;
  }
}
