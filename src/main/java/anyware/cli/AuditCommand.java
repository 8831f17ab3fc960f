package anyware.cli;

import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.audit.Disagreement;
import anyware.catalogue.Role;
import anyware.natives.NativeNetwork;
import anyware.net.Family;
import anyware.platform.PlannedSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether what is planned, deployed or found keeps the policy. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Compares what really passes with what the port table asks for.",
    description = {
      "",
      "  audit --stack S                   the rules that the settings lead to",
      "  audit --stack S --state FILE      the rules that are deployed",
      "  audit --stack S --preview FILE    the rules that a preview would leave",
      "  audit --stack S --site NAME --aws FILE --roles FILE",
      "        a network that this program did not make, held to a site's policy",
      "  audit ... --aws FILE --aws-prefix-lists pl-*.json --roles FILE",
      "        the same, where rules name prefix lists; the files are made by",
      "        aws ec2 get-managed-prefix-list-entries --prefix-list-id ID > ID.json",
      "",
      "Every class of packets is looked at. What is open to the internet comes first, then what"
          + " else is open beyond the table, then what the table needs and is closed.",
      ""
    })
final class AuditCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Mixin private final StateFiles states = new StateFiles();

  @Mixin private final NativeFiles natives = new NativeFiles();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack; the selected one, or the only one, by default.")
  private String stack = "";

  @Option(names = "--site", paramLabel = "NAME", description = "The site; every one by default.")
  private String site = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack);
    AuditSubject subject = subject(plan);
    boolean all = subject.found().size() == plan.sites().size() && !natives.given();
    AuditResult auditResult =
        all
            ? AuditResult.of(subject.found(), plan.settings().expectations())
            : AuditResult.ofSome(subject.found(), plan.settings().expectations());
    boolean fine = auditResult.holds() && subject.isAsPlanned();
    if (json) {
      terminal.document(Json.document(object(plan, subject, auditResult, fine)));
    } else {
      print(subject, auditResult);
    }
    return ExitCode.of(fine);
  }

  private AuditSubject subject(StackPlan plan) {
    List<PlannedSite<?>> chosen = Sites.chosen(plan.sites(), site);
    if (natives.given()) {
      if (states.given()) {
        throw Refusal.ofUsage("give a state, a preview or a network's rules, one of them");
      }
      if (chosen.size() != 1) {
        throw Refusal.ofUsage("say with --site whose policy the network is held to");
      }
      return foreign(chosen.get(0));
    }
    if (states.state().isPresent() && states.preview().isPresent()) {
      throw Refusal.ofUsage("give a state, a preview or a network's rules, one of them");
    }
    List<AuditedSite> planned = audited(chosen);
    return states
        .state()
        .or(states::preview)
        .map(file -> deployed(plan, planned, file))
        .orElseGet(() -> AuditSubject.ofPlanned("the settings of " + plan.stack(), planned));
  }

  private AuditSubject deployed(StackPlan plan, List<AuditedSite> planned, Path file) {
    DeployedStack deployed = states.deployed(plan, file);
    String name = file + ", held to the settings of " + plan.stack();
    return AuditSubject.ofState(
        name,
        planned,
        deployed.sites().stream()
            .filter(found -> site.isEmpty() || found.name().equals(site))
            .toList(),
        // Nobody can say of which site's machines it lets something pass.
        deployed.remnants());
  }

  private static List<AuditedSite> audited(List<PlannedSite<?>> sites) {
    List<AuditedSite> audited = new ArrayList<>();
    sites.forEach(site -> audited.add(site.audited()));
    return audited;
  }

  private AuditSubject foreign(PlannedSite<?> site) {
    AuditedSite planned = site.audited();
    NativeNetwork network = natives.network(site.cloud());
    AuditedSite found = site.heldTo(network);
    List<String> notes = new ArrayList<>(network.warnings());
    for (Role role : Role.values()) {
      if (planned.has(role) && !found.has(role)) {
        notes.add(role.slug() + ": not in the file with the roles, so not audited");
      } else if (found.has(role) && !network.roleSubnets().has(role)) {
        planned.roleSubnets().of(role).stream()
            .map(subnet -> role.slug() + ": no subnets given, taken to be in " + subnet)
            .forEach(notes::add);
      }
    }
    String oneFamily =
        Arrays.stream(Role.values())
            .filter(role -> found.has(role) && network.roleSubnets().has(role))
            .filter(role -> !network.firewall().families(role).contains(Family.IPV6))
            .map(Role::slug)
            .collect(Collectors.joining(", "));
    if (!oneFamily.isEmpty()) {
      notes.add(oneFamily + ": only IPv4 subnets given, so IPv6 packets are not judged");
    }
    String name = natives.name() + ", held to the policy of " + planned.site();
    return AuditSubject.ofNative(name, found, notes);
  }

  private void print(AuditSubject subject, AuditResult auditResult) {
    terminal.sentence(0, terminal.strong(subject.name()));
    subject.notes().forEach(note -> terminal.sentence(2, "note: " + note));
    subject
        .missing()
        .forEach(
            name -> terminal.sentence(2, name + ": " + terminal.bad("nothing of it is deployed")));
    Map<Disagreement.Severity, List<Disagreement>> bySeverity = new LinkedHashMap<>();
    auditResult
        .disagreements()
        .forEach(
            found ->
                bySeverity.computeIfAbsent(found.severity(), s -> new ArrayList<>()).add(found));
    bySeverity.forEach(
        (severity, disagreements) -> {
          terminal.gap();
          terminal.sentence(0, terminal.bad(severity.heading()));
          for (Disagreement found : disagreements) {
            terminal.sentence(2, found.site() + ": " + found.flowGroup() + "; " + found.decision());
          }
        });
    section("not as the settings expect", auditResult.unmet());
    section("not as the settings ask", subject.differences());
    section("beside what the settings ask", subject.remnants());
    if (auditResult.holds() && subject.isAsPlanned() && !subject.found().isEmpty()) {
      String sites = String.join(", ", subject.found().stream().map(AuditedSite::site).toList());
      terminal.sentence(2, sites + ": " + terminal.good("exactly what the table asks for"));
    }
  }

  private void section(String heading, List<?> lines) {
    if (!lines.isEmpty()) {
      terminal.gap();
      terminal.sentence(0, terminal.bad(heading));
      lines.forEach(line -> terminal.sentence(2, line.toString()));
    }
  }

  private static Map<String, Object> object(
      StackPlan plan, AuditSubject subject, AuditResult auditResult, boolean fine) {
    return Json.object(
        "stack", plan.stack(),
        "subject", subject.name(),
        "fine", fine,
        "sites", subject.found().stream().map(AuditedSite::site).toList(),
        "notDeployed", subject.missing(),
        "notes", subject.notes(),
        "differences", subject.differences().stream().map(Findings::object).toList(),
        "remnants", subject.remnants().stream().map(Findings::object).toList(),
        "findings", auditResult.disagreements().stream().map(Findings::object).toList(),
        "unmetExpectations", Json.problems(auditResult.unmet()));
  }
}
