package anyware.gcp;

import anyware.firewall.FrontEnd;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plans that differ from a plan in one property of one rule, or of the balancer. */
final class Mutants {
  private static final int BEHIND_THE_DENIAL = 65535;
  private static final int LEVEL_WITH_THE_DENIAL = 65534;
  private static final int LEVEL_WITH_THE_ALLOWANCES = 1000;
  private static final int BEFORE_THE_ALLOWANCES = 999;

  private final Plan plan;
  private final List<Mutant> mutants = new ArrayList<>();

  /**
   * A changed plan.
   *
   * @param name what was changed
   * @param plan the changed plan
   * @param before the rule as it was; absent when the balancer was changed
   * @param after the rule as it is; absent when it was removed
   */
  record Mutant(String name, Plan plan, Optional<Rule> before, Optional<Rule> after) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Mutants(Plan plan) {
    this.plan = plan;
  }

  static List<Mutant> of(Plan plan) {
    Mutants mutants = new Mutants(plan);
    plan.rules().forEach(mutants::mutate);
    mutants.mutateBalancer();
    return mutants.mutants;
  }

  private void mutate(Rule rule) {
    add("removed", rule, Optional.empty());
    mutateTraffic(rule);
    mutateOrder(rule);
    mutateAddresses(rule);
    mutateIdentities(rule);
  }

