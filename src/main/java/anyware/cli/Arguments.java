package anyware.cli;

import java.util.List;

/** What a command takes from the command line: one thing, or several that belong together. */
interface Arguments {
  /** Each of them, in the order in which the help tells them. */
  List<Given<?>> all();
}
