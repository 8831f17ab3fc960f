package anyware.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges are read as strictly as clouds do. */
final class CidrBlockTest {
  private static CidrBlock range(String text) {
    return CidrBlock.of(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0/8",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "256.0.0.0/8",
        "a/8",
        "::/129",
        "localhost/8",
        "01.0.0.0/8",
        "::ffff:1.2.3.4/128/1",
        "",
        "/",
        "1::2::3/64"
      })
  void otherTextIsNoRange(String text) {
    assertThat(CidrBlock.of(text)).isEmpty();
  }

  @Test
  void exactRangesHaveNoHostBits() {
    assertThat(CidrBlock.isExactV4("10.0.0.0/8")).isTrue();
    assertThat(CidrBlock.isExactV4("10.0.0.1/8")).isFalse();
    assertThat(CidrBlock.isExactV4("2001:db8::/32")).isFalse();
    assertThat(CidrBlock.isExactV6("2001:db8::/32")).isTrue();
    assertThat(CidrBlock.isExactV6("2001:db8::1/32")).isFalse();
    assertThat(CidrBlock.isExactV6("::/0")).isTrue();
  }

  @Test
  void containmentAndOverlap() {
    assertThat(range("10.0.0.0/8").contains(range("10.9.0.0/16"))).isTrue();
    assertThat(range("10.9.0.0/16").contains(range("10.0.0.0/8"))).isFalse();
    assertThat(range("10.9.0.0/16").overlaps(range("10.0.0.0/8"))).isTrue();
    assertThat(range("10.9.0.0/16").overlaps(range("10.8.0.0/16"))).isFalse();
    assertThat(range("0.0.0.0/0").overlaps(range("::/0"))).isFalse();
  }

  @Test
  void addressesAreCountedFromTheBase() {
    assertThat(range("10.0.255.0/24").address(4)).isEqualTo("10.0.255.4");
    assertThat(range("255.255.255.0/24").address(255)).isEqualTo("255.255.255.255");
    assertThat(range("2001:db8::/64").address(1)).isEqualTo("2001:db8:0:0:0:0:0:1");
  }
}
