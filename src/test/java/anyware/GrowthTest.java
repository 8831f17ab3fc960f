package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.AuditedSite;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit asks more questions with more addresses, in a straight line. */
class GrowthTest {
  private static final int STEP = 20;

  /** What an audit asks of a firewall. */
  private static final class Counting implements Firewall {
    private final Firewall firewall;
    private long judges;
    private long prefixes;
    private long packets;
    private long words;

    Counting(Firewall firewall) {
      this.firewall = firewall;
    }

    @Override
    public Set<IpProtocol> protocols() {
      return firewall.protocols();
    }

    @Override
    public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
      return firewall.portBoundaries(role, direction, protocol);
    }

    @Override
    public boolean isBeyondRules(Direction direction, IpAddress other) {
      return firewall.isBeyondRules(direction, other);
    }

    @Override
    public boolean isForAnybody(Role role, Direction direction, IpProtocol protocol, int port) {
      return firewall.isForAnybody(role, direction, protocol, port);
    }

    @Override
    public Optional<Outcome> platformDefault(Role role, Direction direction, Host other) {
      return firewall.platformDefault(role, direction, other);
    }

    @Override
    public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
      judges++;
      Judge judge = firewall.judge(role, direction, protocol, port);
      return new Judge() {
        @Override
        public Collection<Cidr> prefixes() {
          Collection<Cidr> found = judge.prefixes();
          prefixes += found.size();
          return found;
        }

        @Override
        public Outcome outcome(Host other) {
          packets++;
          return judge.outcome(other);
        }

        @Override
        public String rule(Host other) {
          return judge.rule(other);
        }

        @Override
        public Verdict verdict(Host other) {
          words++;
          return judge.verdict(other);
        }
      };
    }
  }

  private record Count(long judges, long prefixes, long packets) {
    Count minus(Count other) {
      return new Count(judges - other.judges, prefixes - other.prefixes, packets - other.packets);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void questionsGrowInAStraightLineWithAddresses(int site) {
    List<Count> counts =
        IntStream.rangeClosed(1, 4).mapToObj(step -> count(site, step * STEP)).toList();
    Count increase = counts.get(1).minus(counts.get(0));

    assertThat(increase.judges()).isZero();
    // Each address is in a prefix of its own, with a gap before the next one.
    assertThat(increase.packets()).isGreaterThan(2 * STEP);
    assertThat(counts.get(2).minus(counts.get(1))).isEqualTo(increase);
    assertThat(counts.get(3).minus(counts.get(2))).isEqualTo(increase);
  }

  /**
   * The words name the nearest of all rules: said about each address they would grow as a square.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void findingsAskForNoWords(int site) {
    AuditedSite wanted = audited(site, settings(STEP));
    Counting other =
        new Counting(audited(site, Fixtures.minimal(Fixtures.DEFAULT_PEERS)).firewall());
    AuditedSite wrong =
        AuditedSite.of(
            wanted.site(), wanted.network(), wanted.policy(), other, wanted.roleSubnets());

    assertThat(wrong.findings()).hasSizeGreaterThan(STEP);
    assertThat(wrong.disagreements()).isNotEmpty();
    assertThat(other.words).isZero();
  }

  private static AuditedSite audited(int site, Settings settings) {
    return StackPlan.of("test", settings).audited().get(site);
  }

  private static Count count(int site, int addresses) {
    AuditedSite planned = audited(site, settings(addresses));
    Counting counting = new Counting(planned.firewall());
    assertThat(
            AuditedSite.of(
                    planned.site(),
                    planned.network(),
                    planned.policy(),
                    counting,
                    planned.roleSubnets())
                .findings())
        .isEmpty();
    return new Count(counting.judges, counting.prefixes, counting.packets);
  }

  private static Settings settings(int addresses) {
    return Fixtures.settings(
        Peers.NONE
            .with(Peer.CLIENTS, peer(20, addresses))
            .with(Peer.ADMINISTRATORS, peer(21, addresses))
            .with(Peer.DOMAIN_CONTROLLERS, peer(22, addresses))
            .with(Peer.DNS, peer(23, addresses))
            .with(Peer.ANYWARE_MANAGER, peer(24, addresses))
            .with(Peer.CLOUD_LICENSE_SERVER, peer(25, addresses))
            .with(Peer.SUMO_LOGIC, peer(26, addresses))
            .with(Peer.OUTSIDE_WORKSTATIONS, peer(27, addresses)),
        Optional.of(new Radius(peer(28, addresses), 1812)),
        true,
        Optional.empty(),
        true);
  }

  private static AddressSet peer(int network, int addresses) {
    return AddressSet.of(
        IntStream.range(0, addresses)
            .mapToObj(i -> Cidr.of(network + ".0.0." + (2 * i + 1)))
            .toList());
  }
}
