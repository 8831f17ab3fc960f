package anyware.cli;

import anyware.StackPlan;
import anyware.audit.Hop;
import anyware.audit.PathTrace;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Direction;
import anyware.net.Port;
import anyware.platform.PlannedSite;
import anyware.settings.Endpoint;
import anyware.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Whether a connection passes, and why. */
final class ExplainCommand implements Subcommand {
  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final Given<NamedEnd> from =
      Given.required("--from", "END", new Read.EndConverter(), "Who opens the connection.");
  private final Given<NamedEnd> to =
      Given.required("--to", "END", new Read.EndConverter(), "Who accepts it.");
  private final Given<Port> port =
      Given.required(
          "--port",
          "PORT",
          new Read.PortConverter(),
          "The destination port with its protocol, such as 8080/tcp, or icmp.");
  private final Given<String> site = Sites.option();
  private final Given<String> stack = StackFiles.stack();
  private final Given<Boolean> json = AnswerForm.json("Print JSON.");

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            this,
            "explain",
            "Tells whether a connection passes, by which rule, or what is nearest.")
        .saying(
            "An end is a role (connector, workstation, license-server, balancer), an address or a"
                + " prefix, a peer such as clients, or internet. An address in a role's subnet"
                + " counts as that role. Each firewall on the way is asked: the sender's when it"
                + " has a role, then the receiver's.",
            "",
            "Exit code 0 means open at every site that was asked, 1 closed at one at least.")
        .taking(stacks, from, to, port, site, stack, json)
        .spec();
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack.value());
    List<PlannedSite<?>> asked = Sites.chosen(plan.sites(), site.value());
    List<SiteTrace> traces = new ArrayList<>();
    for (PlannedSite<?> planned : asked) {
      traces.addAll(SiteTrace.of(planned, from.value(), to.value(), port.value()));
    }
    if (traces.isEmpty()) {
      throw Refusal.ofUsage(
          "nothing at "
              + (site.value().isEmpty() ? "any site" : site.value())
              + " decides about "
              + question()
              + ": an end must be a role that the site has, or an address in a role's subnet");
    }
    boolean open = traces.stream().allMatch(trace -> trace.pathTrace().open());
    if (json.isGiven()) {
      terminal.document(Json.document(object(plan, open, traces)));
    } else {
      print(plan.settings(), traces);
    }
    return ExitCode.of(open);
  }

  private String question() {
    return port.value() + " from " + from.value() + " to " + to.value();
  }

  private void print(Settings settings, List<SiteTrace> traces) {
    terminal.sentence(0, terminal.strong(question()));
    notes(traces).forEach(note -> terminal.sentence(0, note));
    for (SiteTrace trace : traces) {
      PathTrace pathTrace = trace.pathTrace();
      boolean alone = traces.stream().filter(a -> a.site().equals(trace.site())).count() == 1;
      terminal.gap();
      terminal.sentence(
          0,
          "%s (%s, %s): %s%s"
              .formatted(
                  terminal.strong(pathTrace.site()),
                  trace.site().cloud().slug(),
                  trace.site().region(),
                  open(pathTrace.open()),
                  alone ? "" : " from " + pathTrace.from() + " to " + pathTrace.to()));
      pathTrace.hops().forEach(hop -> print(hop, FlowSettings.of(settings, trace.planned(), hop)));
    }
  }

  private void print(Hop hop, List<String> settings) {
    terminal.sentence(
        2,
        "%s %s: %s, by %s"
            .formatted(
                side(hop),
                hop.packet().at().slug(),
                open(hop.actual().open()),
                hop.actual().rule()));
    hop.actual().trace().forEach(step -> terminal.sentence(4, step));
    terminal.sentence(4, "policy: " + text(hop.policy()));
    settings.forEach(setting -> terminal.sentence(4, "setting: " + setting));
    if (!hop.agrees()) {
      terminal.sentence(4, terminal.bad("the rules and the policy differ: run bin/anyware audit"));
    }
  }

  private static String side(Hop hop) {
    return hop.packet().direction() == Direction.OUTBOUND ? "out of" : "into";
  }

  private String open(boolean open) {
    return open ? terminal.good("open") : terminal.bad("closed");
  }

  private static String text(Verdict policy) {
    String outcome =
        policy.outcome() == Outcome.PLATFORM_DEFAULT
            ? "not the table's business"
            : policy.outcome().slug();
    return outcome + "; " + String.join("; ", policy.trace());
  }

  /** Where an address was taken for a role. */
  private Set<String> notes(List<SiteTrace> traces) {
    Set<String> notes = new LinkedHashSet<>();
    for (SiteTrace trace : traces) {
      PathTrace pathTrace = trace.pathTrace();
      note(notes, pathTrace, trace.from(), pathTrace.from());
      note(notes, pathTrace, trace.to(), pathTrace.to());
    }
    return notes;
  }

  private static void note(
      Set<String> notes, PathTrace pathTrace, Endpoint asked, PathTrace.HostGroup hosts) {
    if (!asked.isRole() && hosts.role().isPresent()) {
      notes.add(
          "%s lies in a subnet of role %s at %s and counts as that role"
              .formatted(hosts.addresses(), hosts.role().get().slug(), pathTrace.site()));
    }
  }

  private Map<String, Object> object(StackPlan plan, boolean open, List<SiteTrace> traces) {
    return Json.object(
        "stack", plan.stack(),
        "from", from.value().toString(),
        "to", to.value().toString(),
        "protocol", port.value().protocol().toString(),
        "port", port.value().number(),
        "open", open,
        "notes", List.copyOf(notes(traces)),
        "answers", traces.stream().map(trace -> object(plan.settings(), trace)).toList());
  }

  private static Map<String, Object> object(Settings settings, SiteTrace trace) {
    PathTrace pathTrace = trace.pathTrace();
    return Json.object(
        "site", pathTrace.site(),
        "cloud", trace.site().cloud().slug(),
        "region", trace.site().region(),
        "open", pathTrace.open(),
        "from", pathTrace.from().toString(),
        "to", pathTrace.to().toString(),
        "hops",
            pathTrace.hops().stream()
                .map(hop -> object(hop, FlowSettings.of(settings, trace.planned(), hop)))
                .toList());
  }

  private static Map<String, Object> object(Hop hop, List<String> settings) {
    return Json.object(
        "role", hop.packet().at().slug(),
        "direction", hop.packet().direction().slug(),
        "agrees", hop.agrees(),
        "rules", object(hop.actual()),
        "policy", object(hop.policy()),
        "settings", settings);
  }

  private static Map<String, Object> object(Verdict verdict) {
    return Json.object(
        "outcome", verdict.outcome().slug(),
        "rule", verdict.rule(),
        "trace", verdict.trace());
  }
}
