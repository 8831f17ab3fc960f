package anyware.cli;

import anyware.Clouds;
import anyware.settings.SettingsSchema;
import picocli.CommandLine.Model.CommandSpec;

/** The form of stack files, for editors. */
final class SchemaCommand implements Subcommand {
  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(this, "schema", "Prints the JSON Schema of stack files, for editors.")
        .saying(
            "docs/settings.schema.json is the same. A stack file names it in its first line:",
            "",
            "  # yaml-language-server: $schema=../docs/settings.schema.json",
            "",
            "What depends on several settings or on what an address means, only `check` knows.")
        .spec();
  }

  @Override
  public Integer call() {
    terminal.document(Json.text(SettingsSchema.of(Clouds.ALL)));
    return ExitCode.FINE.number();
  }
}
