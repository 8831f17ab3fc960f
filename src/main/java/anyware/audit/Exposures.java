package anyware.audit;

import anyware.audit.Exposure.Caller;
import anyware.audit.FirewallComparison.Decision;
import anyware.audit.FirewallComparison.Side;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressRange;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.PortRange;
import anyware.net.PortText;
import anyware.policy.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the exposure of one role's machines, from a representative of every class of packets. */
final class Exposures {
  private final AuditedSite audited;
  private final Role role;
  private final Map<TrafficClass, List<AddressRange>> inbound = new LinkedHashMap<>();
  private final Map<TrafficClass, List<AddressRange>> outbound = new LinkedHashMap<>();
  private final Map<TrafficClass, List<AddressRange>> beside = new LinkedHashMap<>();
  private final Map<String, Set<TrafficClass>> assumed = new LinkedHashMap<>();
  private final AddressSet probes;

  Exposures(AuditedSite audited, Role role) {
    this.audited = audited;
    this.role = role;
    this.probes = KnownAddresses.probes(audited.policy());
  }

  Exposure exposure() {
    walk(role);
    passThrough();
    Set<TrafficClass> anyone = new LinkedHashSet<>();
    Map<KnownAddresses, List<TrafficClass>> known = new LinkedHashMap<>();
    Map<String, List<TrafficClass>> unknown = new LinkedHashMap<>();
    List<KnownAddresses> peers = KnownAddresses.inbound(audited.policy());
    inbound.forEach(
        (traffic, ranges) -> {
          List<AddressRange> rest = new ArrayList<>();
          for (Family family : Family.values()) {
            List<AddressRange> own = of(family, ranges);
            if (isInternet(own)) {
              anyone.add(traffic);
            } else {
              rest.addAll(own);
            }
          }
          AddressSet left = set(rest);
          for (KnownAddresses peer :
              in(set(rest), set(beside.getOrDefault(traffic, List.of())), peers)) {
            known.computeIfAbsent(peer, key -> new ArrayList<>()).add(traffic);
            left = left.without(peer.addresses());
          }
          if (!left.isEmpty()) {
            unknown
                .computeIfAbsent(KnownAddresses.text(left), key -> new ArrayList<>())
                .add(traffic);
          }
        });
    List<Caller> administrators = new ArrayList<>();
    List<Caller> named = new ArrayList<>();
    known.forEach(
        (peer, traffic) ->
            (peer.administrators() ? administrators : named)
                .add(new Caller(peer.toString(), true, text(traffic))));
    unknown.forEach((who, traffic) -> named.add(new Caller(who, false, text(traffic))));
    assumed.forEach((who, traffic) -> named.add(new Caller(who, false, text(traffic))));
    return new Exposure(
        audited.site(), role, text(anyone), named, administrators, text(anywhere()));
  }

  /**
   * A balancer without a firewall of its own hands on whatever comes, with the caller's address:
   * who gets through is decided behind it. Health probes come from beside it.
   */
  private void passThrough() {
    boolean filters =
        audited.policy().defaultDenies().stream()
            .anyMatch(deny -> deny.role() == role && deny.direction() == Direction.INBOUND);
    if (role != Role.BALANCER || filters || !keepsCallers()) {
      return;
    }
    Exposures behind = new Exposures(audited, Role.CONNECTOR);
    behind.walk(Role.CONNECTOR);
    Map<TrafficClass, List<AddressRange>> through = new LinkedHashMap<>();
    inbound
        .keySet()
        .forEach(
            traffic ->
                behind.inbound.forEach(
                    (other, ranges) -> {
                      if (traffic.contains(other)) {
                        through.put(other, ranges(set(ranges).without(probes)));
                      }
                    }));
    inbound.clear();
    inbound.putAll(through);
  }

  /** Whether whoever may reach the balancer may reach the connector behind it with its address. */
  private boolean keepsCallers() {
    List<Flow> flows = audited.policy().flows();
    return flows.stream()
        .filter(flow -> flow.at(Role.BALANCER, Direction.INBOUND))
        .allMatch(
            flow ->
                flows.stream()
                    .filter(behind -> behind.at(Role.CONNECTOR, Direction.INBOUND))
                    .anyMatch(
                        behind ->
                            behind.from().equals(flow.from())
                                && behind.service().equals(flow.service())));
  }

