package anyware.sandbox;

import anyware.sandbox.aws.Quotas;
import anyware.sandbox.engine.Inventory;
import anyware.sandbox.engine.Sandbox;
import anyware.sandbox.spec.Cloud;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts the offline clouds: {@code anyware.sandbox.Main --home DIR}. With {@code --status} it
 * instead prints how many objects each cloud holds, by type, whether or not the clouds run. What
 * may be set in the environment: {@link Environment}.
 */
public final class Main {
  private static final String USAGE = "usage: anyware.sandbox.Main --home DIR [--status]";

  private Main() {}

  /**
   * Runs until SIGTERM or SIGINT. Exit codes: 1 when another process runs the same home's clouds or
   * a file cannot be used, 2 for wrong arguments.
   *
   * @param args the command line
   * @throws InterruptedException when the wait is cut short
   */
  public static void main(String[] args) throws InterruptedException {
    boolean status = args.length == 3 && args[2].equals("--status");
    if (args.length < 2 || !args[0].equals("--home") || (args.length > 2 && !status)) {
      fail(2, USAGE);
      return;
    }
    try {
      Path home = Path.of(args[1]);
      if (status) {
        System.out.print(
            Inventory.of(
                home, OfflineClouds.all(Quotas.DEFAULT).stream().map(Cloud::name).toList()));
      } else {
        serve(home);
      }
    } catch (InvalidPathException | IOException cause) {
      fail(1, "cannot use " + args[1] + " for the offline cloud: " + reason(cause));
    }
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
    Optional<Sandbox> sandbox = Sandbox.start(home, clouds, environment.delay());
    if (sandbox.isEmpty()) {
      fail(1, "the offline cloud of " + home + " already runs; its pid is in cloud/endpoint there");
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox.get())));
    System.err.println("the offline cloud is ready: " + sandbox.get().ports());
    sandbox.get().await();
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
