package anyware.sdk;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.ManagedChannelRegistry;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The channels that the SDK asks gRPC for: by OkHttp, which is smaller than Netty, loads no native
 * library and starts sooner, with our interceptors in them. The class is internal to gRPC: a later
 * gRPC that changes it does not compile. A later SDK that asks for its channels elsewhere gets
 * those, and the interceptors see no call.
 */
final class Channels extends ManagedChannelProvider {
  /** Above every provider that gRPC brings. */
  private static final int PRIORITY = 10;

  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final List<ClientInterceptor> interceptors;
  private final Duration longestWait;
  private final List<ManagedChannel> built = new CopyOnWriteArrayList<>();

  /**
   * @param interceptors what every call passes, the last one first
   * @param longestWait how long {@link #close()} waits for the channels' threads
   */
  Channels(List<ClientInterceptor> interceptors, Duration longestWait) {
    this.interceptors = interceptors;
    this.longestWait = longestWait;
  }

  /** Makes gRPC take its channels from here. Closing them waits a fifth of a second at most. */
  static Channels install(List<ClientInterceptor> interceptors) {
    Channels channels = new Channels(interceptors, LONGEST_WAIT);
    ManagedChannelRegistry.getDefaultRegistry().register(channels);
    return channels;
  }

  /**
   * Closes all channels and waits until none of their threads reads any more. A thread that reads
   * from a socket is native code to the JVM, whose exit waits 0.3 s for it.
   */
  void close() {
    built.forEach(ManagedChannel::shutdownNow);
    long deadline = System.nanoTime() + longestWait.toNanos();
    try {
      for (ManagedChannel channel : built) {
        channel.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return PRIORITY;
  }

  @Override
  protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
    return lean(OkHttpChannelBuilder.forAddress(name, port));
  }

  @Override
  protected ManagedChannelBuilder<?> builderForTarget(String target) {
    return lean(OkHttpChannelBuilder.forTarget(target));
  }

  /**
   * Engine and program share a machine: nothing to look up, and no message to keep for a second
   * try.
   */
  private ManagedChannelBuilder<?> lean(OkHttpChannelBuilder builder) {
    builder.disableServiceConfigLookUp().disableRetry().intercept(interceptors);
    return new RecordedBuilder(builder, built::add);
  }

  @Override
  protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
    return List.of(InetSocketAddress.class);
  }
}
