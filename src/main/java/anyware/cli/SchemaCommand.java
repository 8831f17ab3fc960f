package anyware.cli;

import anyware.Clouds;
import anyware.settings.SettingsSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The form of stack files, for editors. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Prints the JSON Schema of stack files, for editors.",
    description = {
      "",
      "docs/settings.schema.json is the same. A stack file names it in its first line:",
      "",
      "  # yaml-language-server: $schema=../docs/settings.schema.json",
      "",
      "What depends on several settings or on what an address means, only `check` knows.",
      ""
    })
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.document(Json.text(SettingsSchema.of(Clouds.ALL)));
    return ExitCode.FINE.number();
  }
}
