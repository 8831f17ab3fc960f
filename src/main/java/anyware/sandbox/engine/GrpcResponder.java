package anyware.sandbox.engine;

import anyware.sandbox.spec.RefusedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers calls of the provider protocol. */
final class GrpcResponder {
  private GrpcResponder() {}

  /**
   * Answers a call, and turns what goes wrong into a message without a stack trace.
   *
   * @param observer takes the answer
   * @param work makes it
   * @param <T> the kind of answer
   */
  static <T> void to(StreamObserver<T> observer, Supplier<T> work) {
    to(observer, work, answer -> answer, answer -> {});
  }

  /**
   * Answers a call, and tells whether the caller was there to take the answer.
   *
   * @param observer takes the answer
   * @param work does what was asked
   * @param form writes its result as the answer
   * @param delivered takes the result once the answer is on its way to a caller that is there
   * @param <R> the kind of result
   * @param <T> the kind of answer
   */
  static <R, T> void to(
      StreamObserver<T> observer, Supplier<R> work, Function<R, T> form, Consumer<R> delivered) {
    R result;
    T answer;
    try {
      result = work.get();
      answer = form.apply(result);
    } catch (RefusedUpdateException refused) {
      observer.onError(refused.status());
      return;
    } catch (RefusedException refused) {
      observer.onError(Status.UNKNOWN.withDescription(refused.getMessage()).asRuntimeException());
      return;
    } catch (UncheckedIOException disk) {
      observer.onError(
          internal("the offline cloud " + Objects.requireNonNull(disk.getCause()).getMessage()));
      return;
    } catch (RuntimeException broken) {
      observer.onError(internal("the offline cloud failed: " + broken));
      return;
    }
    try {
      observer.onNext(answer);
      observer.onCompleted();
    } catch (StatusRuntimeException gone) {
      return;
    }
    delivered.accept(result);
  }

  private static StatusRuntimeException internal(String message) {
    return Status.INTERNAL.withDescription(message).asRuntimeException();
  }
}
