package anyware.sandbox.engine;

import anyware.sandbox.spec.RefusedException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
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
    T result;
    try {
      result = work.get();
    } catch (RefusedUpdateException refused) {
      observer.onError(refused.status());
      return;
    } catch (RefusedException refused) {
      observer.onError(Status.UNKNOWN.withDescription(refused.getMessage()).asRuntimeException());
      return;
    } catch (RuntimeException broken) {
      observer.onError(
          Status.INTERNAL
              .withDescription("the offline cloud failed: " + broken)
              .asRuntimeException());
      return;
    }
    observer.onNext(result);
    observer.onCompleted();
  }
}
