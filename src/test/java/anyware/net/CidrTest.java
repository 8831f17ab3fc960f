package anyware.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.0.0/16, 10.20.255.255",
    "192.0.2.7, 192.0.2.7/32, 192.0.2.7",
    "0.0.0.0/0, 0.0.0.0/0, 255.255.255.255",
    "::/0, ::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:DB8:0:0::1, 2001:db8::1/128, 2001:db8::1",
    "2001:db8:0:1::/64, 2001:db8:0:1::/64, 2001:db8:0:1:ffff:ffff:ffff:ffff",
    "2001:db8::8000:0:0:0/65, 2001:db8:0:0:8000::/65, 2001:db8::ffff:ffff:ffff:ffff",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3/128, 1:0:0:2::3",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7/128, 1:0:2:3:4:5:6:7",
  })
  void readsAndWritesCanonically(String text, String canonical, String last) throws Exception {
    Cidr cidr = Cidr.parse(text);

    assertThat(cidr).hasToString(canonical);
    assertThat(cidr.last()).hasToString(last);
    assertThat(Cidr.parse(canonical)).isEqualTo(cidr);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.20.0.1/16      | did you mean 10.20.0.0/16?
          10.20.0.0/33      | 0 to 32
          10.20.0.0/-1      | 0 to 32
          10.20.0.0/08      | 0 to 32
          10.20.0           | an IPv4 or IPv6 address
          10.20.0.256       | 0 to 255
          010.20.0.0/16     | an IPv4 or IPv6 address
          2001:db8::1/64    | did you mean 2001:db8::/64?
          2001:db8::/129    | 0 to 128
          2001:db8:::/48    | an IPv4 or IPv6 address
          ::ffff:192.0.2.1  | dotted notation
          fe80::1%eth0      | an IPv4 or IPv6 address
          example.com       | an IPv4 or IPv6 address
          ''                | an IPv4 or IPv6 address
          """)
  void refusesWithTheFix(String text, String message) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.1.0.0/16, 10.0.0.0/8, true",
    "10.0.0.0/16, 10.1.0.0/16, false",
    "0.0.0.0/0, ::/0, false",
    "2001:db8::/32, 2001:db8:1::/48, true",
  })
  void knowsOverlap(String one, String other, boolean overlaps) {
    assertThat(Cidr.of(one).overlaps(Cidr.of(other))).isEqualTo(overlaps);
  }

  @Test
  void dividesIntoEqualParts() {
    Cidr network = Cidr.of("10.20.0.0/16");

    assertThat(network.part(1, 1)).isEqualTo(Cidr.of("10.20.128.0/17"));
    assertThat(network.part(3, 2)).isEqualTo(Cidr.of("10.20.64.0/19"));
    assertThat(Cidr.of("2001:db8::/32").part(16, 65535)).isEqualTo(Cidr.of("2001:db8:ffff::/48"));
    assertThatThrownBy(() -> network.part(1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
