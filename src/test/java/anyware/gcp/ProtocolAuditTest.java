package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.audit.PacketClass;
import anyware.audit.ProtocolClass;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.policy.Policy;
import anyware.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No protocol hides behind another one; -Dseed=N repeats a failure. */
class ProtocolAuditTest {
  private static final int RUNS = 60;
  private static final String ROLES =
      """
      {"connector": {"network": "vdi", "tags": ["pcoip"], "subnets": ["10.1.0.0/24"]}}
      """;
  private static final IpAddress OUTSIDER = Cidr.of("203.0.113.200").first();

  /** Those with ports pass in part: the policy opens some of them to some. */
  private static final Set<IpProtocol> WITH_PORTS =
      Set.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.SCTP);

  private static String rule(String name, int priority, String action, List<String> protocols) {
    String traffic =
        protocols.stream()
            .map("{\"IPProtocol\": \"%s\"}"::formatted)
            .collect(Collectors.joining(", "));
    return """
    {"name": "%s", "network": "https://www.googleapis.com/compute/v1/projects/p/global/networks/vdi",
     "direction": "INGRESS", "priority": %d, "sourceRanges": ["0.0.0.0/0"], "disabled": false,
     "%s": [%s]}\
    """
        .formatted(name, priority, action, traffic);
  }

  private record Audited(Firewall firewall, List<Finding> findings) {
    static Audited of(String... rules) throws UnreadableFileException {
      NativeNetwork network = NativeReader.read("[" + String.join(",", rules) + "]", ROLES);
      Policy policy = Fixtures.policy(Plans.settings("minimal"), Plans.SITE);
      return new Audited(
          network.firewall(),
          Audit.of(policy, network.firewall(), network.roleSubnets(), Set.of(Role.CONNECTOR)));
    }

    /** The classes of protocols that are too open inwards for a stranger. */
    List<ProtocolClass> tooWide() {
      return findings.stream()
          .filter(finding -> finding.kind() == Finding.Kind.TOO_WIDE)
          .map(Finding::packets)
          .filter(packets -> packets.direction() == Direction.INBOUND)
          .filter(Audited::isOutsider)
          .map(packets -> packets.traffic().protocol())
          .filter(protocol -> !WITH_PORTS.contains(protocol.example()))
          .toList();
    }

    private static boolean isOutsider(PacketClass packets) {
      return packets.addresses().first().compareTo(OUTSIDER) <= 0
          && packets.addresses().last().compareTo(OUTSIDER) >= 0;
    }

    /** The same, each protocol asked about for itself. */
    Set<IpProtocol> open() {
      return IntStream.range(0, 256)
          .mapToObj(IpProtocol::new)
          .filter(protocol -> !WITH_PORTS.contains(protocol))
          .filter(
              protocol ->
                  firewall
                      .verdict(
                          new Packet(
                              Role.CONNECTOR,
                              Direction.INBOUND,
                              Host.outside(OUTSIDER),
                              protocol,
                              0))
                      .open())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void denyingWhateverIsUsuallyLookedAtHidesNothing() throws UnreadableFileException {
    Audited audited =
        Audited.of(
            rule("open", 2000, "allowed", List.of("all")),
            rule(
                "closed",
                1000,
                "denied",
                List.of("tcp", "udp", "icmp", "58", "esp", "ah", "sctp", "253")));

    assertThat(audited.open()).contains(new IpProtocol(47)).hasSize(248);
    assertThat(audited.tooWide())
        .singleElement()
        .hasToString("other protocols")
        .extracting(ProtocolClass::size)
        .isEqualTo(248);
  }

  @Test
  void everyProtocolThatIsOpenIsFound() throws UnreadableFileException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("gcp.ProtocolAuditTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      List<String> rules = new ArrayList<>();
      int share = random.nextInt(10) == 0 ? 90 : random.nextInt(3);
      for (int count = random.nextInt(6) + 1; count > 0; count--) {
        List<String> protocols =
            random.nextInt(3) == 0
                ? List.of("all")
                : IntStream.concat(
                        IntStream.of(random.nextInt(256)),
                        IntStream.range(0, 256).filter(p -> random.nextInt(100) <= share))
                    .distinct()
                    .mapToObj(String::valueOf)
                    .toList();
        String action = random.nextBoolean() ? "allowed" : "denied";
        rules.add(rule("rule-" + count, random.nextInt(5), action, protocols));
      }
      Audited audited = Audited.of(rules.toArray(String[]::new));
      Set<IpProtocol> open = audited.open();
      List<ProtocolClass> found = audited.tooWide();

      String where = "seed %s, run %s".formatted(seed, run);
      assertThat(found).as(where).doesNotHaveDuplicates();
      assertThat(found.stream().map(ProtocolClass::example)).as(where).isSubsetOf(open);
      assertThat(found.stream().mapToInt(ProtocolClass::size).sum())
          .as(where)
          .isEqualTo(open.size());
    }
  }
}
