package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TakenNetworksTest {
  private static final long SEED = 20_261_124;

  /** What it must agree with: every network compared with every one before it. */
  @Test
  void overlapsAreThoseOfEveryPair() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      TakenNetworks territory = new TakenNetworks();
      List<Cidr> before = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Cidr network = network(random);
        assertThat(territory.overlaps(network))
            .as("seed %d: %s among %s", SEED, network, before)
            .isEqualTo(before.stream().anyMatch(network::overlaps));
        territory.add(network);
        before.add(network);
      }
    }
  }

  private static Cidr network(Random random) {
    boolean wide = random.nextInt(10) == 0;
    String start = random.nextInt(5) == 0 ? "fd00::/8" : "10.0.0.0/8";
    return Cidr.of(start).part(wide ? 2 : 8, random.nextInt(wide ? 4 : 256)).part(1, 0);
  }
}
