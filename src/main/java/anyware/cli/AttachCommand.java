package anyware.cli;

import anyware.attach.PulumiProgram;
import anyware.attach.TerraformModule;
import anyware.catalogue.Role;
import anyware.json.UnreadableFileException;
import anyware.settings.DidYouMean;
import anyware.settings.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** How machines join a deployed stack. */
final class AttachCommand implements Subcommand {
  private static final List<Role> MACHINES =
      Arrays.stream(Role.values()).filter(role -> role != Role.BALANCER).toList();

  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final EngineExport export = new EngineExport();
  private final Given<String> stack = StackFiles.stack();
  private final Given<String> site = Sites.option();
  private final Given<String> role =
      Given.text("--role", "ROLE", "The role; every one by default.");
  private final Given<Tool> tool =
      Given.choice(
          "--for",
          "TOOL",
          Tool.class,
          "${COMPLETION-CANDIDATES}: a program instead, in TypeScript or HCL.");
  private final AnswerForm<Format> form = AnswerForm.of(Format.text, Format.json);

  AttachCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            this, "attach", "Prints the commands that give machines their role, address and place.")
        .saying(
            "Reads the ids in a deployed stack's outputs and prints, for each site and role, the"
                + " commands of the cloud's own command line: the machine's role, a connector's"
                + " address for PCoIP sessions and its place at the balancer, and the flags of the"
                + " connector's installer. With --for, the part of another program that makes such"
                + " machines. Nothing is changed; what is printed is a script of the shell.")
        .taking(stacks, export, stack, site, role, tool, form)
        .spec();
  }

  /** What runs the program, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Tool {
    /** Pulumi. */
    pulumi,
    /** Terraform. */
    terraform
  }

  /** The forms of the answer, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Format {
    /** For a shell, and for a person. */
    text,
    /** For a program. */
    json
  }

  @Override
  public Integer call() {
    String name = stacks.name(stack.value());
    Role wanted = role.value().isEmpty() ? null : role(role.value());
    DeployedRoles deployed = deployed(name).only(wanted);
    if (wanted != null && deployed.roles().isEmpty() && deployed.missing().isEmpty()) {
      throw Refusal.ofUsage("no site has the role " + wanted.slug());
    }
    if (form.chosen() == Format.json) {
      terminal.document(Json.document(object(name, deployed)));
    } else {
      print(name, deployed);
    }
    return ExitCode.of(deployed.missing().isEmpty());
  }

  private DeployedRoles deployed(String name) {
    List<Site> sites = chosen(stacks.settings(name).sites());
    String source = export.name(name);
    try {
      return DeployedRoles.read(export.text(name), sites)
          .orElseThrow(
              () -> Refusal.ofUsage(source + ": no outputs of sites: run pulumi up first"));
    } catch (UnreadableFileException e) {
      throw export.unreadable(name, e);
    }
  }

  private List<Site> chosen(List<Site> all) {
    List<Site> chosen =
        all.stream()
            .filter(one -> site.value().isEmpty() || one.name().equals(site.value()))
            .toList();
    if (chosen.isEmpty()) {
      throw unknown("site", site.value(), all.stream().map(Site::name).toList());
    }
    return chosen;
  }

  private static Role role(String given) {
    return MACHINES.stream()
        .filter(machine -> machine.slug().equals(given))
        .findFirst()
        .orElseThrow(() -> unknown("role", given, MACHINES.stream().map(Role::slug).toList()));
  }

  private static Refusal unknown(String what, String given, List<String> known) {
    String question = DidYouMean.question(given, known);
    return Refusal.ofUsage(
        "there is no %s %s; there are: %s".formatted(what, given, String.join(", ", known))
            + (question.isEmpty() ? "" : "; " + question));
  }

  private String program(String name, DeployedRoles deployed, Tool runner) {
    return switch (runner) {
      case pulumi -> PulumiProgram.text(deployed.project(), name, deployed.roles());
      case terraform -> TerraformModule.text(name, deployed.roles());
    };
  }

  private void print(String name, DeployedRoles deployed) {
    if (!tool.isGiven()) {
      AttachText text = new AttachText(terminal);
      deployed.blocks().forEach(text::print);
    } else {
      program(name, deployed, tool.value()).lines().forEach(terminal::line);
    }
    for (String missing : deployed.missing()) {
      terminal.complaint(0, missing + ": " + terminal.bad("nothing of it is deployed; pulumi up"));
    }
  }

  private Map<String, Object> object(String name, DeployedRoles deployed) {
    return Json.object(
        "stack",
        name,
        tool.isGiven() ? "program" : "blocks",
        tool.isGiven()
            ? program(name, deployed, tool.value())
            : deployed.blocks().stream().map(AttachText::object).toList(),
        "notDeployed",
        deployed.missing());
  }
}
