package anyware.sandbox.engine;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls are answered: those of processes of this process's user, to this very address.
 *
 * <p>The engine knows of a provider that it attaches to nothing but a port, and sends nothing that
 * could carry a secret. What it cannot prove the system can: it tells the owner of the other end of
 * a connection, {@link SocketOwners}. Where it does not (no {@code /proc}, as on macOS), every
 * process of the machine is answered.
 */
final class Callers {
  private Callers() {}

  /**
   * Refuses every other call, before it is looked at.
   *
   * @param owners who owns connections
   * @return the interceptor
   */
  static ServerInterceptor interceptor(SocketOwners owners) {
    return new ServerInterceptor() {
      @Override
      public <A, B> ServerCall.Listener<A> interceptCall(
          ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        String refusal = refusal(call.getAuthority(), call.getAttributes(), owners);
        if (refusal.isEmpty()) {
          return next.startCall(call, headers);
        }
        call.close(Status.PERMISSION_DENIED.withDescription(refusal), new Metadata());
        return new ServerCall.Listener<>() {};
      }
    };
  }

  private static String refusal(
      @Nullable String authority, Attributes attributes, SocketOwners owners) {
    SocketAddress here = attributes.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
    SocketAddress there = attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    if (!(here instanceof InetSocketAddress local)
        || !(there instanceof InetSocketAddress remote)) {
      return "the offline cloud answers connections of this machine only";
    }
    String port = ":" + local.getPort();
    if (authority == null
        || !(authority.equals("127.0.0.1" + port) || authority.equals("localhost" + port))) {
      return "the offline cloud is 127.0.0.1" + port + " and goes by no other name";
    }
    return Connection.mayCall(attributes, () -> owners.mayCall(remote.getPort()))
        ? ""
        : "the offline cloud answers processes of the user only who started it";
  }
}
