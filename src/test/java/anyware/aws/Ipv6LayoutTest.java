package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6LayoutTest {
  @ParameterizedTest
  @CsvSource({
    "2600:1f18:12:3400::/56, FIRST, 2600:1f18:12:3400::/64, 2600:1f18:12:3480::/64",
    "2600:1f18:12:3400::/56, SECOND, 2600:1f18:12:3401::/64, 2600:1f18:12:3481::/64",
    "2600:1f18:0:0::/56, FIRST, 2600:1f18::/64, 2600:1f18:0:80::/64",
    "2a05:d018:abcd:ff00::/56, SECOND, 2a05:d018:abcd:ff01::/64, 2a05:d018:abcd:ff81::/64",
  })
  void aZoneHasOneBlockInEachHalf(String block, Zone zone, String open, String closed) {
    assertThat(Ipv6Layout.publicSubnet(block, zone)).isEqualTo(open);
    assertThat(Ipv6Layout.privateSubnet(block, zone)).isEqualTo(closed);
  }

  @Test
  void noTwoBlocksShareAnAddressAndEachIsTheVpcs() {
    String vpc = "2001:db8:1234:5600::/56";
    List<Cidr> blocks = new ArrayList<>();
    for (Zone zone : Zone.values()) {
      blocks.add(Cidr.of(Ipv6Layout.publicSubnet(vpc, zone)));
      blocks.add(Cidr.of(Ipv6Layout.privateSubnet(vpc, zone)));
    }

    assertThat(blocks).doesNotHaveDuplicates().allMatch(Cidr.of(vpc)::contains);
    assertThat(blocks).extracting(Cidr::prefix).containsOnly(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "10.0.0.0/16", "2001:db8::/48", "2001:db8::/64", "2001:db8::"})
  void whatAmazonDoesNotGiveIsNotDivided(String block) {
    assertThatThrownBy(() -> Ipv6Layout.publicSubnet(block, Zone.FIRST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("block is " + block);
  }
}
