package anyware.cli;

import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.audit.AuditedSite;
import anyware.audit.Change;
import anyware.catalogue.Role;
import anyware.plan.RoleSubnets;
import anyware.state.Remnant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changes in what passes. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header =
        "Tells what opens and what closes between two stacks, or between deployed and planned.",
    description = {
      "",
      "  diff A B                                from stack A to stack B",
      "  diff --stack S --state FILE             from what is deployed to what the settings ask"
          + " for",
      "  diff --stack S --preview FILE           from the settings to what the preview would leave",
      "  diff --stack S --state FILE --preview FILE   from deployed to previewed",
      "",
      "Compared is what passes, packet class by packet class: rules that move or change their names"
          + " without effect are no change.",
      "",
      "What a state knows of beside the sites of the settings is not compared, but named.",
      "",
      "Exit code 0 means that nothing opens or closes, 1 that something does or is not compared.",
      ""
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Mixin private final StateFiles states = new StateFiles();

  @Parameters(arity = "0..2", paramLabel = "STACK", description = "The two stacks.")
  private List<String> pair = new ArrayList<>();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack of the files; the selected one, or the only one, by default.")
  private String stack = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * One state of a stack.
   *
   * @param name what it is, for a person
   * @param auditedSites its sites
   * @param remnants what it has beside them
   */
  private record State(String name, List<AuditedSite> auditedSites, List<Remnant> remnants) {
    static State of(String name, StackPlan plan) {
      return new State(name, plan.audited(), List.of());
    }

    Optional<AuditedSite> site(String site) {
      return auditedSites.stream().filter(audited -> audited.site().equals(site)).findFirst();
    }
  }

  @Override
  public Integer call() {
    List<State> ends = ends();
    State before = ends.get(0);
    State after = ends.get(1);
    Set<String> sites = new TreeSet<>();
    ends.forEach(end -> end.auditedSites().forEach(audited -> sites.add(audited.site())));
    List<Change> changes =
        sites.stream()
            .filter(site -> after.site(site).isPresent())
            .flatMap(site -> Change.of(before.site(site), after.site(site)).stream())
            .toList();
    List<String> moves = sites.stream().flatMap(site -> move(site, before, after)).toList();
    List<Remnant> remnants =
        ends.stream().flatMap(end -> end.remnants().stream()).distinct().toList();
    if (json) {
      Map<String, Object> object = object(before, after, moves, changes);
      object.put("remnants", remnants.stream().map(Findings::object).toList());
      terminal.document(Json.document(object));
    } else {
      print(before, after, moves, changes);
      remnants.forEach(remnant -> terminal.sentence(2, "not compared: " + remnant));
    }
    return ExitCode.of(changes.isEmpty() && moves.isEmpty() && remnants.isEmpty());
  }

  private List<State> ends() {
    if (states.given()) {
      if (!pair.isEmpty()) {
        throw Refusal.ofUsage("name two stacks, or a stack with --state or --preview, not both");
      }
      StackPlan plan = stacks.plan(stack);
      State settings = State.of("the settings of " + plan.stack(), plan);
      State first = states.state().map(file -> deployed(plan, file)).orElse(settings);
      State last = states.preview().map(file -> deployed(plan, file)).orElse(settings);
      return List.of(first, last);
    }
    if (pair.size() != 2 || !stack.isEmpty()) {
      throw Refusal.ofUsage("name two stacks, or a stack with --state or --preview");
    }
    return pair.stream().map(name -> State.of(name, stacks.plan(name))).toList();
  }

  private State deployed(StackPlan plan, Path file) {
    DeployedStack deployed = states.deployed(plan, file);
    return new State(file.toString(), deployed.audited(), deployed.remnants());
  }

  /** What happens to a site as a whole. */
  private static Stream<String> move(String site, State before, State after) {
    Optional<AuditedSite> old = before.site(site);
    Optional<AuditedSite> now = after.site(site);
    if (old.isEmpty() || now.isEmpty()) {
      return Stream.of(
          old.isEmpty()
              ? "adds the site " + site
              : "removes the site " + site + " and with it all that passes there");
    }
    String moved =
        Arrays.stream(Role.values())
            .filter(role -> isMoved(role, old.get().roleSubnets(), now.get().roleSubnets()))
            .map(Role::slug)
            .collect(Collectors.joining(", "));
    return moved.isEmpty()
        ? Stream.of()
        : Stream.of("moves the subnets of " + moved + " at " + site);
  }

  private static boolean isMoved(Role role, RoleSubnets old, RoleSubnets now) {
    return old.has(role)
        && now.has(role)
        && !Set.copyOf(old.of(role)).equals(Set.copyOf(now.of(role)));
  }

  private void print(State before, State after, List<String> moves, List<Change> changes) {
    terminal.sentence(0, terminal.strong("from " + before.name() + " to " + after.name()));
    moves.forEach(move -> terminal.sentence(2, move));
    // Between two roles both firewalls say the same.
    changes.stream()
        .map(Change::toString)
        .distinct()
        .forEach(change -> terminal.sentence(2, change));
    if (moves.isEmpty() && changes.isEmpty()) {
      terminal.sentence(2, "nothing opens, nothing closes");
    }
  }

  private static Map<String, Object> object(
      State before, State after, List<String> moves, List<Change> changes) {
    return Json.object(
        "from", before.name(),
        "to", after.name(),
        "sites", moves,
        "changes", changes.stream().map(DiffCommand::object).toList());
  }

  private static Map<String, Object> object(Change change) {
    Map<String, Object> object =
        Json.object("change", change.opens() ? "opens" : "closes", "site", change.site());
    object.putAll(Findings.object(change.flowGroup()));
    object.put("text", change.toString());
    return object;
  }
}
