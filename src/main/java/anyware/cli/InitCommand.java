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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The first stack file of somebody. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Writes the settings of a new stack.",
    description = {
      "",
      "Asks on a terminal for what no option says. Nothing is written over, and nothing is written"
          + " that `check` would refuse.",
      ""
    })
final class InitCommand implements Callable<Integer> {
  private static final String SCHEMA = "docs/settings.schema.json";

  private final Terminal terminal;
  private final Optional<Questions> questions;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Parameters(index = "0", paramLabel = "STACK", description = "The stack's name.")
  private String stack = "";

  @Option(names = "--cloud", paramLabel = "CLOUD", description = "aws, azure or gcp.")
  private @Nullable String cloud;

  @Option(names = "--site", paramLabel = "NAME", description = "The site's name; main by default.")
  private @Nullable String site;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "As the cloud's API spells it, such as us-east-1.")
  private @Nullable String region;

  @Option(names = "--project", paramLabel = "ID", description = "The project, where there is one.")
  private @Nullable String project;

  @Option(
      names = "--cidr",
      paramLabel = "PREFIX",
      description = "The network to make; 10.20.0.0/16 by default.")
  private @Nullable String cidr;

  @Option(
      names = "--clients",
      paramLabel = "ADDRESSES",
      description = "PCoIP clients: addresses and prefixes, with commas between.")
  private @Nullable String clients;

  @Option(
      names = "--administrators",
      paramLabel = "ADDRESSES",
      description = "Who reaches the management interface; none by default.")
  private @Nullable String administrators;

  @Option(
      names = "--domain-controllers",
      paramLabel = "ADDRESSES",
      description = "The domain controllers.")
  private @Nullable String domainControllers;

  @Option(names = "--dns", paramLabel = "ADDRESSES", description = "The DNS servers.")
  private @Nullable String dns;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

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
  public Integer call() {
    // Stack names as https://www.pulumi.com/docs/iac/concepts/stacks/#create-a-stack has them.
    if (!stack.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")) {
      throw Refusal.ofUsage(
          stack + " is no stack's name: use letters, digits, hyphens, underscores and dots");
    }
    Path file = stacks.file(stack);
    if (Files.exists(file)) {
      throw isThere(file);
    }
    StackDraft draft = complete(new StackDraft(stack, given()));
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
    put(given, Item.CLOUD, cloud);
    put(given, Item.SITE, site);
    put(given, Item.REGION, region);
    put(given, Item.PROJECT, project);
    put(given, Item.CIDR, cidr);
    put(given, Item.CLIENTS, clients);
    put(given, Item.ADMINISTRATORS, administrators);
    put(given, Item.DOMAIN_CONTROLLERS, domainControllers);
    put(given, Item.DNS, dns);
    return given;
  }

  private static void put(Map<Item, String> given, Item item, @Nullable String value) {
    if (value != null) {
      given.put(item, value);
    }
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
    if (json) {
      terminal.document(Json.document(Json.object("stack", stack, "file", file.toString())));
      return;
    }
    terminal.sentence(0, "wrote " + file);
    terminal.sentence(2, "bin/anyware ports --stack " + stack + ": what it will open");
    terminal.sentence(2, "bin/sandbox up --stack " + stack + ": deploys it offline");
  }
}
