package anyware.sdk;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/**
 * A call of one message that is answered at once when the message is for debugging, and made when
 * it is not. What it is shows only when it is sent, so the call starts then.
 */
final class FilteredCall<Q, R> extends ClientCall<Q, R> {
  private final ClientCall<Q, R> call;
  private final MethodDescriptor.Marshaller<R> answers;
  private @Nullable Listener<R> listener;
  private @Nullable Metadata headers;
  private int requested;
  private boolean started;

  FilteredCall(ClientCall<Q, R> call, MethodDescriptor.Marshaller<R> answers) {
    this.call = call;
    this.answers = answers;
  }

  @Override
  public void start(Listener<R> listener, Metadata headers) {
    this.listener = listener;
    this.headers = headers;
  }

  @Override
  public void request(int messages) {
    if (started) {
      call.request(messages);
    } else {
      requested += messages;
    }
  }

  @Override
  public void cancel(@Nullable String message, @Nullable Throwable cause) {
    if (started) {
      call.cancel(message, cause);
    } else if (listener != null) {
      listener.onClose(Status.CANCELLED.withDescription(message).withCause(cause), new Metadata());
    }
  }

  @Override
  public void halfClose() {
    if (started) {
      call.halfClose();
    }
  }

  @Override
  public void sendMessage(Q message) {
    if (listener == null || headers == null) {
      throw new IllegalStateException("a message before the call was started");
    }
    if (message instanceof LogRequest log && log.getSeverity() == LogSeverity.DEBUG) {
      answer(listener);
    } else {
      started = true;
      call.start(listener, headers);
      call.request(requested);
      call.sendMessage(message);
    }
  }

  private void answer(Listener<R> listener) {
    listener.onHeaders(new Metadata());
    listener.onMessage(answers.parse(InputStream.nullInputStream()));
    listener.onClose(Status.OK, new Metadata());
  }
}