  private void mutateTraffic(Rule rule) {
    Traffic old = rule.traffic().get(0);
    Consumer<Traffic> change = to -> change(to.toString(), new Edit(rule).traffic(List.of(to)));
    if (old.equals(Traffic.ANY)) {
      for (IpProtocol only : List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP)) {
        change.accept(new Traffic(Optional.of(only), PortRange.ALL));
      }
      return;
    }
    int port = old.ports().first();
    for (PortRange ports :
        List.of(
            PortRange.of(port - 1),
            PortRange.of(port + 1),
            new PortRange(port, port + 1),
            new PortRange(port - 1, port),
            PortRange.ALL)) {
      change.accept(new Traffic(old.protocol(), ports));
    }
    IpProtocol other =
        old.protocol().equals(Optional.of(IpProtocol.TCP)) ? IpProtocol.UDP : IpProtocol.TCP;
    change.accept(new Traffic(Optional.of(other), old.ports()));
    change.accept(new Traffic(Optional.of(IpProtocol.SCTP), old.ports()));
    change.accept(new Traffic(Optional.of(IpProtocol.ICMP), PortRange.ALL));
    change.accept(Traffic.ANY);
    change(
        "also " + other,
        new Edit(rule).traffic(List.of(old, new Traffic(Optional.of(other), old.ports()))));
  }

  private void mutateOrder(Rule rule) {
    boolean allows = rule.action() == Action.ALLOW;
    boolean inbound = rule.direction() == Direction.INBOUND;
    List<Integer> priorities =
        allows
            ? List.of(BEHIND_THE_DENIAL)
            : List.of(LEVEL_WITH_THE_ALLOWANCES, BEFORE_THE_ALLOWANCES, 0);
    priorities.forEach(to -> change("priority " + to, new Edit(rule).priority(to)));
    if (allows && !inbound) {
      change("level", new Edit(rule).priority(LEVEL_WITH_THE_DENIAL));
    }
    change("action", new Edit(rule).action(allows ? Action.DENY : Action.ALLOW));
    change("direction", new Edit(rule).direction(inbound ? Direction.OUTBOUND : Direction.INBOUND));
  }

  private void mutateAddresses(Rule rule) {
    List<Cidr> prefixes = rule.remote().addresses().prefixes();
    for (Cidr cidr : prefixes) {
      List<Cidr> others = new ArrayList<>(prefixes);
      others.remove(cidr);
      if (!others.isEmpty()) {
        addresses("without " + cidr, rule, others);
      }
      replacements(cidr)
          .forEach(
              with ->
                  addresses(
                      cidr + " becomes " + with,
                      rule,
                      Stream.concat(others.stream(), Stream.of(with)).toList()));
      Cidr world = new Cidr(new IpAddress(cidr.family(), 0, 0), 0);
      addresses("everybody", rule, List.of(world));
    }
  }

  private static List<Cidr> replacements(Cidr cidr) {
    List<Cidr> replacements = new ArrayList<>();
    if (cidr.prefix() > 0) {
      replacements.add(prefix(cidr.first(), cidr.prefix() - 1));
    }
    if (cidr.prefix() < cidr.family().bits()) {
      replacements.add(cidr.part(1, 0));
      replacements.add(cidr.part(1, 1));
    }
    replacements.add(Cidr.of(cidr.family() == Family.IPV4 ? "100.64.7.0/24" : "2001:db8:77::/48"));
    return replacements;
  }

  /** The prefix of this length that the address lies in. */
  private static Cidr prefix(IpAddress address, int length) {
    int free = address.family().bits() - length;
    long high = free >= 64 ? clear(address.high(), free - 64) : address.high();
    long low = clear(address.low(), Math.min(free, 64));
    return new Cidr(new IpAddress(address.family(), high, low), length);
  }

  private static long clear(long word, int bits) {
    return bits == 64 ? 0 : word >>> bits << bits;
  }

  private void mutateIdentities(Rule rule) {
    List<String> tags =
        Stream.concat(plan.tags().values().stream(), Stream.of("stranger")).toList();
    for (String tag : tags) {
      if (!rule.target().equals(Target.tagged(tag))) {
        change("for " + tag, new Edit(rule).target(Target.tagged(tag)));
      }
      if (rule.direction() == Direction.INBOUND && !rule.remote().tags().contains(tag)) {
        List<String> more = Stream.concat(rule.remote().tags().stream(), Stream.of(tag)).toList();
        AddressSet same = rule.remote().addresses();
        change("also from " + tag, new Edit(rule).remote(RuleEnd.of(same, more, List.of())));
        change("from " + tag, new Edit(rule).remote(RuleEnd.tagged(tag)));
      }
    }
    change(
        "for the whole network",
        new Edit(rule).target(Target.of(List.of(), List.of(), AddressSet.EMPTY)));
    change(
        "for an account",
        new Edit(rule).target(Target.of(List.of(), List.of("a@p"), AddressSet.EMPTY)));
  }

  private void mutateBalancer() {
    plan.balancer()
        .ifPresent(
            balancer -> {
              for (int port : List.of(443 - 1, 443 + 1)) {
                balancer("balancer on " + port, on(balancer, port));
              }
              for (Family family : Family.values()) {
                if (!balancer.families().equals(Set.of(family))) {
                  balancer("balancer of " + family + " alone", at(balancer, Set.of(family)));
                }
              }
              mutants.add(unruled("no balancer", with(plan.rules(), Optional.empty())));
            });
    plan.application().ifPresent(this::mutateApplication);
  }

  private static LoadBalancer on(LoadBalancer balancer, int port) {
    return balancer.fold(
        passthrough ->
            new PassthroughBalancer(
                passthrough.name(),
                passthrough.kind(),
                port,
                passthrough.healthPath(),
                passthrough.targets(),
                passthrough.families(),
                passthrough.further()),
        application ->
            edited(application, port, application.rules(), application.redirects(), List.of()));
  }

  private static LoadBalancer at(LoadBalancer balancer, Set<Family> families) {
    return balancer.fold(
        passthrough ->
            new PassthroughBalancer(
                passthrough.name(),
                passthrough.kind(),
                passthrough.port(),
                passthrough.healthPath(),
                passthrough.targets(),
                families,
                passthrough.further()),
        application ->
            new ApplicationBalancer(
                application.name(),
                application.kind(),
                application.port(),
                application.healthPath(),
                application.targets(),
                application.rules(),
                application.redirects(),
                families,
                application.further()));
  }

  private static ApplicationBalancer edited(
      ApplicationBalancer balancer,
      int port,
      List<ArmorRule> rules,
      Set<Family> redirects,
      List<Traffic> further) {
    return new ApplicationBalancer(
        balancer.name(),
        balancer.kind(),
        port,
        balancer.healthPath(),
        balancer.targets(),
        rules,
        redirects,
        balancer.families(),
        FrontEnd.ofBoth(further));
  }

  /** Its filter, its redirect, and a listener that nobody asked for. */
  private void mutateApplication(ApplicationBalancer balancer) {
    balancer(
        "redirect " + !balancer.redirect(),
        edited(
            balancer,
            balancer.port(),
            balancer.rules(),
            balancer.redirect() ? Set.of() : balancer.families(),
            List.of()));
    for (Family family : balancer.redirects()) {
      balancer(
          "redirect of " + family + " alone",
          edited(balancer, balancer.port(), balancer.rules(), Set.of(family), List.of()));
    }
    for (int port : List.of(22, 8080, 8443)) {
      Traffic further = Traffic.of(Protocol.TCP, port);
      balancer(
          "also on " + port,
          edited(
              balancer, balancer.port(), balancer.rules(), balancer.redirects(), List.of(further)));
    }
    balancer(
        "no filter", edited(balancer, balancer.port(), List.of(), balancer.redirects(), List.of()));
    for (ArmorRule rule : balancer.rules()) {
      armor(balancer, rule, "removed", List.of());
      boolean allows = rule.action() == Action.ALLOW;
      armor(
          balancer,
          rule,
          "action",
          List.of(
              armor(rule, rule.priority(), allows ? Action.DENY : Action.ALLOW, rule.sources())));
      if (!allows) {
        armor(balancer, rule, "first", List.of(armor(rule, 0, Action.DENY, rule.sources())));
        continue;
      }
      armor(
          balancer,
          rule,
          "everybody",
          List.of(armor(rule, rule.priority(), Action.ALLOW, ArmorRule.EVERYBODY)));
      for (Cidr cidr : rule.sources().prefixes()) {
        List<Cidr> others = new ArrayList<>(rule.sources().prefixes());
        others.remove(cidr);
        armor(balancer, rule, "without " + cidr, sources(rule, others));
        for (Cidr with : replacements(cidr)) {
          if (with.prefix() < cidr.prefix() && others.stream().anyMatch(with::contains)) {
            continue; // Which may be the other half, and then nothing changes.
          }
          List<Cidr> replaced = new ArrayList<>(others);
          replaced.add(with);
          armor(balancer, rule, cidr + " becomes " + with, sources(rule, replaced));
        }
      }
    }
  }

  private static List<ArmorRule> sources(ArmorRule rule, List<Cidr> sources) {
    return List.of(armor(rule, rule.priority(), rule.action(), AddressSet.of(sources)));
  }

  private static ArmorRule armor(ArmorRule rule, int priority, Action action, AddressSet sources) {
    return new ArmorRule(priority, action, sources, rule.description());
  }

  private void armor(
      ApplicationBalancer balancer, ArmorRule before, String what, List<ArmorRule> after) {
    List<ArmorRule> rules = new ArrayList<>(balancer.rules());
    rules.remove(before);
    rules.addAll(after);
    balancer(
        before.name(balancer.name()) + ": " + what,
        edited(balancer, balancer.port(), rules, balancer.redirects(), List.of()));
  }

  private void balancer(String what, LoadBalancer changed) {
    mutants.add(unruled(what, with(plan.rules(), Optional.of(changed))));
  }

  private static Mutant unruled(String name, Plan changed) {
    return new Mutant(name, changed, Optional.empty(), Optional.empty());
  }

  private void addresses(String what, Rule rule, List<Cidr> prefixes) {
    RuleEnd old = rule.remote();
    RuleEnd remote = RuleEnd.of(AddressSet.of(prefixes), old.tags(), old.serviceAccounts());
    if (!remote.equals(old)) {
      change(what, new Edit(rule).remote(remote));
    }
  }

  private void change(String what, Edit edit) {
    add(what, edit.rule, Optional.of(edit.done()));
  }

  private void add(String what, Rule before, Optional<Rule> after) {
    List<Rule> rules = new ArrayList<>(plan.rules());
    int place = rules.indexOf(before);
    rules.remove(place);
    after.ifPresent(rule -> rules.add(place, rule));
    mutants.add(
        new Mutant(
            before.name() + ": " + what, with(rules, plan.balancer()), Optional.of(before), after));
  }

  private Plan with(List<Rule> rules, Optional<LoadBalancer> balancer) {
    return new Plan(
        plan.place(),
        plan.project(),
        plan.region(),
        plan.labels(),
        plan.network(),
        plan.tags(),
        rules,
        plan.connectorAddresses(),
        balancer,
        plan.records(),
        plan.logging(),
        plan.protect(),
        plan.deviations());
  }

  /** A rule with some properties changed. */
  private static final class Edit {
    private final Rule rule;
    private Direction direction;
    private Action action;
    private int priority;
    private Target target;
    private RuleEnd remote;
    private List<Traffic> traffic;

    Edit(Rule rule) {
      this.rule = rule;
      direction = rule.direction();
      action = rule.action();
      priority = rule.priority();
      target = rule.target();
      remote = rule.remote();
      traffic = rule.traffic();
    }

    Edit direction(Direction to) {
      direction = to;
      return this;
    }

    Edit action(Action to) {
      action = to;
      return this;
    }

    Edit priority(int to) {
      priority = to;
      return this;
    }

    Edit target(Target to) {
      target = to;
      return this;
    }

    Edit remote(RuleEnd to) {
      remote = to;
      return this;
    }

    Edit traffic(List<Traffic> to) {
      traffic = to;
      return this;
    }

    Rule done() {
      return new Rule(
          rule.name(), direction, action, priority, target, remote, traffic, rule.description());
    }
  }
}
