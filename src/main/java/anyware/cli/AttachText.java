package anyware.cli;

import anyware.attach.CommandBlock;
import anyware.attach.ShellCommand;
import anyware.attach.Step;
import anyware.attach.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is to be done for machines, as a script of the shell in which all else is a comment. */
final class AttachText {
  private static final String COMMENT = "# ";
  private static final String READ = "#   ";

  private final Terminal terminal;

  AttachText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what is to be done for one machine. */
  void print(CommandBlock block) {
    terminal.line(terminal.strong(COMMENT + block.title()));
    block.variables().stream().map(Variable::check).forEach(terminal::line);
    for (Step step : block.steps()) {
      terminal.gap();
      Wrapped.lines(step.purpose(), room(COMMENT)).forEach(line -> terminal.line(COMMENT + line));
      String margin = step.isRun() ? "" : READ;
      for (ShellCommand command : step.commands()) {
        command.lines(room(margin)).forEach(line -> terminal.line(margin + line));
      }
    }
    terminal.gap();
  }

  private int room(String margin) {
    return terminal.width() == 0 ? 0 : terminal.width() - margin.length();
  }

  /** The same for a program. */
  static Map<String, Object> object(CommandBlock block) {
    Map<String, Object> object =
        Json.object(
            "site", block.role().site().name(),
            "cloud", block.role().outputs().cloud(),
            "region", block.role().outputs().region(),
            "role", block.role().role().slug());
    block.address().ifPresent(reserved -> object.put("address", reserved.address().toString()));
    object.put("variables", block.variables().stream().map(AttachText::object).toList());
    object.put("steps", block.steps().stream().map(AttachText::object).toList());
    return object;
  }

  private static Map<String, Object> object(Variable variable) {
    return Json.object("name", variable.name(), "meaning", variable.meaning());
  }

  private static Map<String, Object> object(Step step) {
    List<String> commands = new ArrayList<>();
    step.commands().forEach(command -> commands.addAll(command.lines(0)));
    return Json.object("purpose", step.purpose(), "run", step.isRun(), "commands", commands);
  }
}
