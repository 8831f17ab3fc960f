package anyware.cli;

import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.catalogue.Role;
import anyware.natives.NativeNetwork;
import anyware.net.Family;
import anyware.platform.PlannedSite;
import anyware.problem.Problem;
import anyware.settings.Expectation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Whether what is planned, deployed or found keeps the policy. */
final class AuditCommand implements Subcommand {
  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final StateFiles states = new StateFiles();
  private final NativeFiles natives = new NativeFiles();
  private final Given<String> stack = StackFiles.stack();
  private final Given<String> site = Sites.option();
  private final AnswerForm<Format> form = AnswerForm.of(Format.text, Format.json);

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(this, "audit", "Compares what really passes with what the port table asks for.")
        .saying(
            "  audit --stack S                   the rules that the settings lead to",
            "  audit --stack S --state FILE      the rules that are deployed",
            "  audit --stack S --preview FILE    the rules that a preview would leave",
            "  audit --stack S --site NAME --aws FILE --roles FILE",
            "        a network that this program did not make, held to a site's policy",
            "  audit ... --aws FILE --aws-prefix-lists pl-*.json --roles FILE",
            "        the same, where rules name prefix lists; the files are made by",
            "        aws ec2 get-managed-prefix-list-entries --prefix-list-id ID > ID.json",
            "",
            "--format sarif is for code hosts, which show it beside the settings; junit for build"
                + " servers.",
            "",
            "Every class of packets is looked at. What is open to the internet comes first, then"
                + " what else is open beyond the table, then what the table needs and is closed.")
        .taking(stacks, states, natives, stack, site, form)
        .spec();
  }

  /** The forms of the answer, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Format {
    /** For a terminal. */
    text,
    /** For a program. */
    json,
    /** For a code host, which shows it beside the settings. */
    sarif,
    /** For a build server, which shows tests. */
    junit
  }

  @Override
  public Integer call() {
    String name = stacks.name(stack.value());
    return stacks
        .read(name)
        .fold(
            settings -> audited(StackPlan.of(name, settings)), problems -> refused(name, problems));
  }

  private int audited(StackPlan plan) {
    AuditReport report = report(plan);
    switch (form.chosen()) {
      case text -> new AuditText(terminal).print(report.subject(), report.result());
      case json -> terminal.document(Json.document(report.object()));
      case sarif -> terminal.document(SarifLog.of(report.findings(), places(plan.stack())));
      case junit -> terminal.document(JunitReport.of(plan.stack(), AuditCase.of(report)));
    }
    return ExitCode.of(report.fine());
  }

  /** What is to be shown beside the settings also says what is wrong with them. */
  private int refused(String name, List<Problem> problems) {
    List<AuditFinding> findings =
        problems.stream()
            .map(p -> new AuditFinding(AuditRule.SETTINGS, "", p.path(), p.toString()))
            .toList();
    switch (form.chosen()) {
      case text, json -> throw stacks.refusal(name, problems);
      case sarif -> terminal.document(SarifLog.of(findings, places(name)));
      case junit -> terminal.document(JunitReport.of(name, AuditCase.ofProblems(findings)));
    }
    return ExitCode.FOUND.number();
  }

  private SettingPlaces places(String name) {
    return SettingPlaces.of(stacks.source(name), stacks.lines(name));
  }

  private AuditReport report(StackPlan plan) {
    AuditSubject subject = subject(plan);
    List<Expectation> expectations = plan.settings().expectations();
    boolean all = subject.found().size() == plan.sites().size() && !natives.given();
    if (all) {
      AuditResult whole = AuditResult.of(subject.found(), expectations);
      return new AuditReport(plan.stack(), subject, whole, expectations);
    }
    List<String> sites = subject.found().stream().map(AuditedSite::site).toList();
    return new AuditReport(
        plan.stack(),
        subject,
        AuditResult.ofSome(subject.found(), expectations),
        expectations.stream()
            .filter(expected -> expected.site().map(sites::contains).orElse(true))
            .toList());
  }

  private AuditSubject subject(StackPlan plan) {
    List<PlannedSite<?>> chosen = Sites.chosen(plan.sites(), site.value());
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
            .filter(found -> site.value().isEmpty() || found.name().equals(site.value()))
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
}
