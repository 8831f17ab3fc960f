package anyware.sandbox;

import anyware.sandbox.aws.Quotas;
import anyware.sandbox.engine.Faults;
import anyware.sandbox.engine.Inventory;
import anyware.sandbox.engine.Recovery;
import anyware.sandbox.engine.Sandbox;
import anyware.sandbox.spec.Cloud;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Starts the offline clouds: {@code anyware.sandbox.Main --home DIR}. With {@code --status} it
 * instead prints how many objects each cloud holds, by type, whether or not the clouds run. With
 * {@code --recover FILE} it completes what was under way in a stack's state when Pulumi was killed,
 * and prints a line for each. What may be set in the environment: {@link Environment}.
 */
public final class Main {
  private static final String USAGE =
      "usage: anyware.sandbox.Main --home DIR [--status | --recover FILE]";

  private Main() {}

  /**
   * Runs until SIGTERM or SIGINT. Exit codes: 1 when another process runs the same home's clouds or
   * a file cannot be used, 2 for wrong arguments.
   *
   * @param args the command line
   * @throws InterruptedException when the wait is cut short
   */
  public static void main(String[] args) throws InterruptedException {
    // What is written is for machines too: digits are 0 to 9 whatever the user's language.
    Locale.setDefault(Locale.ROOT);
    boolean status = args.length == 3 && args[2].equals("--status");
    boolean recover = args.length == 4 && args[2].equals("--recover");
    if (args.length < 2 || !args[0].equals("--home") || (args.length > 2 && !status && !recover)) {
      fail(2, USAGE);
      return;
    }
    try {
      Path home = Path.of(args[1]);
      if (status) {
        System.out.print(Inventory.of(home, names()));
      } else if (recover) {
        Recovery.of(home, names(), Path.of(args[3])).forEach(System.out::println);
      } else {
        serve(home);
      }
    } catch (InvalidPathException | IOException cause) {
      fail(1, "cannot use " + args[1] + " for the offline cloud: " + reason(cause));
    }
  }

  private static List<String> names() {
    return OfflineClouds.all(Quotas.DEFAULT).stream().map(Cloud::name).toList();
  }

  private static String reason(Exception cause) {
    return cause.getClass() == IOException.class
        ? String.valueOf(cause.getMessage())
        : cause.getClass().getSimpleName() + " " + cause.getMessage();
  }

  private static void serve(Path home) throws IOException, InterruptedException {
    Environment environment;
    try {
      environment = Environment.of(System.getenv());
    } catch (IllegalArgumentException wrong) {
      fail(2, String.valueOf(wrong.getMessage()));
      return;
    }
    List<Cloud> clouds = OfflineClouds.all(environment.awsQuotas());
    Optional<Sandbox> sandbox =
        Sandbox.start(home, clouds, Faults.of(environment.delay(), environment.faults()));
    if (sandbox.isEmpty()) {
      fail(1, "the offline cloud of " + home + " already runs; its pid is in cloud/lock there");
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox.get())));
    System.err.println("the offline cloud is ready: " + sandbox.get().ports());
    if (!sandbox.get().await()) {
      System.err.println("the offline cloud ends: its folder " + home + " was removed");
      System.exit(1);
    }
  }

  private static void stop(Sandbox sandbox) {
    try {
      sandbox.close();
    } catch (IOException cause) {
      System.err.println("the offline cloud did not stop cleanly: " + cause.getMessage());
    }
  }

  private static void fail(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
