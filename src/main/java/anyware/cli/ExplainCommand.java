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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a connection passes, and why. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Tells whether a connection passes, by which rule, or what is nearest.",
    description = {
      "",
      "An end is a role (connector, workstation, license-server, balancer), an address or a prefix,"
          + " a peer such as clients, or internet."
          + " An address in a role's subnet counts as that role. Each firewall on the way is asked:"
          + " the sender's when it has a role, then the receiver's.",
      "",
      "Exit code 0 means open at every site that was asked, 1 closed at one at least.",
      ""
    })
final class ExplainCommand implements Callable<Integer> {
  private static final NamedEnd NOBODY = new NamedEnd("", peers -> List.of());

  private final Terminal terminal;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "END",
      converter = Read.EndConverter.class,
      description = "Who opens the connection.")
  private NamedEnd from = NOBODY;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "END",
      converter = Read.EndConverter.class,
      description = "Who accepts it.")
  private NamedEnd to = NOBODY;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      converter = Read.PortConverter.class,
      description = "The destination port with its protocol, such as 8080/tcp, or icmp.")
  private Port port = new Port(anyware.net.IpProtocol.ICMP, 0);

  @Option(names = "--site", paramLabel = "NAME", description = "The site; every one by default.")
  private String site = "";

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack; the selected one, or the only one, by default.")
  private String stack = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack);
    List<PlannedSite<?>> asked = Sites.chosen(plan.sites(), site);
    List<SiteTrace> traces = new ArrayList<>();
    for (PlannedSite<?> planned : asked) {
      traces.addAll(SiteTrace.of(planned, from, to, port));
    }
    if (traces.isEmpty()) {
      throw Refusal.ofUsage(
          "nothing at "
              + (site.isEmpty() ? "any site" : site)
              + " decides about "
              + question()
              + ": an end must be a role that the site has, or an address in a role's subnet");
    }
    boolean open = traces.stream().allMatch(trace -> trace.pathTrace().open());
    if (json) {
      terminal.document(Json.document(object(plan, open, traces)));
    } else {
      print(plan.settings(), traces);
    }
    return ExitCode.of(open);
  }

  private String question() {
    return port + " from " + from + " to " + to;
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
        "from", from.toString(),
        "to", to.toString(),
        "protocol", port.protocol().toString(),
        "port", port.number(),
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
