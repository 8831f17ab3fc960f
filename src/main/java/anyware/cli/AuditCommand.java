package anyware.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {
  AuditCommand(Terminal terminal) {}

  @Override
  public Integer call() {
    return 0;
  }
}
