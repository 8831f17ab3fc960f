package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/** Against a real server on loopback. */
class DebugFilterTest {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void connect() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NettyServerBuilder.forAddress(anyPort).addService(new Engine()).build().start();
    channel =
        new Channels(List.of(new DebugFilter()), Duration.ZERO)
            .builderForTarget("127.0.0.1:" + server.getPort())
            .usePlaintext()
            .build();
  }

  @AfterEach
  void disconnect() throws InterruptedException {
    channel.shutdownNow();
    server.shutdownNow();
    // Its threads are not for other tests to see.
    assertThat(channel.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void debugMessagesAreAnsweredHere() throws ExecutionException, InterruptedException {
    assertThat(log(LogSeverity.DEBUG, "registering")).isEqualTo(Empty.getDefaultInstance());
    assertThat(received).isEmpty();
  }

  @Test
  void everyOtherMessageReachesTheEngine() throws ExecutionException, InterruptedException {
    log(LogSeverity.INFO, "one");
    log(LogSeverity.DEBUG, "two");
    log(LogSeverity.WARNING, "three");
    log(LogSeverity.ERROR, "four");
    assertThat(received).containsExactly("one", "three", "four");
  }

  @Test
  void aRefusedMessageIsRefused() {
    assertThatThrownBy(() -> EngineGrpc.newBlockingStub(channel).log(message("refuse")))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL));
  }

  @Test
  void otherCallsPass() {
    var root =
        EngineGrpc.newBlockingStub(channel)
            .getRootResource(GetRootResourceRequest.getDefaultInstance());
    assertThat(root.getUrn()).isEqualTo("the root");
  }

  private Empty log(LogSeverity severity, String text)
      throws ExecutionException, InterruptedException {
    LogRequest request = message(text).toBuilder().setSeverity(severity).build();
    return EngineGrpc.newFutureStub(channel).log(request).get();
  }

  private static LogRequest message(String text) {
    return LogRequest.newBuilder().setSeverity(LogSeverity.INFO).setMessage(text).build();
  }

  private final class Engine extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      received.add(request.getMessage());
      if (request.getMessage().equals("refuse")) {
        observer.onError(Status.INTERNAL.asRuntimeException());
      } else {
        observer.onNext(Empty.getDefaultInstance());
        observer.onCompleted();
      }
    }

    @Override
    public void getRootResource(
        GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> observer) {
      observer.onNext(GetRootResourceResponse.newBuilder().setUrn("the root").build());
      observer.onCompleted();
    }
  }
}
