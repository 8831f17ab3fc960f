package anyware.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What shells complete of the command line. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Prints the script by which a shell completes commands and options.",
    description = {
      "",
      "  source <(bin/anyware completion bash)     in ~/.bashrc, with the whole path",
      "  source <(bin/anyware completion zsh)      in ~/.zshrc",
      ""
    })
final class CompletionCommand implements Callable<Integer> {
  /** Without it the functions that zsh knows bash's by are not there yet. */
  private static final String ZSH =
      """
      autoload -Uz compinit bashcompinit
      (( $+functions[compdef] )) || compinit
      (( $+functions[complete] )) || bashcompinit
      """;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell shell = Shell.bash;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
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
    String text = (shell == Shell.zsh ? ZSH : "") + script;
    terminal.document(
        json ? Json.document(Json.object("shell", shell.toString(), "script", text)) : text);
    return ExitCode.FINE.number();
  }
}
