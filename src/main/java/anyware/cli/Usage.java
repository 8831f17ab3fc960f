package anyware.cli;

import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How a command is called, and what its help says. */
final class Usage {
  private final CommandSpec spec;

  private Usage(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Of a command that takes nothing yet.
   *
   * @param command what is run
   * @param name how it is called
   * @param header what it does, in a sentence
   */
  static Usage of(Object command, String name, String header) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage().header(header).sortOptions(false);
    return new Usage(spec);
  }

  /** With more to say of it, a paragraph each; empty ones set others apart. */
  Usage saying(String... paragraphs) {
    String[] description = new String[paragraphs.length + 2];
    Arrays.fill(description, "");
    System.arraycopy(paragraphs, 0, description, 1, paragraphs.length);
    spec.usageMessage().description(description);
    return this;
  }

  /** With what it takes, in the order of the help. */
  Usage taking(Arguments... arguments) {
    for (Arguments several : arguments) {
      for (Given<?> one : several.all()) {
        spec.add(one.spec());
      }
    }
    return this;
  }

  /** As picocli knows it, with the options that every command has. */
  CommandSpec spec() {
    return spec.addOption(
            OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print version information and exit.")
                .build())
        .versionProvider(new Version());
  }
}
