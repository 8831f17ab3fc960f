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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How machines join a deployed stack. */
@Command(
    name = "attach",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Prints the commands that give machines their role, address and place.",
    description = {
      "",
      "Reads the ids in a deployed stack's outputs and prints, for each site and role, the commands"
          + " of the cloud's own command line: the machine's role, a connector's address for PCoIP"
          + " sessions and its place at the balancer, and the flags of the connector's installer."
          + " With --for, the part of another program that makes such machines. Nothing is"
          + " changed; what is printed is a script of the shell.",
      ""
    })
final class AttachCommand implements Callable<Integer> {
  private static final List<Role> MACHINES =
      Arrays.stream(Role.values()).filter(role -> role != Role.BALANCER).toList();

  private final Terminal terminal;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Mixin private final EngineExport export = new EngineExport();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack; the selected one, or the only one, by default.")
  private String stack = "";

  @Option(names = "--site", paramLabel = "NAME", description = "The site; every one by default.")
  private String site = "";

  @Option(names = "--role", paramLabel = "ROLE", description = "The role; every one by default.")
  private String role = "";

  @Option(
      names = "--for",
      paramLabel = "TOOL",
      description = "${COMPLETION-CANDIDATES}: a program instead, in TypeScript or HCL.")
  private @Nullable Tool tool;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Format format = Format.text;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  AttachCommand(Terminal terminal) {
    this.terminal = terminal;
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
    String name = stacks.name(stack);
    Role wanted = role.isEmpty() ? null : role(role);
    DeployedRoles deployed = deployed(name).only(wanted);
    if (wanted != null && deployed.roles().isEmpty() && deployed.missing().isEmpty()) {
      throw Refusal.ofUsage("no site has the role " + wanted.slug());
    }
    if (json || format == Format.json) {
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
        all.stream().filter(one -> site.isEmpty() || one.name().equals(site)).toList();
    if (chosen.isEmpty()) {
      throw unknown("site", site, all.stream().map(Site::name).toList());
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
    if (tool == null) {
      AttachText text = new AttachText(terminal);
      deployed.blocks().forEach(text::print);
    } else {
      program(name, deployed, tool).lines().forEach(terminal::line);
    }
    for (String missing : deployed.missing()) {
      terminal.complaint(0, missing + ": " + terminal.bad("nothing of it is deployed; pulumi up"));
    }
  }

  private Map<String, Object> object(String name, DeployedRoles deployed) {
    return Json.object(
        "stack",
        name,
        tool == null ? "blocks" : "program",
        tool == null
            ? deployed.blocks().stream().map(AttachText::object).toList()
            : program(name, deployed, tool),
        "notDeployed",
        deployed.missing());
  }
}
