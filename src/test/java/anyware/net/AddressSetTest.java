package anyware.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressSetTest {

  @Test
  void sortsAndLeavesOutWhatLiesInAnother() {
    assertThat(AddressSet.of("10.2.0.0/16", "10.0.0.0/8", "2001:db8::1", "10.0.0.0/8", "9.9.9.9"))
        .hasToString("9.9.9.9/32, 10.0.0.0/8, 2001:db8::1/128");
  }

  @Test
  void keepsNeighboursApart() {
    assertThat(AddressSet.of("10.0.0.0/9", "10.128.0.0/9").prefixes()).hasSize(2);
  }

  @Test
  void knowsWhenPiecesCoverAFamily() {
    assertThat(AddressSet.of("0.0.0.0/1", "128.0.0.0/1").coversAll(Family.IPV4)).isTrue();
    assertThat(AddressSet.of("0.0.0.0/1", "128.0.0.0/2").coversAll(Family.IPV4)).isFalse();
    assertThat(AddressSet.of("0.0.0.0/0").coversAll(Family.IPV6)).isFalse();
    assertThat(AddressSet.of("::/1", "8000::/1", "10.0.0.1").coversAll(Family.IPV6)).isTrue();
    assertThat(AddressSet.EMPTY.coversAll(Family.IPV4)).isFalse();
  }

  @Test
  void containsAgreesWithLookingAtEveryPrefix() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("AddressSetTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Cidr> cidrs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        IpAddress address = new IpAddress(Family.IPV4, 0, random.nextInt(1 << 12));
        int prefix = 20 + random.nextInt(13);
        cidrs.add(new Cidr(address.masked(prefix), prefix));
      }
      AddressSet set = AddressSet.of(cidrs);
      for (int i = 0; i < 50; i++) {
        IpAddress address = new IpAddress(Family.IPV4, 0, random.nextInt(1 << 12));
        assertThat(set.contains(address))
            .as("seed %d, %s in %s", seed, address, set)
            .isEqualTo(cidrs.stream().anyMatch(cidr -> cidr.contains(address)));
      }
    }
  }
}