  private static List<AddressRange> ranges(AddressSet set) {
    return set.prefixes().stream().map(AddressRange::of).toList();
  }

  private void walk(Role at) {
    Side side = new Side(audited.firewall(), audited.roleSubnets());
    new FirewallComparison(new Side(audited.wanted(), audited.roleSubnets()), side)
        .walk(
            at,
            (packets, wanted, decision) -> {
              if (!isOutside(packets) || isPlatforms(packets, wanted)) {
                if (packets.direction() == Direction.INBOUND) {
                  add(packets, beside);
                }
              } else if (decision.outcome() == Outcome.OPEN) {
                Map<TrafficClass, List<AddressRange>> opened =
                    packets.direction() == Direction.INBOUND ? inbound : outbound;
                decision
                    .assumed()
                    .ifPresentOrElse(who -> assume(packets, who), () -> add(packets, opened));
              }
            });
  }

  /** Those who have the addresses, as a whole where that is so, else the part of them. */
  private static List<KnownAddresses> in(
      AddressSet open, AddressSet beside, List<KnownAddresses> peers) {
    List<KnownAddresses> in = new ArrayList<>();
    AddressSet left = open;
    for (KnownAddresses peer : peers) {
      if (peer.isIn(open, beside)) {
        in.add(peer);
        left = left.without(peer.addresses());
      }
    }
    for (KnownAddresses peer : peers) {
      KnownAddresses part = peer.in(left);
      if (!in.contains(peer) && !part.addresses().isEmpty()) {
        in.add(part);
        left = left.without(peer.addresses());
      }
    }
    return in;
  }

  private List<TrafficClass> anywhere() {
    List<TrafficClass> anywhere = new ArrayList<>();
    outbound.forEach(
        (traffic, ranges) -> {
          if (isInternet(ranges)) {
            anywhere.add(traffic);
          }
        });
    return anywhere;
  }

  private static boolean isInternet(List<AddressRange> ranges) {
    return OtherEnd.at(ranges, List.of()).isInternet();
  }

  private static void add(PacketClass packets, Map<TrafficClass, List<AddressRange>> to) {
    to.computeIfAbsent(packets.traffic(), key -> new ArrayList<>()).add(packets.addresses());
  }

  private void assume(PacketClass packets, String who) {
    if (packets.direction() == Direction.INBOUND) {
      assumed.computeIfAbsent(who, key -> new LinkedHashSet<>()).add(packets.traffic());
    }
  }

  /** Whether they are the platform's own health probes, which it lets in wherever nobody minds. */
  private boolean isPlatforms(PacketClass packets, Decision wanted) {
    return packets.direction() == Direction.INBOUND
        && wanted.outcome() == Outcome.PLATFORM_DEFAULT
        && probes.contains(packets.addresses().first());
  }

  /** Whether the other end is no machine of the site, and there are such packets. */
  private boolean isOutside(PacketClass packets) {
    Firewall firewall = audited.firewall();
    IpAddress other = packets.addresses().first();
    return packets.other().isEmpty()
        && audited.network().stream().noneMatch(own -> own.contains(other))
        && firewall.hosts().overlaps(packets.addresses())
        && firewall.families(packets.at()).contains(other.family())
        && !firewall.isBeyondRules(packets.direction(), other);
  }

  private static List<AddressRange> of(Family family, List<AddressRange> ranges) {
    return ranges.stream().filter(range -> range.first().family() == family).toList();
  }

  private static AddressSet set(List<AddressRange> ranges) {
    return AddressSet.of(ranges.stream().flatMap(range -> range.prefixes().stream()).toList());
  }

  private static String text(Collection<TrafficClass> traffic) {
    Map<ProtocolClass, List<PortRange>> ports = new LinkedHashMap<>();
    traffic.forEach(
        part -> ports.computeIfAbsent(part.protocol(), key -> new ArrayList<>()).add(part.ports()));
    List<ProtocolClass> whole = new ArrayList<>();
    List<PortText.Ports> joined = new ArrayList<>();
    ports.forEach(
        (protocol, ranges) -> {
          List<PortRange> few = PortText.joined(ranges);
          if (few.equals(List.of(PortRange.ALL))) {
            whole.add(protocol);
          }
          few.forEach(range -> joined.add(new PortText.Ports(protocol.toString(), range)));
        });
    return ProtocolClass.isEverything(whole)
        ? TrafficClass.EVERYTHING.toString()
        : PortText.of(joined);
  }
}
