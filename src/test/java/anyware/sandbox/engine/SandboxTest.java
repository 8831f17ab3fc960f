package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.spec.Props;
import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** The clouds as a process: ports, endpoint file, lock, connections. */
final class SandboxTest {
  @TempDir Path home;
  private Sandbox sandbox;
  private final List<ManagedChannel> channels = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(home, List.of(Toy.cloud()), Faults.NONE).orElseThrow();
  }

  @AfterEach
  void stop() throws IOException {
    channels.forEach(ManagedChannel::shutdownNow);
    sandbox.close();
  }

  private ResourceProviderBlockingStub connect() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", sandbox.ports().getOrDefault("toy", 0))
            .usePlaintext()
            .build();
    channels.add(channel);
    return ResourceProviderGrpc.newBlockingStub(channel);
  }

  private ResourceProviderBlockingStub configured(String region) {
    ResourceProviderBlockingStub stub = connect();
    var answer =
        stub.configure(
            ConfigureRequest.newBuilder()
                .setArgs(
                    StructCodec.struct(Props.of(Map.of("region", region, "secretKey", "hush"))))
                .build());
    assertThat(answer.getSupportsPreview()).isTrue();
    return stub;
  }

  private static CreateResponse create(ResourceProviderBlockingStub stub, String name) {
    return stub.create(CreateRequest.newBuilder().setUrn(urn(name)).build());
  }

  private static String urn(String name) {
    return "urn:pulumi:s::p::" + Toy.BOX + "::" + name;
  }

  @Test
  void endpointNamesPortsAndPid() throws IOException {
    assertThat(Files.readString(home.resolve("cloud/endpoint")))
        .isEqualTo(
            "toy=%d\npid=%d\n"
                .formatted(sandbox.ports().get("toy"), ProcessHandle.current().pid()));
  }

  @Test
  void secondStartIsRefusedAndLeavesTheFirstAlone() throws IOException {
    assertThat(Sandbox.start(home, List.of(Toy.cloud()), Faults.NONE)).isEmpty();
    assertThat(home.resolve("cloud/endpoint")).exists();
    create(configured("here"), "b");
  }

  @Test
  void stopTakesTheEndpointAwayAndFreesTheHome() throws IOException {
    sandbox.close();
    assertThat(home.resolve("cloud/endpoint")).doesNotExist();
    sandbox = Sandbox.start(home, List.of(Toy.cloud()), Faults.NONE).orElseThrow();
  }

  @Test
  void filesAndFolderAreTheirOwnersAlone() throws IOException {
    create(configured("here"), "b");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("cloud"))))
        .isEqualTo("rwx------");
    for (String file : List.of("endpoint", "lock", "toy.jsonl", "toy.stacks")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.resolve("cloud").resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aCallToAnotherNameIsRefused() {
    for (String host : List.of("sandbox.example", "127.0.0.1:1", "127.0.0.1")) {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", sandbox.ports().getOrDefault("toy", 0))
              .overrideAuthority(host)
              .usePlaintext()
              .build();
      channels.add(channel);
      assertThatThrownBy(
              () ->
                  ResourceProviderGrpc.newBlockingStub(channel)
                      .getPluginInfo(Empty.getDefaultInstance()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("PERMISSION_DENIED")
          .hasMessageContaining("goes by no other name");
    }
  }

  @Test
  void endsWhenItsHomeIsRemovedAndLeavesTheNextOnesFilesAlone() throws Exception {
    Path cloud = home.resolve("cloud");
    Files.writeString(cloud.resolve("lock"), "1\n");
    assertThat(sandbox.await()).as("somebody else's folder now").isFalse();
    sandbox.close();
    assertThat(cloud.resolve("endpoint")).as("somebody else's").exists();
  }

  @Test
  void connectionsKeepTheirOwnSettings() {
    ResourceProviderBlockingStub here = configured("here");
    ResourceProviderBlockingStub there = configured("there");
    String id = create(here, "b").getId();
    ReadRequest read = ReadRequest.newBuilder().setUrn(urn("b")).setId(id).build();
    assertThat(here.read(read).getId()).isEqualTo(id);
    assertThat(there.read(read).getId()).as("gone, seen from another region").isEmpty();
    assertThatThrownBy(() -> create(connect(), "c"))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("not configured");
  }

  @Test
  void previewsAnswerUnknownAndMakeNothing() throws IOException {
    ResourceProviderBlockingStub stub = configured("here");
    CreateResponse shown =
        stub.create(CreateRequest.newBuilder().setUrn(urn("b")).setPreview(true).build());
    assertThat(shown.getId()).isEmpty();
    assertThat(shown.getProperties().getFieldsOrThrow("address").getStringValue())
        .isEqualTo(StructCodec.UNKNOWN);
    assertThat(Inventory.of(home, List.of("toy"))).isEqualTo("toy: 0 objects\n");
  }

  @Test
  void parallelCallsLoseNothing() throws Exception {
    ResourceProviderBlockingStub stub = configured("here");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<CreateResponse>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "b" + i;
      Callable<CreateResponse> call = () -> create(stub, name);
      answers.add(threads.submit(call));
    }
    List<String> addresses = new ArrayList<>();
    for (Future<CreateResponse> answer : answers) {
      addresses.add(answer.get().getProperties().getFieldsOrThrow("address").getStringValue());
    }
    threads.shutdown();
    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(Inventory.of(home, List.of("toy")))
        .isEqualTo("toy: 200 objects\n  toy:index:Box: 200\n");
  }
}
