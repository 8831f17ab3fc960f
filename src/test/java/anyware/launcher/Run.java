package anyware.launcher;

import java.util.List;

/**
 * What a script did.
 *
 * @param exitCode its exit code
 * @param out everything on standard output
 * @param err everything on standard error
 */
record Run(int exitCode, String out, String err) {
  List<String> errorLines() {
    return err.lines().toList();
  }
}
