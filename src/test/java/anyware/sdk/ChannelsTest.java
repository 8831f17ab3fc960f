package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Empty;
import com.pulumi.deployment.internal.GrpcEngine;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.ManagedChannelRegistry;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;

/** Against a real server on loopback that answers when it is told to. */
class ChannelsTest {
  /** It matters only where something is wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Semaphore asked = new Semaphore(0);
  private final OpenCalls open = new OpenCalls(Duration.ofDays(1));
  private final Channels channels = new Channels(List.of(new CallsInFlight(open)), PATIENCE);
  private final SlowEngine engine = new SlowEngine();
  private Server server;

  @BeforeEach
  void serve() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NettyServerBuilder.forAddress(anyPort).addService(engine).build().start();
  }

  @AfterEach
  void end() {
    channels.close();
    server.shutdownNow();
    ManagedChannelRegistry.getDefaultRegistry().deregister(channels);
  }

  @Test
  void grpcTakesItsChannelsFromHere() {
    ManagedChannelRegistry.getDefaultRegistry().register(channels);
    ManagedChannel channel = ManagedChannelBuilder.forTarget("127.0.0.1:1").usePlaintext().build();
    assertThat(ManagedChannelProvider.provider()).isSameAs(channels);
    channels.close();
    assertThat(channel.isTerminated()).isTrue();
  }

  /** Fails when an SDK takes its channels elsewhere, which would make the patches of them idle. */
  @Test
  void theSdkInUseTakesItsChannelsFromHere() throws InterruptedException {
    ManagedChannelRegistry.getDefaultRegistry().register(channels);
    CompletableFuture<Void> call =
        new GrpcEngine("127.0.0.1:" + server.getPort()).logAsync(LogRequest.getDefaultInstance());
    asked.acquire();
    engine.answer();
    assertThat(call).succeedsWithin(PATIENCE);
    assertThatNoneIsOpen();
  }

  @Test
  void closingEndsTheReadingEvenWhileACallWaits() throws InterruptedException {
    ManagedChannel channel = connect();
    ListenableFuture<Empty> call = call(channel);
    asked.acquire();
    channels.close();
    assertThat(channel.isTerminated()).isTrue();
    assertThatThrownBy(call::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StatusRuntimeException.class);
    assertThat(Thread.getAllStackTraces().values()).noneMatch(ChannelsTest::reads);
  }

  /** Waits for a socket, in native code. The thread that has read may still be telling so. */
  private static boolean reads(StackTraceElement[] stack) {
    return stack.length > 0
        && stack[0].isNativeMethod()
        && stack[0].getClassName().startsWith("sun.nio.ch.")
        && Stream.of(stack).anyMatch(at -> at.getClassName().startsWith("io.grpc.okhttp.Ok"));
  }

  @Test
  void closingWithoutAnyChannelIsNothing() {
    channels.close();
    assertThat(open.count()).isZero();
  }

  @Test
  void everyCallCountsUntilItHasItsAnswer() throws InterruptedException {
    ManagedChannel channel = connect();
    ListenableFuture<Empty> one = call(channel);
    ListenableFuture<Empty> other = call(channel);
    asked.acquire(2);
    assertThat(open.count()).isEqualTo(2);
    engine.answer();
    engine.answer();
    assertThat(one).succeedsWithin(PATIENCE);
    assertThat(other).succeedsWithin(PATIENCE);
    assertThatNoneIsOpen();
  }

  @Test
  void aRefusalIsAnAnswerToo() throws InterruptedException {
    ManagedChannel channel = connect();
    server.shutdownNow().awaitTermination();
    assertThatThrownBy(call(channel)::get).isInstanceOf(ExecutionException.class);
    assertThatNoneIsOpen();
  }

  /** The count goes down after the caller has the answer. */
  private void assertThatNoneIsOpen() {
    assertThat(CompletableFuture.runAsync(() -> open.rest(TimeUnit.DAYS.toNanos(1))))
        .succeedsWithin(PATIENCE);
    assertThat(open.count()).isZero();
  }

  private ManagedChannel connect() {
    return channels.builderForTarget("127.0.0.1:" + server.getPort()).usePlaintext().build();
  }

  private static ListenableFuture<Empty> call(ManagedChannel channel) {
    return EngineGrpc.newFutureStub(channel).log(LogRequest.getDefaultInstance());
  }

  private final class SlowEngine extends EngineGrpc.EngineImplBase {
    private final Semaphore answers = new Semaphore(0);

    void answer() {
      answers.release();
    }

    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      asked.release();
      answers.acquireUninterruptibly();
      observer.onNext(Empty.getDefaultInstance());
      observer.onCompleted();
    }
  }
}
