package anyware.sdk;

import io.grpc.ManagedChannelProvider;
import io.grpc.ManagedChannelRegistry;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.List;

/** The channels that the SDK would use anyway, with {@link DebugFilter} in them. */
final class Channels extends ManagedChannelProvider {
  /** Above every provider that gRPC brings. */
  private static final int PRIORITY = 10;

  /** Makes gRPC take its channels from here. */
  static void install() {
    ManagedChannelRegistry.getDefaultRegistry().register(new Channels());
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
  protected NettyChannelBuilder builderForAddress(String name, int port) {
    return lean(NettyChannelBuilder.forAddress(name, port));
  }

  @Override
  protected NettyChannelBuilder builderForTarget(String target) {
    return lean(NettyChannelBuilder.forTarget(target));
  }

  /**
   * Engine and program share a machine: nothing to look up, and no message to keep for a second
   * try.
   */
  private static NettyChannelBuilder lean(NettyChannelBuilder builder) {
    return builder.disableServiceConfigLookUp().disableRetry().intercept(new DebugFilter());
  }

  @Override
  protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
    return List.of(InetSocketAddress.class);
  }
}
