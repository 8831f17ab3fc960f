package anyware.sandbox.training;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** The engine itself: takes messages, and keeps which resource is the stack. */
final class Engine extends EngineImplBase {
  private volatile String root = "";

  /** Passes errors on to standard error; nobody reads the rest. */
  @Override
  public void log(LogRequest request, StreamObserver<Empty> caller) {
    if (request.getSeverity() == LogSeverity.ERROR) {
      System.err.println(request.getMessage());
    }
    Answers.give(caller, Empty.getDefaultInstance());
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> caller) {
    Answers.give(caller, GetRootResourceResponse.newBuilder().setUrn(root).build());
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> caller) {
    root = request.getUrn();
    Answers.give(caller, SetRootResourceResponse.getDefaultInstance());
  }
}
