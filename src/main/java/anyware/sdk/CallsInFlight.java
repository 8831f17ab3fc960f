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

/** Tells of every call when it begins and, after whoever made it had the answer, when it ends. */
final class CallsInFlight implements ClientInterceptor {
  private final OpenCalls open;

  CallsInFlight(OpenCalls open) {
    this.open = open;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        open.begin();
        super.start(new Told<>(listener), headers);
      }
    };
  }

  private final class Told<R> extends SimpleForwardingClientCallListener<R> {
    Told(ClientCall.Listener<R> listener) {
      super(listener);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      try {
        super.onClose(status, trailers);
      } finally {
        open.end(status.isOk());
      }
    }
  }
}
