package anyware.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the command in process on the tests' own stacks. */
final class Cli {
  /** The tests' stacks. */
  static final Path STACKS = Path.of("src/test/resources/cli/stacks");

  /** What the engine printed of stacks. */
  static final String STATES = "src/test/resources/state/";

  private Cli() {}

  /**
   * What a command did.
   *
   * @param exitCode its exit code
   * @param out its answer
   * @param err its complaints
   */
  record Result(int exitCode, String out, String err) {
    /** The answer as JSON. */
    JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }
  }

  /** Runs a command without a terminal. */
  static Result run(String... args) {
    return run(0, args);
  }

  /** Runs a command in a terminal of this width, without colours. */
  static Result run(int columns, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    if (args.length > 0 && !List.of(args).contains("--help") && !args[0].startsWith("-")) {
      all.add("--stacks=" + STACKS);
    }
    return runAsGiven(columns, all.toArray(String[]::new));
  }

  /** Runs a command with nothing added. */
  static Result runAsGiven(int columns, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Anyware.run(new Terminal(new PrintWriter(out), new PrintWriter(err), columns, false), args);
    assertJsonIsAsPublished(out.toString(), args);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** Whatever a test asks for in JSON has the form that is published. */
  private static void assertJsonIsAsPublished(String out, String... args) {
    boolean isJson = List.of(args).contains("--json") || List.of(args).contains("--format=json");
    if (isJson && !out.isEmpty()) {
      boolean isRefusal =
          JsonParser.parseString(out)
              .getAsJsonObject()
              .keySet()
              .equals(Set.of("schemaVersion", "problems"));
      AnswerSchema.assertKept(isRefusal ? "refusal" : args[0], out);
    }
  }
}
