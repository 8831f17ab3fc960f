package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The offline clouds of one home, answering on loopback. */
public final class Sandbox implements Closeable {
  private static final int LARGEST_MESSAGE = 64 << 20;
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration LOOK_AT_HOME = Duration.ofSeconds(1);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Home home;
  private final List<Provider> providers = new ArrayList<>();
  private final Map<String, Server> servers = new TreeMap<>();

  private Sandbox(Home home) {
    this.home = home;
  }

  /**
   * Starts the clouds, each on a free port of 127.0.0.1, and writes {@code cloud/endpoint} in the
   * home when all are ready: a line {@code NAME=PORT} a cloud, and {@code pid=N}.
   *
   * @param folder the home
   * @param clouds the clouds
   * @param faults what goes wrong
   * @return the running clouds; nothing when another process runs them
   * @throws IOException when a file or a port cannot be had
   */
  public static Optional<Sandbox> start(Path folder, List<Cloud> clouds, Faults faults)
      throws IOException {
    Optional<Home> home = Home.take(folder);
    if (home.isEmpty()) {
      return Optional.empty();
    }
    Sandbox sandbox = new Sandbox(home.get());
    try {
      AddressPool pool = new AddressPool();
      for (Cloud cloud : clouds) {
        Path journal = Home.journal(folder, cloud.name());
        sandbox.providers.add(new Provider(cloud, journal, pool, faults, MOMENT));
      }
      SocketOwners owners = SocketOwners.ofThisSystem();
      for (Provider provider : sandbox.providers) {
        sandbox.servers.put(provider.cloud().name(), serve(provider, owners));
      }
      home.get().announce(sandbox.ports());
      return Optional.of(sandbox);
    } catch (IOException | RuntimeException cause) {
      sandbox.close();
      throw cause;
    }
  }

  private static Server serve(Provider provider, SocketOwners owners) throws IOException {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0))
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .addTransportFilter(Connection.filter())
        .intercept(Connection.interceptor())
        // The last one added is asked first.
        .intercept(Callers.interceptor(owners))
        .addService(new ProviderService(provider, version(provider.cloud().name())))
        .build()
        .start();
  }

  /** The version of the provider that the SDK expects, or the engine warns on every run. */
  private static String version(String provider) throws IOException {
    String resource = "/com/pulumi/" + provider + "/version.txt";
    try (InputStream text = Sandbox.class.getResourceAsStream(resource)) {
      return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /**
   * The ports by provider name.
   *
   * @return the ports
   */
  public Map<String, Integer> ports() {
    Map<String, Integer> ports = new TreeMap<>();
    servers.forEach((name, server) -> ports.put(name, server.getPort()));
    return ports;
  }

  /**
   * Waits until the clouds are stopped, or their home is removed.
   *
   * @return whether the home is still there
   * @throws InterruptedException when the wait is cut short
   */
  public boolean await() throws InterruptedException {
    for (Server server : servers.values()) {
      while (!server.awaitTermination(LOOK_AT_HOME.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!home.isHeld()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Stops: running calls get a moment to end, then the home is given up. */
  @Override
  public void close() throws IOException {
    servers.values().forEach(Server::shutdown);
    for (Server server : servers.values()) {
      try {
        if (!server.awaitTermination(2, TimeUnit.SECONDS)) {
          server.shutdownNow();
        }
      } catch (InterruptedException cutShort) {
        server.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
    for (Provider provider : providers) {
      provider.close();
    }
    home.close();
  }
}
