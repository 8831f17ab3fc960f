package anyware.sdk;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls that wait for an answer, and says when there is none any more. */
final class CallsInFlight implements ClientInterceptor {
  private final AtomicInteger calls = new AtomicInteger();
  private final Runnable none;

  /**
   * @param none is run by the thread that brings the last answer, after whoever made the call had
   *     it
   */
  CallsInFlight(Runnable none) {
    this.none = none;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        calls.incrementAndGet();
        super.start(new Counted<>(listener), headers);
      }
    };
  }

  private final class Counted<R> extends SimpleForwardingClientCallListener<R> {
    Counted(ClientCall.Listener<R> listener) {
      super(listener);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      try {
        super.onClose(status, trailers);
      } finally {
        if (calls.decrementAndGet() == 0) {
          none.run();
        }
      }
    }
  }
}
