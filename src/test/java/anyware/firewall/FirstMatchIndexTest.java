package anyware.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.firewall.ResolvedEnd.Guess;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.MalformedException;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first rule that means a machine is the one that looking through all of them finds. */
class FirstMatchIndexTest {
  private static final long SEED = Long.getLong("seed", 20260701L);

  private final Random random = new Random(SEED);

  private AddressSet addresses() {
    List<Cidr> prefixes = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      int length = 8 + random.nextInt(17);
      String text =
          random.nextInt(4) == 0
              ? "2001:db8:%x::/%d".formatted(random.nextInt(16) << 12, 36)
              : "10.%d.%d.0/%d".formatted(random.nextInt(4), random.nextInt(4), length);
      try {
        prefixes.add(Cidr.around(text));
      } catch (MalformedException e) {
        throw new AssertionError(text, e);
      }
    }
    return random.nextInt(20) == 0 ? AddressSet.of("0.0.0.0/0", "::/0") : AddressSet.of(prefixes);
  }

  private ResolvedRule rule(int number) {
    Set<Role> roles = random.nextInt(3) == 0 ? Set.of(Role.CONNECTOR) : Set.of();
    ResolvedEnd end =
        ResolvedEnd.of(roles, addresses(), addresses(), "end")
            .perhaps(new Guess("somebody", addresses(), random.nextBoolean()))
            .in(random.nextInt(4) == 0 ? Set.of(Family.IPV4) : Set.of(Family.values()));
    return new ResolvedRule(
        "r" + number, "", number, Outcome.OPEN, List.of(Traffic.ANY), end, false);
  }

  @Test
  void itFindsWhatLookingThroughThemFinds() {
    for (int round = 0; round < 200; round++) {
      List<ResolvedRule> rules = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        rules.add(rule(i));
      }
      FirstMatchIndex index = new FirstMatchIndex(rules);
      List<Cidr> edges = new ArrayList<>(List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0")));
      rules.forEach(rule -> edges.addAll(rule.other().prefixes()));
      for (Cidr edge : edges) {
        for (Optional<Role> role :
            List.of(
                Optional.<Role>empty(), Optional.of(Role.CONNECTOR), Optional.of(Role.BALANCER))) {
          for (Host host : List.of(new Host(role, edge.first()), new Host(role, edge.last()))) {
            assertThat(Optional.ofNullable(index.first(host)))
                .as("seed %d, %s", SEED, host)
                .isEqualTo(rules.stream().filter(rule -> rule.other().includes(host)).findFirst());
          }
        }
      }
    }
  }
}
