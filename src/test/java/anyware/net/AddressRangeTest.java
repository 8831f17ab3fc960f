package anyware.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
  private static AddressRange range(String first, String last) {
    return new AddressRange(Cidr.of(first).first(), Cidr.of(last).first());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, 10.0.0.255, 10.0.0.0/24",
    "10.0.0.7, 10.0.0.7, 10.0.0.7",
    "0.0.0.0, 255.255.255.255, 0.0.0.0/0",
    "10.0.0.1, 10.0.0.2, 10.0.0.1-10.0.0.2",
    "'::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '::/0'",
    "'2001:db8::', '2001:db8::ffff', '2001:db8::/112'"
  })
  void isWrittenAsShortAsItCanBe(String first, String last, String text) {
    assertThat(range(first, last)).hasToString(text);
  }

  @Test
  void prefixesAreTheRangeInPieces() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("AddressRangeTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      long one = random.nextInt() & 0xffff_ffffL;
      long other = random.nextInt() & 0xffff_ffffL;
      AddressRange range =
          new AddressRange(
              new IpAddress(Family.IPV4, 0, Math.min(one, other)),
              new IpAddress(Family.IPV4, 0, Math.max(one, other)));
      IpAddress expected = range.first();
      for (Cidr prefix : range.prefixes()) {
        assertThat(prefix.first()).as("seed %s, run %s", seed, run).isEqualTo(expected);
        expected = prefix.last().next();
      }
      assertThat(expected).isEqualTo(range.last().next());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, 10.0.0.9, 10.0.0.10, true",
    "10.0.0.0, 10.0.0.9, 10.0.0.5, true",
    "10.0.0.0, 10.0.0.9, 10.0.0.11, false",
    "255.255.255.0, 255.255.255.255, '::', false"
  })
  void reachesWhatTouchesIt(String first, String last, String next, boolean reaches) {
    assertThat(range(first, last).reaches(range(next, next))).isEqualTo(reaches);
  }

  @Test
  void endsAreInOrderAndOfOneFamily() {
    assertThatIllegalArgumentException().isThrownBy(() -> range("10.0.0.2", "10.0.0.1"));
    assertThatIllegalArgumentException().isThrownBy(() -> range("10.0.0.2", "::"));
  }
}
