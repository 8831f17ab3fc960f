package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Stored;
import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
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

/** Speaks the provider protocol for one cloud. */
final class ProviderService extends ResourceProviderGrpc.ResourceProviderImplBase {
  private final Provider provider;
  private final String version;

  /**
   * A service.
   *
   * @param provider the cloud
   * @param version the version of the SDK's provider
   */
  ProviderService(Provider provider, String version) {
    this.provider = provider;
    this.version = version;
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> observer) {
    Answer.to(observer, ProviderHandshakeResponse::getDefaultInstance);
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    Answer.to(observer, Empty::getDefaultInstance);
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    Answer.to(observer, Empty::getDefaultInstance);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    Answer.to(observer, () -> PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
    Answer.to(
        observer,
        () ->
            GetSchemaResponse.newBuilder().setSchema(Schema.of(provider.cloud(), version)).build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Props sent = Wire.props(request.getNews());
          return CheckResponse.newBuilder()
              .setInputs(request.getNews())
              .addAllFailures(Messages.failures(Settings.refusals(provider.cloud(), sent)))
              .build();
        });
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Props old =
              Wire.props(request.hasOldInputs() ? request.getOldInputs() : request.getOlds());
          return Messages.diff(
              new Difference(
                  Change.between(
                      provider.cloud().settings(),
                      declared(old).values(),
                      declared(Wire.props(request.getNews())).values()),
                  false));
        });
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Connection.current().configure(declared(Wire.props(request.getArgs())));
          return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
  }

  private Props declared(Props sent) {
    return Settings.declared(provider.cloud(), sent);
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Provider.Checked checked =
              provider.check(
                  Urn.of(request.getUrn()),
                  settings(),
                  request.hasOlds() ? Optional.of(Wire.props(request.getOlds())) : Optional.empty(),
                  Wire.props(request.getNews()),
                  request.getRandomSeed().toByteArray());
          return CheckResponse.newBuilder()
              .setInputs(Wire.struct(checked.inputs()))
              .addAllFailures(Messages.failures(checked.failures()))
              .build();
        });
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    Answer.to(
        observer,
        () ->
            Messages.diff(
                provider.diff(
                    Urn.of(request.getUrn()),
                    Wire.props(request.hasOldInputs() ? request.getOldInputs() : request.getOlds()),
                    Wire.props(request.getNews()))));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Urn urn = Urn.of(request.getUrn());
          Props inputs = Wire.props(request.getProperties());
          if (request.getPreview()) {
            Props outputs = provider.previewCreate(urn, settings(), inputs);
            return CreateResponse.newBuilder().setProperties(Wire.struct(outputs)).build();
          }
          Stored made = provider.create(urn, settings(), inputs);
          return CreateResponse.newBuilder()
              .setId(made.id())
              .setProperties(Wire.struct(made.outputs()))
              .build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    Answer.to(
        observer,
        () ->
            provider
                .read(Urn.of(request.getUrn()), request.getId(), settings())
                .map(
                    found ->
                        ReadResponse.newBuilder()
                            .setId(found.id())
                            .setInputs(Wire.struct(found.inputs()))
                            .setProperties(Wire.struct(found.outputs()))
                            .build())
                .orElseGet(ReadResponse::getDefaultInstance));
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Urn urn = Urn.of(request.getUrn());
          Props inputs = Wire.props(request.getNews());
          Props outputs =
              request.getPreview()
                  ? provider.previewUpdate(urn, request.getId(), settings(), inputs)
                  : provider.update(urn, request.getId(), settings(), inputs).outputs();
          return UpdateResponse.newBuilder().setProperties(Wire.struct(outputs)).build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    Answer.to(
        observer,
        () -> {
          provider.delete(Urn.of(request.getUrn()), request.getId(), settings());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    Answer.to(
        observer,
        () -> {
          Provider.Checked answer =
              provider.invoke(request.getTok(), settings(), Wire.props(request.getArgs()));
          return answer.failures().isEmpty()
              ? InvokeResponse.newBuilder().setReturn(Wire.struct(answer.inputs())).build()
              : InvokeResponse.newBuilder()
                  .addAllFailures(Messages.failures(answer.failures()))
                  .build();
        });
  }

  private static Props settings() {
    return Connection.current().settings();
  }
}
