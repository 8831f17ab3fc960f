package anyware.testing;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.plan.Place;
import anyware.plan.SitePlan;
import anyware.platform.CloudPlatform;
import anyware.policy.Policy;
import anyware.policy.PolicyFirewall;
import anyware.settings.Site;
import anyware.testing.UpdateParts.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An update of a site from one version to another, step by step as the engine takes them: what is
 * new or changed, each after what it depends on and otherwise in any order, and when all that is
 * done what is no longer wanted, each before what it depends on
 * (https://www.pulumi.com/docs/iac/concepts/resources/options/dependson/). A step is one call.
 *
 * <p>Each machine's own firewall is judged. What both versions let pass has to pass in every state
 * between, and what neither lets pass in none. Roles that only one of the versions has are left
 * out: where there is no such role, nothing is said about its machines.
 *
 * @param <P> the cloud's plans
 */
public final class Update<P extends SitePlan> {
  private final CloudPlatform<P> cloud;
  private final UpdateParts<P> parts;
  private final P target;
  private final Map<String, Part> before;
  private final Map<String, Part> after;
  private final Map<Set<String>, Firewall> states = new HashMap<>();
  private final List<Packet> open = new ArrayList<>();
  private final List<Packet> closed = new ArrayList<>();
  private final Set<String> found = new TreeSet<>();
  private int judged;

  /** An update between two versions of a site at the same place. */
  public Update(CloudPlatform<P> cloud, UpdateParts<P> parts, Site from, Site to) {
    this.cloud = cloud;
    this.parts = parts;
    Place place = Place.of("test", from.name(), new TreeMap<>());
    Policy old = Policy.of(from);
    Policy now = Policy.of(to);
    P source = cloud.plan(place, from, old);
    this.target = cloud.plan(place, to, now);
    this.before = parts.of(source);
    this.after = parts.of(target);
    classify(source, old, now);
  }

  /** How many intermediate states were judged. */
  public int judged() {
    return judged;
  }

  /** Sorts the packets on whose fate both versions agree. */
  private void classify(P source, Policy old, Policy now) {
    Firewall first = new PolicyFirewall(old);
    Firewall last = new PolicyFirewall(now);
    Firewall atFirst = cloud.firewall(source);
    Firewall atLast = cloud.firewall(target);
    for (Role role : Role.values()) {
      for (Direction direction : Direction.values()) {
        if (!old.has(role) || !now.has(role)) {
          continue;
        }
        for (IpProtocol protocol : Set.of(IpProtocol.TCP, IpProtocol.UDP)) {
          Set<Integer> ports = new TreeSet<>(first.portBoundaries(role, direction, protocol));
          ports.addAll(last.portBoundaries(role, direction, protocol));
          for (int port : ports) {
            int at = port;
            // Where one of the plans lets in whoever comes, since it has to let in somebody.
            boolean forAnybody =
                Stream.of(atFirst, atLast)
                    .anyMatch(firewall -> firewall.isForAnybody(role, direction, protocol, at));
            for (Host other : others(source, first, last, role, direction, protocol, port)) {
              Packet packet = new Packet(role, direction, other, protocol, port);
              boolean was = passes(first, packet, old) && passes(atFirst, packet);
              boolean is = passes(last, packet, now) && passes(atLast, packet);
              if (was && is) {
                open.add(packet);
              } else if (!forAnybody && isClosed(first, packet) && isClosed(last, packet)) {
                closed.add(packet);
              }
            }
          }
        }
      }
    }
  }

  private Set<Host> others(
      P source,
      Firewall first,
      Firewall last,
      Role role,
      Direction direction,
      IpProtocol protocol,
      int port) {
    List<Cidr> prefixes = new ArrayList<>();
    for (Firewall policy : List.of(first, last)) {
      prefixes.addAll(policy.judge(role, direction, protocol, port).prefixes());
    }
    Set<Host> others = new LinkedHashSet<>();
    others.add(Host.outside(Cidr.of("203.0.113.77").first()));
    for (Cidr prefix : prefixes) {
      others.add(Host.outside(prefix.first()));
      others.add(Host.outside(prefix.last()));
      if (prefix.prefix() > 0) {
        others.add(Host.outside(prefix.last().next()));
      }
    }
    List<Cidr> own = new ArrayList<>();
    for (P plan : List.of(source, target)) {
      for (Role member : Role.values()) {
        plan.roleSubnets()
            .of(member)
            .forEach(
                range -> {
                  own.add(range);
                  others.add(Host.member(member, inside(range)));
                });
      }
    }
    // Whoever is in a role's subnet has that role.
    others.removeIf(
        host ->
            (host.role().isEmpty()
                    && own.stream().anyMatch(range -> range.contains(host.address())))
                || cloud.firewall(target).isBeyondRules(direction, host.address()));
    return others;
  }

  private static IpAddress inside(Cidr range) {
    return range.first().next().next().next().next().next();
  }

  private static Outcome outcome(Firewall firewall, Packet packet) {
    return firewall
        .judge(packet.at(), packet.direction(), packet.protocol(), packet.port())
        .outcome(packet.other());
  }

  private static boolean passes(Firewall firewall, Packet packet, Policy policy) {
    Outcome outcome = outcome(firewall, packet);
    return outcome == Outcome.OPEN
        || (outcome == Outcome.PLATFORM_DEFAULT && policy.isOpen(packet.at(), packet.direction()));
  }

  /**
   * What is open by default counts outbound alone: inbound only ports are asked for that rules
   * open.
   */
  private static boolean passes(Firewall state, Packet packet) {
    Outcome outcome = outcome(state, packet);
    return outcome == Outcome.OPEN
        || (outcome == Outcome.PLATFORM_DEFAULT && packet.direction() == Direction.OUTBOUND);
  }

  private static boolean isClosed(Firewall firewall, Packet packet) {
    return outcome(firewall, packet) == Outcome.CLOSED;
  }

  /** Takes the steps in so many orders of chance, and judges every state. */
  public Update<P> inOrdersOfChance(Random random, int orders) {
    for (int order = 0; order < orders; order++) {
      Set<String> done = new LinkedHashSet<>();
      judge(done, open, closed);
      for (String step : order(random, changes(), after)) {
        done.add(step);
        judge(done, open, closed);
      }
      List<String> deletions = order(random, deletions(), before);
      Collections.reverse(deletions);
      for (String step : deletions) {
        done.add(step);
        judge(done, open, closed);
      }
    }
    return this;
  }

  /**
   * Judges for each packet the state that is worst for it: all that carries it in the old version
   * alone has gone as far as the engine lets it without more, nothing else that does in the new one
   * has come, and what closes is there.
   */
  public Update<P> atWorst() {
    Map<String, Firewall> old = alone(before);
    Map<String, Firewall> now = alone(after);
    for (Packet packet : open) {
      Set<String> carried = carriers(before, old, packet);
      Set<String> carrying = carriers(after, now, packet);
      Set<String> shrinking = new TreeSet<>(carried);
      shrinking.removeIf(part -> carrying.contains(part) || !changes().contains(part));
      Set<String> closing = new TreeSet<>(shrinking);
      changes().stream().filter(p -> part(after, p).denies()).forEach(closing::add);
      judge(closure(shrinking, after, changes()::contains), List.of(packet), List.of());
      judge(closure(closing, after, changes()::contains), List.of(packet), List.of());
      Set<String> deleted = new TreeSet<>(carried);
      deleted.retainAll(deletions());
      Set<String> done = new LinkedHashSet<>(changes());
      done.addAll(dependents(deleted));
      judge(done, List.of(packet), List.of());
    }
    return this;
  }

  /** What is cut or opened on the way, one line each; nothing where all is right. */
  public Set<String> findings() {
    return found;
  }

  private Set<String> changes() {
    Set<String> changes = new LinkedHashSet<>();
    after.forEach(
        (name, part) -> {
          if (!Optional.ofNullable(before.get(name))
              .map(Part::content)
              .equals(Optional.of(part.content()))) {
            changes.add(name);
          }
        });
    return changes;
  }

  private Set<String> deletions() {
    Set<String> deletions = new LinkedHashSet<>(before.keySet());
    deletions.removeAll(after.keySet());
    return deletions;
  }

  private static Part part(Map<String, Part> parts, String name) {
    return Optional.ofNullable(parts.get(name)).orElseThrow();
  }

  /** In an order of chance, each after what it depends on. */
  private static List<String> order(
      Random random, Collection<String> steps, Map<String, Part> parts) {
    List<String> left = new ArrayList<>(steps);
    Collections.shuffle(left, random);
    Set<String> ordered = new LinkedHashSet<>();
    left.forEach(step -> ordered.addAll(reversedClosure(step, parts, steps)));
    return new ArrayList<>(ordered);
  }

  private static List<String> reversedClosure(
      String step, Map<String, Part> parts, Collection<String> steps) {
    List<String> found = new ArrayList<>();
    for (String other : part(parts, step).after()) {
      found.addAll(reversedClosure(other, parts, steps));
    }
    found.add(step);
    found.removeIf(name -> !steps.contains(name));
    return found;
  }

  private static Set<String> closure(
      Set<String> steps, Map<String, Part> parts, Predicate<String> isStep) {
    Set<String> found = new TreeSet<>();
    for (String step : steps) {
      found.add(step);
      found.addAll(closure(part(parts, step).after(), parts, isStep));
    }
    found.removeIf(isStep.negate());
    return found;
  }

  /** What is deleted before all of these are. */
  private Set<String> dependents(Set<String> deleted) {
    Set<String> found = new TreeSet<>(deleted);
    boolean more = true;
    while (more) {
      more =
          deletions().stream()
              .filter(name -> part(before, name).after().stream().anyMatch(found::contains))
              .map(found::add)
              .reduce(false, Boolean::logicalOr);
    }
    return found;
  }

  /** Each part alone, with what it is nothing without. */
  private Map<String, Firewall> alone(Map<String, Part> version) {
    Map<String, Firewall> alone = new TreeMap<>();
    version.forEach(
        (name, part) -> {
          if (!part.denies()) {
            Map<String, Object> contents = new LinkedHashMap<>();
            contents.put(name, part.content());
            part.needs().forEach(other -> contents.put(other, part(version, other).content()));
            alone.put(name, cloud.firewall(parts.with(target, contents)));
          }
        });
    return alone;
  }

  /** The parts that let a packet pass, and what these depend on for it. */
  private static Set<String> carriers(
      Map<String, Part> version, Map<String, Firewall> alone, Packet packet) {
    Set<String> carriers = new TreeSet<>();
    alone.forEach(
        (name, firewall) -> {
          if (outcome(firewall, packet) == Outcome.OPEN) {
            carriers.add(name);
            carriers.addAll(part(version, name).needs());
          }
        });
    return carriers;
  }

  private void judge(Set<String> done, List<Packet> mustPass, List<Packet> mustNot) {
    Firewall state = states.computeIfAbsent(Set.copyOf(done), this::state);
    judged++;
    for (Packet packet : mustPass) {
      if (!passes(state, packet)) {
        found.add("cut: " + packet + " after " + done);
      }
    }
    for (Packet packet : mustNot) {
      if (outcome(state, packet) != Outcome.CLOSED) {
        found.add("opened: " + packet + " after " + done);
      }
    }
  }

  private Firewall state(Set<String> done) {
    Map<String, Object> contents = new LinkedHashMap<>();
    before.forEach(
        (name, part) -> {
          if (!done.contains(name)) {
            contents.put(name, part.content());
          }
        });
    after.forEach(
        (name, part) -> {
          if (done.contains(name)) {
            contents.put(name, part.content());
          }
        });
    return cloud.firewall(parts.with(target, contents));
  }
}
