package anyware.sdk;

import io.grpc.ClientInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The patches of Pulumi's Java SDK. Each falls back to what the SDK does when the SDK changes. */
public final class SdkPatches {
  /** What the SDK takes for a yes. */
  private static final Set<String> TRUE = Set.of("1", "t", "true");

  private final Channels channels;

  private SdkPatches(Channels channels) {
    this.channels = channels;
  }

  /**
   * Applies them, before the SDK starts: its waiting loop rests between its turns, its calls take a
   * transport that starts and ends quickly, and its debug messages stay here unless the environment
   * asks for them with {@code PULUMI_JAVA_LOG_VERBOSE} or {@code PULUMI_EXCESSIVE_DEBUG_OUTPUT},
   * the SDK's own switches.
   *
   * @param environment the process's environment
   * @param secret whether all that is registered is to be kept secret
   * @return what is left to do at the end
   */
  public static SdkPatches apply(Map<String, String> environment, boolean secret) {
    List<ClientInterceptor> interceptors = new ArrayList<>();
    if (secret) {
      interceptors.add(new SecretProperties());
    }
    interceptors.add(new CallsInFlight(PacedLogger.install().calls()));
    if (!asks(environment, "PULUMI_JAVA_LOG_VERBOSE")
        && !asks(environment, "PULUMI_EXCESSIVE_DEBUG_OUTPUT")) {
      interceptors.add(new DebugFilter());
    }
    return new SdkPatches(Channels.install(interceptors));
  }

  /**
   * Waits for the program and ends the process with its exit code, as {@code Pulumi.run} does, but
   * with the connections closed first: {@link Channels#close}.
   *
   * @param program the exit code to come
   */
  public void exitAfter(CompletableFuture<Integer> program) {
    int code = program.join();
    channels.close();
    System.exit(code);
  }

  private static boolean asks(Map<String, String> environment, String name) {
    return TRUE.contains(environment.getOrDefault(name, "").toLowerCase(Locale.ROOT));
  }
}
