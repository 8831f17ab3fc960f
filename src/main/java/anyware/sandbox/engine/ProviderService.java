package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.StoredResource;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * Speaks the provider protocol for one cloud.
 *
 * <p>Longer than 250 lines because the protocol has that many calls.
 */
final class ProviderService extends ResourceProviderGrpc.ResourceProviderImplBase {
  private final Provider provider;
  private final String version;
  private final BridgeNotes notes;

  /**
   * A service.
   *
   * @param provider the cloud
   * @param version the version of the SDK's provider
   */
  ProviderService(Provider provider, String version) {
    this.provider = provider;
    this.version = version;
    this.notes = new BridgeNotes(provider.cloud());
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> observer) {
    GrpcResponder.to(observer, ProviderHandshakeResponse::getDefaultInstance);
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    GrpcResponder.to(observer, Empty::getDefaultInstance);
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    GrpcResponder.to(observer, Empty::getDefaultInstance);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    GrpcResponder.to(observer, () -> PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
    GrpcResponder.to(
        observer,
        () ->
            GetSchemaResponse.newBuilder().setSchema(Schema.of(provider.cloud(), version)).build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          Props sent = StructCodec.props(request.getNews());
          return CheckResponse.newBuilder()
              .setInputs(request.getNews())
              .addAllFailures(
                  ProtocolMessages.failures(ProviderSettings.refusals(provider.cloud(), sent)))
              .build();
        });
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          Props old =
              StructCodec.props(
                  request.hasOldInputs() ? request.getOldInputs() : request.getOlds());
          return ProtocolMessages.diff(
              new ResourceDiff(
                  PropertyChange.between(
                      provider.cloud().settings(),
                      declared(old).values(),
                      Map.of(),
                      declared(StructCodec.props(request.getNews())).values()),
                  false),
              true);
        });
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          Connection.current().configure(declared(StructCodec.props(request.getArgs())));
          return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
  }

  private Props declared(Props sent) {
    return ProviderSettings.declared(provider.cloud(), sent);
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          Props given = notes.read(request.getNews());
          Provider.Checked checked =
              provider.check(
                  Urn.of(request.getUrn()),
                  settings(),
                  request.hasOlds() ? Optional.of(notes.read(request.getOlds())) : Optional.empty(),
                  given,
                  request.getRandomSeed().toByteArray());
          return CheckResponse.newBuilder()
              .setInputs(notes.inputs(type(request.getUrn()), given, checked.inputs()))
              .addAllFailures(ProtocolMessages.failures(checked.failures()))
              .build();
        });
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    GrpcResponder.to(
        observer,
        () ->
            ProtocolMessages.diff(
                provider.diff(
                    Urn.of(request.getUrn()),
                    notes.read(request.hasOldInputs() ? request.getOldInputs() : request.getOlds()),
                    notes.read(request.getOlds()),
                    notes.read(request.getNews())),
                !provider.cloud().terraform()));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    Urn urn = Urn.of(request.getUrn());
    Props inputs = notes.read(request.getProperties());
    if (request.getPreview()) {
      GrpcResponder.to(
          observer,
          () -> provider.previewCreate(urn, settings(), inputs),
          shown ->
              CreateResponse.newBuilder()
                  .setProperties(notes.outputs(type(request.getUrn()), null, shown))
                  .build(),
          shown -> {});
      return;
    }
    GrpcResponder.to(
        observer,
        () -> provider.create(urn, settings(), inputs),
        made ->
            CreateResponse.newBuilder()
                .setId(made.id())
                .setProperties(notes.outputs(type(request.getUrn()), made.id(), made.outputs()))
                .build(),
        provider::answered);
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    GrpcResponder.to(
        observer,
        () ->
            provider
                .read(
                    Urn.of(request.getUrn()),
                    request.getId(),
                    notes.read(request.getProperties()),
                    settings())
                .map(
                    found ->
                        ReadResponse.newBuilder()
                            .setId(found.id())
                            .setInputs(inputs(request, found))
                            .setProperties(
                                notes.outputs(type(request.getUrn()), found.id(), found.outputs()))
                            .build())
                .orElseGet(ReadResponse::getDefaultInstance));
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          Urn urn = Urn.of(request.getUrn());
          Props inputs = notes.read(request.getNews());
          Props outputs =
              request.getPreview()
                  ? provider.previewUpdate(urn, request.getId(), settings(), inputs)
                  : provider.update(urn, request.getId(), settings(), inputs).outputs();
          return UpdateResponse.newBuilder()
              .setProperties(notes.outputs(type(request.getUrn()), request.getId(), outputs))
              .build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          provider.delete(
              Urn.of(request.getUrn()),
              request.getId(),
              notes.read(request.getProperties()),
              settings());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    GrpcResponder.to(
        observer,
        () -> {
          Provider.Checked answer =
              provider.invoke(request.getTok(), settings(), StructCodec.props(request.getArgs()));
          return answer.failures().isEmpty()
              ? InvokeResponse.newBuilder().setReturn(StructCodec.struct(answer.inputs())).build()
              : InvokeResponse.newBuilder()
                  .addAllFailures(ProtocolMessages.failures(answer.failures()))
                  .build();
        });
  }

  /** A refresh tells the inputs that the engine knows; an import knows none. */
  private Struct inputs(ReadRequest request, StoredResource found) {
    ResourceType type = type(request.getUrn());
    Props known = notes.read(request.getInputs());
    return provider.cloud().terraform() && !known.values().isEmpty()
        ? notes.inputs(
            type,
            notes.readGiven(request.getInputs()),
            BridgeNotes.refreshed(type, known, found.outputs()))
        : notes.inputs(type, found.inputs(), found.inputs());
  }

  private ResourceType type(String urn) {
    return provider.type(Urn.of(urn));
  }

  private static Props settings() {
    return Connection.current().settings();
  }
}
