package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.StackPlan;
import anyware.audit.Exposure.Caller;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.firewall.Firewall;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.firewall.WrappedFirewall;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.PublicSpace;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the exposure tells of plans as they are, and of rules that nobody planned. */
class ExposureTest {
  private static AuditedSite site(Settings settings, String name) {
    return StackPlan.of("team", settings).audited().stream()
        .filter(audited -> audited.site().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static AuditedSite site(String options, String name) {
    return site(Objects.requireNonNull(Fixtures.optionSets().get(options)), name);
  }

  private static Exposure of(AuditedSite audited, Role role) {
    return Exposure.of(audited).stream()
        .filter(exposure -> exposure.role() == role)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> cells(String options, String site) {
    return Exposure.of(site(options, site)).stream()
        .map(exposure -> String.join(" | ", exposure.cells()))
        .toList();
  }

  @Test
  void usersAnywhereReachConnectorAndBalancer() {
    assertThat(cells("default-peers", "virginia"))
        .containsExactly(
            "virginia | connector | 4172 tcp+udp | - | - | 443 tcp",
            "virginia | workstation | - | - | - | everything",
            "virginia | balancer | 443 tcp | - | - | -");
    assertThat(cells("default-peers", "dublin"))
        .containsExactly(
            "dublin | connector | 443 tcp, 4172 tcp+udp | - | - | 443 tcp",
            "dublin | workstation | - | - | - | everything",
            "dublin | balancer | 443 tcp | - | - | -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dublin", "iowa", "virginia"})
  void whereAllAreNamedNobodyElseReachesAnything(String site) {
    assertThat(Exposure.of(site("everything", site)))
        .isNotEmpty()
        .noneMatch(Exposure::isReachedByAnyone)
        .allSatisfy(
            exposure ->
                assertThat(exposure.named()).as(exposure.toString()).allMatch(Caller::known));
  }

  @Test
  void administratorsStandApartFromUsers() {
    Exposure connector = of(site("everything", "virginia"), Role.CONNECTOR);
    assertThat(connector.administrators())
        .extracting(Caller::toString)
        .containsExactlyInAnyOrder(
            "80, 443 tcp from administrators (203.0.113.0/28, 2001:db8:a::/64)",
            "22 tcp from ssh (203.0.113.16/28)");
    assertThat(connector.named())
        .extracting(Caller::toString)
        .containsExactly("4172 tcp+udp from clients (198.51.100.0/24, 2001:db8:c::/48)");
  }

  /** A balancer that filters nothing is as open as what is behind it, and no health probe's. */
  @ParameterizedTest
  @ValueSource(strings = {"dublin", "iowa"})
  void throughABalancerPassesWhatTheConnectorTakes(String site) {
    Exposure balancer = of(site("minimal", site), Role.BALANCER);
    assertThat(balancer.anyone()).isEmpty();
    assertThat(balancer.named())
        .extracting(Caller::toString)
        .containsExactly("443 tcp from clients (198.51.100.0/24, 2001:db8:c::/48)");
    AuditedSite wide = opened(site("minimal", site), Role.CONNECTOR, 443, Cidr.of("0.0.0.0/0"));
    assertThat(of(wide, Role.BALANCER).anyone()).isEqualTo("443 tcp");
  }

  /** A balancer of layer 7 ends connections, so who reaches it is not who reaches the connector. */
  @ParameterizedTest
  @ValueSource(strings = {"iowa", "virginia"})
  void onLayerSevenTheBalancerAloneIsReached(String name) {
    Settings settings = Objects.requireNonNull(Fixtures.optionSets().get("default-peers"));
    Settings layer7 =
        new Settings(
            settings.options(),
            settings.tags(),
            settings.quotas(),
            settings.documents(),
            settings.sites().stream()
                .filter(site -> site.name().equals(name))
                .map(site -> Layer7.site(site, Balancer.Scheme.PUBLIC))
                .toList(),
            List.of());
    assertThat(of(site(layer7, name), Role.BALANCER).anyone()).isEqualTo("443 tcp");
    assertThat(of(site(layer7, name), Role.CONNECTOR).anyone()).isEqualTo("4172 tcp+udp");
  }

  /** The platform itself reaches every machine by its own default, which nobody outside can use. */
  @ParameterizedTest
  @ValueSource(strings = {"dublin", "iowa", "virginia"})
  void thePlatformsOwnProbesAreNobodyOutside(String name) {
    Settings settings = Objects.requireNonNull(Fixtures.optionSets().get("minimal"));
    Settings bare =
        new Settings(
            settings.options(),
            settings.tags(),
            settings.quotas(),
            settings.documents(),
            settings.sites().stream().map(Fixtures::withoutBalancer).toList(),
            List.of());
    assertThat(of(site(bare, name), Role.WORKSTATION).named()).isEmpty();
  }

  /** A rule more, in front of the plan's. */
  private record Opened(
      Firewall inner, Role role, Direction direction, int port, Collection<Cidr> addresses)
      implements WrappedFirewall {
    @Override
    public Set<Integer> portBoundaries(Role at, Direction way, IpProtocol protocol) {
      Set<Integer> boundaries = new TreeSet<>(inner.portBoundaries(at, way, protocol));
      boundaries.addAll(List.of(port, port + 1));
      return boundaries;
    }

    @Override
    public Judge judge(Role at, Direction way, IpProtocol protocol, int number) {
      Judge judge = inner.judge(at, way, protocol, number);
      boolean is =
          at == role && way == direction && protocol.equals(IpProtocol.TCP) && number == port;
      return is ? new OpenedJudge(judge, addresses) : judge;
    }
  }

  private record OpenedJudge(Firewall.Judge inner, Collection<Cidr> addresses)
      implements Firewall.Judge {
    @Override
    public Collection<Cidr> prefixes() {
      List<Cidr> prefixes = new ArrayList<>(inner.prefixes());
      prefixes.addAll(addresses);
      return prefixes;
    }

    @Override
    public Outcome outcome(Host other) {
      return addresses.stream().anyMatch(prefix -> prefix.contains(other.address()))
          ? Outcome.OPEN
          : inner.outcome(other);
    }

    @Override
    public Verdict verdict(Host other) {
      return new Verdict(outcome(other), "opened", List.of("nobody planned it"));
    }
  }

  private static AuditedSite opened(AuditedSite audited, Role role, int port, Cidr... addresses) {
    return opened(audited, role, Direction.INBOUND, port, List.of(addresses));
  }

  private static AuditedSite opened(
      AuditedSite audited, Role role, Direction direction, int port, Collection<Cidr> addresses) {
    return AuditedSite.of(
        audited.site(),
        audited.network(),
        audited.policy(),
        new Opened(audited.firewall(), role, direction, port, addresses),
        audited.roleSubnets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dublin", "iowa", "virginia"})
  void aRuleThatNobodyPlannedShows(String site) {
    AuditedSite planned = site("minimal", site);
    for (Role role : List.of(Role.CONNECTOR, Role.WORKSTATION)) {
      Exposure wide = of(opened(planned, role, 3389, Cidr.of("0.0.0.0/0")), role);
      assertThat(wide.anyone()).isEqualTo("3389 tcp");
      Exposure ipv6 = of(opened(planned, role, 3389, Cidr.of("::/0")), role);
      assertThat(ipv6.anyone())
          .as("IPv6 alone, where machines can have it")
          .isEqualTo(planned.firewall().families(role).contains(Family.IPV6) ? "3389 tcp" : "");
      Exposure one = of(opened(planned, role, 3389, Cidr.of("192.0.2.9/32")), role);
      assertThat(one.anyone()).isEmpty();
      assertThat(one.named()).contains(new Caller("192.0.2.9/32", false, "3389 tcp"));
    }
  }

  @Test
  void everybodyInPiecesIsEverybody() {
    Cidr[] pieces = new Cidr[16];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = Cidr.of(8 * i + 32 + ".0.0.0/6");
    }
    AuditedSite wide = opened(site("minimal", "virginia"), Role.CONNECTOR, 3389, pieces);
    assertThat(of(wide, Role.CONNECTOR).anyone()).isEqualTo("3389 tcp");
  }

  @Test
  void partOfAPeerIsSaidToBePart() {
    AuditedSite planned = site("minimal", "virginia");
    AuditedSite half = opened(planned, Role.CONNECTOR, 3389, Cidr.of("198.51.100.0/25"));
    assertThat(of(half, Role.CONNECTOR).named())
        .contains(new Caller("part of clients (198.51.100.0/25)", true, "3389 tcp"));
  }

  /** Addresses of the site's own and of its health probes are nobody outside. */
  @Test
  void aPeerAroundTheSitesOwnNetworkIsWhole() {
    Settings settings =
        Fixtures.minimal(Fixtures.DISTINCT_PEERS.with(Peer.CLIENTS, AddressSet.of("10.0.0.0/8")));
    assertThat(of(site(settings, "virginia"), Role.CONNECTOR).named())
        .containsExactly(new Caller("clients (10.0.0.0/8)", true, "4172 tcp+udp"));
  }

  @Test
  void machinesThatReachAnywhereOnAnyPortShow() {
    AuditedSite limited = site("outbound-table", "virginia");
    assertThat(of(limited, Role.WORKSTATION).anywhere()).isEmpty();
    AuditedSite wide =
        opened(limited, Role.WORKSTATION, Direction.OUTBOUND, 6667, List.of(Cidr.of("0.0.0.0/1")));
    assertThat(of(wide, Role.WORKSTATION).anywhere()).isEqualTo("6667 tcp");
  }

  /** Random rules: each is told, under anyone exactly when it is an eighth of the internet. */
  @Test
  void noRandomRuleGetsLost() {
    long seed = 20260705;
    Random random = new Random(seed);
    AuditedSite planned = site("minimal", "iowa");
    for (int round = 0; round < 200; round++) {
      int bits = random.nextInt(33);
      long address = (random.nextInt() & 0xffffffffL) >>> (32 - bits) << (32 - bits);
      if (bits == 0) {
        address = 0;
      }
      Cidr prefix =
          Cidr.of(
              "%d.%d.%d.%d/%d"
                  .formatted(
                      address >> 24 & 255,
                      address >> 16 & 255,
                      address >> 8 & 255,
                      address & 255,
                      bits));
      int port = 10000 + random.nextInt(10000);
      Exposure exposure = of(opened(planned, Role.WORKSTATION, port, prefix), Role.WORKSTATION);
      boolean anyone = PublicSpace.share(new AddressSet(List.of(prefix)), Family.IPV4) >= 0.125;
      assertThat(exposure.anyone())
          .as("seed %d, round %d: %s", seed, round, prefix)
          .isEqualTo(anyone ? port + " tcp" : "");
      boolean unicast = address >> 24 > 0 && address >> 24 < 224 && address >> 24 != 127;
      if (!anyone && unicast) {
        assertThat(exposure.named())
            .as("seed %d, round %d: %s", seed, round, prefix)
            .anyMatch(caller -> caller.traffic().equals(port + " tcp"));
      }
    }
  }
}
