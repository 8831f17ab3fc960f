package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RefusedException;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What one connection configured. The engine opens a connection for every provider instance of a
 * program, so two regions of one cloud keep apart.
 */
final class Connection {
  private static final Attributes.Key<Connection> ATTRIBUTE = Attributes.Key.create("connection");
  private static final Context.Key<Connection> CURRENT = Context.key("connection");

  private volatile Optional<Props> settings = Optional.empty();
  private volatile boolean known;

  /**
   * Takes the settings.
   *
   * @param configured the declared settings
   */
  void configure(Props configured) {
    settings = Optional.of(configured);
  }

  /**
   * Returns the settings.
   *
   * @throws RefusedException before configuration
   */
  Props settings() {
    return settings.orElseThrow(
        () -> new RefusedException("this connection to the provider is not configured"));
  }

  /**
   * Tells whether a connection's calls are answered. What was found once holds as long as it
   * stands.
   *
   * @param attributes those of a call
   * @param found finds out
   * @return whether they are
   */
  static boolean mayCall(Attributes attributes, BooleanSupplier found) {
    Connection connection = attributes.get(ATTRIBUTE);
    if (connection == null) {
      return false;
    }
    if (!connection.known) {
      connection.known = found.getAsBoolean();
    }
    return connection.known;
  }

  /** The connection of the call that runs. */
  static Connection current() {
    return CURRENT.get();
  }

  /**
   * Gives every new connection its place for settings.
   *
   * @return the filter
   */
  static ServerTransportFilter filter() {
    return new ServerTransportFilter() {
      @Override
      public Attributes transportReady(Attributes attributes) {
        return attributes.toBuilder().set(ATTRIBUTE, new Connection()).build();
      }
    };
  }

  /**
   * Leads every call to its connection.
   *
   * @return the interceptor
   */
  static ServerInterceptor interceptor() {
    return new ServerInterceptor() {
      @Override
      public <A, B> ServerCall.Listener<A> interceptCall(
          ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        Context context = Context.current().withValue(CURRENT, call.getAttributes().get(ATTRIBUTE));
        return Contexts.interceptCall(context, call, headers, next);
      }
    };
  }
}
