package anyware.cli;

import anyware.cli.StackDraft.Item;
import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The first stack file of somebody. */
final class InitCommand implements Subcommand {
  private static final String SCHEMA = "docs/settings.schema.json";

  private final Terminal terminal;
  private final Optional<Questions> questions;

  private final StackFiles stacks = new StackFiles();
  private final Given<String> stack = Given.word("STACK", "The stack's name.");
  private final Given<String> cloud = Given.text("--cloud", "CLOUD", "aws, azure or gcp.");
  private final Given<String> site =
      Given.text("--site", "NAME", "The site's name; main by default.");
  private final Given<String> region =
      Given.text("--region", "REGION", "As the cloud's API spells it, such as us-east-1.");
  private final Given<String> project =
      Given.text("--project", "ID", "The project, where there is one.");
  private final Given<String> cidr =
      Given.text("--cidr", "PREFIX", "The network to make; 10.20.0.0/16 by default.");
  private final Given<String> clients =
      Given.text(
          "--clients", "ADDRESSES", "PCoIP clients: addresses and prefixes, with commas between.");
  private final Given<String> administrators =
      Given.text(
          "--administrators",
          "ADDRESSES",
          "Who reaches the management interface; none by default.");
  private final Given<String> domainControllers =
      Given.text("--domain-controllers", "ADDRESSES", "The domain controllers.");
  private final Given<String> dns = Given.text("--dns", "ADDRESSES", "The DNS servers.");
  private final Given<Boolean> json = AnswerForm.json("Print JSON.");

  InitCommand(Terminal terminal) {
    this(terminal, Questions.ofSystem(terminal));
  }

  /**
   * With somebody to ask, or nobody.
   *
   * @param terminal where words go
   * @param questions who is asked; absent where nobody is there
   */
  InitCommand(Terminal terminal, Optional<Questions> questions) {
    this.terminal = terminal;
    this.questions = questions;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(this, "init", "Writes the settings of a new stack.")
        .saying(
            "Asks on a terminal for what no option says. Nothing is written over, and nothing is"
                + " written that `check` would refuse.")
        .taking(
            stacks,
            stack,
            cloud,
            site,
            region,
            project,
            cidr,
            clients,
            administrators,
            domainControllers,
            dns,
            json)
        .spec();
  }

  @Override
  public Integer call() {
    String name = stack.value();
    // Stack names as https://www.pulumi.com/docs/iac/concepts/stacks/#create-a-stack has them.
    if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")) {
      throw Refusal.ofUsage(
          name + " is no stack's name: use letters, digits, hyphens, underscores and dots");
    }
    Path file = stacks.file(name);
    if (Files.exists(file)) {
      throw isThere(file);
    }
    StackDraft draft = complete(new StackDraft(name, given()));
    List<Problem> problems = draft.problems();
    if (!problems.isEmpty()) {
      List<String> lines = problems.stream().map(Object::toString).collect(Collectors.toList());
      lines.add(0, "nothing was written:");
      throw Refusal.ofProblems(lines, Json.problems(problems));
    }
    write(file, draft.yaml(schema(file)));
    tell(file);
    return ExitCode.FINE.number();
  }

  private Map<Item, String> given() {
    Map<Item, String> given = new EnumMap<>(Item.class);
    cloud.given().ifPresent(text -> given.put(Item.CLOUD, text));
    site.given().ifPresent(text -> given.put(Item.SITE, text));
    region.given().ifPresent(text -> given.put(Item.REGION, text));
    project.given().ifPresent(text -> given.put(Item.PROJECT, text));
    cidr.given().ifPresent(text -> given.put(Item.CIDR, text));
    clients.given().ifPresent(text -> given.put(Item.CLIENTS, text));
    administrators.given().ifPresent(text -> given.put(Item.ADMINISTRATORS, text));
    domainControllers.given().ifPresent(text -> given.put(Item.DOMAIN_CONTROLLERS, text));
    dns.given().ifPresent(text -> given.put(Item.DNS, text));
    return given;
  }

  /** What nobody said is asked for, or is as it is by default. */
  private StackDraft complete(StackDraft begun) {
    if (questions.isPresent()) {
      StackDraft draft = begun;
      for (List<Item> open = draft.missing(); !open.isEmpty(); open = draft.missing()) {
        draft = draft.with(open.get(0), asked(questions.get(), draft, open.get(0)));
      }
      return draft;
    }
    StackDraft draft = begun;
    for (Item item : draft.missing()) {
      draft = item.fallback().isEmpty() ? draft : draft.with(item, item.fallback());
    }
    if (!draft.missing().isEmpty()) {
      String options = draft.missing().stream().map(Item::option).collect(Collectors.joining(", "));
      throw Refusal.ofUsage("say what nobody is here to be asked for: " + options);
    }
    return draft;
  }

  private static String asked(Questions questions, StackDraft draft, Item item) {
    return questions.ask(
        item.question(), item.fallback(), answer -> draft.with(item, answer).problems(item));
  }

  /** Where the schema is, seen from the file; absent outside a checkout. */
  private static Optional<String> schema(Path file) {
    Path schema = Path.of(System.getProperty("anyware.project", ""), SCHEMA).toAbsolutePath();
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder != null && Files.exists(schema)
        ? Optional.of(folder.relativize(schema.normalize()).toString().replace('\\', '/'))
        : Optional.empty();
  }

  private static Refusal isThere(Path file) {
    return Refusal.ofUsage(file + " is there already, and stays as it is: choose another name");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw isThere(file);
    } catch (IOException e) {
      throw Refusal.ofUsage("cannot write " + file + ": is its folder there, and open to you?");
    }
  }

  private void tell(Path file) {
    if (json.isGiven()) {
      terminal.document(
          Json.document(Json.object("stack", stack.value(), "file", file.toString())));
      return;
    }
    terminal.sentence(0, "wrote " + file);
    terminal.sentence(2, "bin/anyware ports --stack " + stack.value() + ": what it will open");
    terminal.sentence(2, "bin/sandbox up --stack " + stack.value() + ": deploys it offline");
  }
}
