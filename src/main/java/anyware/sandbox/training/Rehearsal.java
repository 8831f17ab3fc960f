package anyware.sandbox.training;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One run of a command as Pulumi's language host would start it, for a stack of our own. */
final class Rehearsal {
  static final String PROJECT = "anyware-network";
  static final String STACK = "rehearsal";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final long MOST_SECONDS = 60;
  private static final int TOO_SLOW = 124;

  private Rehearsal() {}

  /**
   * Runs the command to its end, or for a minute.
   *
   * @param command the program with its arguments
   * @return its exit code; 124 when it had to be stopped
   * @throws IOException when no port can be had or the command cannot be started
   * @throws InterruptedException when the wait is cut short
   */
  static int run(List<String> command) throws IOException, InterruptedException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0))
            .addService(new Engine())
            .addService(new Monitor())
            .build()
            .start();
    try {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().putAll(environment("127.0.0.1:" + server.getPort()));
      return await(builder.start());
    } finally {
      server.shutdownNow();
    }
  }

  private static int await(Process process) throws InterruptedException {
    try {
      return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : TOO_SLOW;
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * What the language host tells a program.
   *
   * @param address where engine and monitor listen, {@code host:port}
   * @return the variables
   */
  static Map<String, String> environment(String address) {
    return Map.of(
        "PULUMI_ENGINE",
        address,
        "PULUMI_MONITOR",
        address,
        "PULUMI_ORGANIZATION",
        "organization",
        "PULUMI_PROJECT",
        PROJECT,
        "PULUMI_STACK",
        STACK,
        "PULUMI_DRY_RUN",
        "true",
        "PULUMI_PARALLEL",
        "8",
        "PULUMI_CONFIG",
        config(),
        "PULUMI_CONFIG_SECRET_KEYS",
        "[]");
  }

  /** The settings as the engine passes them: a structure of texts, each of which is JSON. */
  private static String config() {
    JsonObject texts = new JsonObject();
    for (Map.Entry<String, JsonElement> setting : new TreeMap<>(settings().asMap()).entrySet()) {
      texts.addProperty(PROJECT + ":" + setting.getKey(), setting.getValue().toString());
    }
    return texts.toString();
  }

  private static JsonObject settings() {
    try (InputStream text =
        Rehearsal.class.getResourceAsStream("/anyware/sandbox/rehearsal.json")) {
      if (text == null) {
        throw new IllegalStateException("rehearsal.json is not in the jar");
      }
      return JsonParser.parseString(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
