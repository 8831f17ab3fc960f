package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The provider makes and changes the rules of a policy one by one, in no order, and then removes
 * those whose priority is not asked for any more. On its way nobody gets in whom neither the old
 * nor the new settings let in, and nobody is kept out whom both do.
 */
class ArmorUpdateTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int UPDATES = 40;
  private static final int CANDIDATES = 60;

  private final Random random = new Random(SEED);

  private static Cidr candidate(int number) {
    return Cidr.of("198.18.%d.0/24".formatted(number));
  }

  private ApplicationBalancer balancer() {
    List<Cidr> clients =
        new ArrayList<>(IntStream.range(0, CANDIDATES).mapToObj(i -> candidate(2 * i)).toList());
    Collections.shuffle(clients, random);
    List<Cidr> some = clients.subList(0, 1 + random.nextInt(CANDIDATES));
    Settings settings =
        Fixtures.minimal(Fixtures.DISTINCT_PEERS.with(Peer.CLIENTS, AddressSet.of(some)));
    return Plans.of(settings, Shapes.of("created-layer7")).application().orElseThrow();
  }

  private static Map<Integer, ArmorRule> byPriority(ApplicationBalancer balancer) {
    Map<Integer, ArmorRule> rules = new TreeMap<>();
    balancer.rules().forEach(rule -> rules.put(rule.priority(), rule));
    return rules;
  }

  private static List<Boolean> open(ApplicationBalancer balancer, Map<Integer, ArmorRule> rules) {
    ApplicationBalancer between =
        new ApplicationBalancer(
            balancer.name(),
            balancer.kind(),
            balancer.port(),
            balancer.healthPath(),
            balancer.targets(),
            List.copyOf(rules.values()),
            Set.of(),
            balancer.families(),
            List.of());
    Firewall firewall = new EdgeFirewall(Evaluator.of(Plans.minimal()), between);
    Firewall.Judge judge = firewall.judge(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP, 443);
    return IntStream.range(0, 2 * CANDIDATES)
        .mapToObj(i -> judge.outcome(Host.outside(candidate(i).first())) == Outcome.OPEN)
        .toList();
  }

  @Test
  void anUpdateNeitherCutsNorOpens() {
    System.out.println("Cloud Armor updates: -Dseed=" + SEED);
    for (int update = 0; update < UPDATES; update++) {
      ApplicationBalancer from = balancer();
      ApplicationBalancer to = balancer();
      Map<Integer, ArmorRule> rules = byPriority(from);
      Map<Integer, ArmorRule> asked = byPriority(to);
      List<Boolean> before = open(from, rules);
      List<Boolean> after = open(to, asked);
      assertThat(before).contains(true, false);
      List<Integer> wanted = new ArrayList<>(asked.keySet());
      Collections.shuffle(wanted, random);
      List<Integer> unwanted = new ArrayList<>(rules.keySet());
      unwanted.removeAll(wanted);
      for (int priority : Stream.concat(wanted.stream(), unwanted.stream()).toList()) {
        Optional.ofNullable(asked.get(priority))
            .ifPresentOrElse(rule -> rules.put(priority, rule), () -> rules.remove(priority));
        List<Boolean> now = open(to, rules);
        for (int i = 0; i < now.size(); i++) {
          assertThat(now.get(i))
              .as("%s, seed %d", candidate(i), SEED)
              .isIn(before.get(i), after.get(i));
        }
      }
      assertThat(open(to, rules)).isEqualTo(after);
    }
  }

  @Test
  void aRuleTakesTenRangesAndWhoIsAllowedByOneIsByNoOther() {
    List<Cidr> clients = IntStream.range(0, 35).mapToObj(i -> candidate(2 * i)).toList();
    Settings settings =
        Fixtures.minimal(Fixtures.DISTINCT_PEERS.with(Peer.CLIENTS, AddressSet.of(clients)));
    List<ArmorRule> rules =
        Plans.of(settings, Shapes.of("created-layer7")).application().orElseThrow().rules();
    List<Cidr> allowed =
        rules.stream()
            .filter(rule -> rule.action() == Action.ALLOW)
            .flatMap(rule -> rule.sources().prefixes().stream())
            .toList();

    assertThat(rules).extracting(ArmorRule::priority).isSorted().doesNotHaveDuplicates();
    assertThat(rules)
        .filteredOn(rule -> rule.action() == Action.ALLOW)
        .allSatisfy(
            rule -> {
              assertThat(rule.sources().prefixes()).hasSizeBetween(1, 10);
              assertThat(rule.description()).hasSizeLessThanOrEqualTo(64).isNotEmpty();
            });
    assertThat(allowed).doesNotHaveDuplicates().containsAll(clients).hasSize(35 + 2);
    assertThat(rules.get(rules.size() - 1))
        .isEqualTo(
            new ArmorRule(
                2147483647, Action.DENY, ArmorRule.EVERYBODY, "nobody else uses the balancer"));
  }
}
