package anyware.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSpaceTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, IPV4, 1",
    "::/0, IPV6, 1",
    "0.0.0.0/0, IPV6, 0",
    "10.0.0.0/8, IPV4, 0",
    "10.0.0.0/7, IPV4, 0.0045",
    "8.0.0.0/8, IPV4, 0.0045",
    "224.0.0.0/4, IPV4, 0",
    "fc00::/7, IPV6, 0",
    "2000::/4, IPV6, 0.5",
    "::/2, IPV6, 1"
  })
  void countsWhatTheInternetCanHave(String prefix, Family family, double share) {
    assertThat(PublicSpace.share(AddressSet.of(prefix), family)).isCloseTo(share, within(0.0001));
  }

  @Test
  void piecesAddUp() {
    AddressSet pieces = AddressSet.of("0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3");

    assertThat(PublicSpace.share(pieces, Family.IPV4)).isCloseTo(1, within(1e-9));
  }
}
