package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.FirewallComparison.Side;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.FixedJudge;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.plan.RoleSubnets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Protocols are told apart wherever a rule of either side does so; -Dseed=N repeats a failure. */
class ProtocolClassTest {
  private static final int RUNS = 200;
  private static final AddressRange ANYONE = AddressRange.of(Cidr.of("0.0.0.0/0"));
  private static final List<IpProtocol> ALL =
      IntStream.range(0, 256).mapToObj(IpProtocol::new).toList();

  /** The first rule that names a packet's protocol decides; the last one names every protocol. */
  private record FirstMatch(List<Rule> rules) implements Firewall {
    private record Rule(Optional<Set<IpProtocol>> protocols, Outcome outcome) {}

    static FirstMatch random(Random random) {
      List<Rule> rules = new ArrayList<>();
      for (int count = random.nextInt(6); count > 0; count--) {
        // Mostly a few protocols, sometimes nearly all of them.
        int share = random.nextInt(10) == 0 ? 95 : random.nextInt(4);
        Set<IpProtocol> named =
            ALL.stream().filter(p -> random.nextInt(100) < share).collect(Collectors.toSet());
        rules.add(new Rule(Optional.of(named), outcome(random)));
      }
      rules.add(new Rule(Optional.empty(), outcome(random)));
      return new FirstMatch(rules);
    }

    private static Outcome outcome(Random random) {
      return random.nextBoolean() ? Outcome.OPEN : Outcome.CLOSED;
    }

    Outcome outcome(IpProtocol protocol) {
      return rules.stream()
          .filter(rule -> rule.protocols().map(named -> named.contains(protocol)).orElse(true))
          .findFirst()
          .map(Rule::outcome)
          .orElseThrow();
    }

    @Override
    public Set<IpProtocol> protocols() {
      return rules.stream()
          .flatMap(rule -> rule.protocols().stream().flatMap(Collection::stream))
          .collect(Collectors.toSet());
    }

    @Override
    public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
      return Set.of();
    }

    @Override
    public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
      return new FixedJudge(outcome(protocol), "a rule", "it says so");
    }
  }

  private record Pair(Outcome left, Outcome right) {}

  @Test
  void aComparisonFindsWhatBecomesOfEachOfAll256Protocols() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("ProtocolClassTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      FirstMatch left = FirstMatch.random(random);
      FirstMatch right = FirstMatch.random(random);
      Map<ProtocolClass, Pair> found = new HashMap<>();
      new FirewallComparison(new Side(left, RoleSubnets.NONE), new Side(right, RoleSubnets.NONE))
          .walk(
              Role.CONNECTOR,
              (packets, one, other) ->
                  found.put(
                      packets.traffic().protocol(), new Pair(one.outcome(), other.outcome())));

      String where = "seed %s, run %s".formatted(seed, run);
      assertThat(ProtocolClass.isEverything(found.keySet())).as(where).isTrue();
      for (IpProtocol protocol : ALL) {
        assertThat(found.get(classOf(protocol, found.keySet())))
            .as("%s: %s", where, protocol)
            .isEqualTo(new Pair(left.outcome(protocol), right.outcome(protocol)));
      }
    }
  }

  /** Its own class where there is one, else the class of all the others. */
  private static ProtocolClass classOf(IpProtocol protocol, Set<ProtocolClass> classes) {
    ProtocolClass own = new ProtocolClass(protocol, 1);
    return classes.contains(own)
        ? own
        : classes.stream().filter(c -> c.size() > 1).findFirst().orElseThrow();
  }

  @Test
  void theOthersAreThoseThatNobodyNamesAndComeLast() {
    List<ProtocolClass> classes =
        ProtocolClass.partition(List.of(new IpProtocol(0), new IpProtocol(253)));

    assertThat(classes)
        .extracting(ProtocolClass::toString)
        .containsExactly(
            "protocol 0",
            "icmp",
            "tcp",
            "udp",
            "esp",
            "ah",
            "icmpv6",
            "sctp",
            "protocol 253",
            "other protocols");
    assertThat(classes.get(9)).isEqualTo(new ProtocolClass(new IpProtocol(2), 247));
  }

  @Test
  void theOnlyOneThatNobodyNamesHasItsOwnName() {
    List<IpProtocol> named = ALL.stream().filter(protocol -> protocol.number() != 47).toList();

    assertThat(ProtocolClass.partition(named))
        .hasSize(256)
        .last()
        .hasToString("protocol 47")
        .isEqualTo(new ProtocolClass(new IpProtocol(47), 1));
  }

  @Test
  void whereAllAreNamedThereAreNoOthers() {
    assertThat(ProtocolClass.partition(ALL))
        .hasSize(256)
        .extracting(ProtocolClass::size)
        .containsOnly(1);
  }

  @Test
  void everythingIsSaidWhenEveryProtocolIsConcernedAndOnlyThen() {
    for (List<IpProtocol> named : List.of(List.<IpProtocol>of(), List.of(IpProtocol.ESP), ALL)) {
      List<ProtocolClass> classes = ProtocolClass.partition(named);
      assertThat(text(classes)).isEqualTo("everything from 0.0.0.0/0 to connector");
      for (ProtocolClass missing : classes) {
        assertThat(text(classes.stream().filter(c -> !c.equals(missing)).toList()))
            .doesNotContain("everything");
      }
    }
  }

  private static String text(List<ProtocolClass> classes) {
    List<PacketClass> packets =
        classes.stream()
            .map(
                protocol ->
                    new PacketClass(
                        Role.CONNECTOR,
                        Direction.INBOUND,
                        new TrafficClass(protocol, PortRange.ALL),
                        Optional.empty(),
                        ANYONE))
            .toList();
    return FlowGroups.of(
            packets, new SiteAddresses(RoleSubnets.NONE, (direction, address) -> false))
        .stream()
        .map(FlowGroup::toString)
        .collect(Collectors.joining("; "));
  }
}
