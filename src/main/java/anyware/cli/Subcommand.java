package anyware.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** One of the commands; its call ends with the exit code. */
interface Subcommand extends Callable<Integer> {
  /** What it takes from the command line and what its help says. */
  CommandSpec spec();

  @Override
  Integer call();
}
