package anyware.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What shells complete of the command line. */
final class CompletionCommand implements Subcommand {
  /** Without it the functions that zsh knows bash's by are not there yet. */
  private static final String ZSH =
      """
      autoload -Uz compinit bashcompinit
      (( $+functions[compdef] )) || compinit
      (( $+functions[complete] )) || bashcompinit
      """;

  private final Terminal terminal;
  private final Given<Shell> shell = Given.choice("SHELL", Shell.class, "${COMPLETION-CANDIDATES}");
  private final Given<Boolean> json = AnswerForm.json("Print JSON.");

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            this,
            "completion",
            "Prints the script by which a shell completes commands and options.")
        .saying(
            "  source <(bin/anyware completion bash)     in ~/.bashrc, with the whole path",
            "  source <(bin/anyware completion zsh)      in ~/.zshrc")
        .taking(shell, json)
        .spec();
  }

  /** The shells, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Shell {
    /** Bash 3 or newer. */
    bash,
    /** Zsh 5 or newer, by its functions for bash's completion. */
    zsh
  }

  @Override
  public Integer call() {
    CommandLine whole = Anyware.whole(terminal);
    String script = AutoComplete.bash(whole.getCommandName(), whole);
    String text = (shell.value() == Shell.zsh ? ZSH : "") + script;
    terminal.document(
        json.isGiven()
            ? Json.document(Json.object("shell", shell.value().toString(), "script", text))
            : text);
    return ExitCode.FINE.number();
  }
}
