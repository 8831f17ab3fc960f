package anyware.sandbox.training;

import io.grpc.stub.StreamObserver;

/** How a call ends. */
final class Answers {
  private Answers() {}

  /** Gives the one answer that a call has. */
  static <T> void give(StreamObserver<T> caller, T answer) {
    caller.onNext(answer);
    caller.onCompleted();
  }
}
