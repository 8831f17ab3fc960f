package anyware.sdk;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * Has the engine keep every property and output secret: encrypted in the state, and not shown
 * (https://www.pulumi.com/docs/iac/concepts/secrets/). The SDK knows no way back from a value to
 * the setting that it was made of, so where one setting is secret all that is registered is. Only
 * what providers and the stack itself are told stays: it decides where things are, not who may
 * reach them.
 */
final class SecretProperties implements ClientInterceptor {
  /**
   * How a value says what it is
   * (https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go).
   */
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String ENGINES_OWN = "pulumi:";

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void sendMessage(Q message) {
        super.sendMessage(secret(message));
      }
    };
  }

  /** The same message with its properties as secrets, where it has any. */
  @SuppressWarnings("unchecked") // Every message stays of its own type.
  private static <Q> Q secret(Q message) {
    if (message instanceof RegisterResourceRequest request) {
      return request.getType().startsWith(ENGINES_OWN)
          ? message
          : (Q) request.toBuilder().setObject(secret(request.getObject())).build();
    }
    return message instanceof RegisterResourceOutputsRequest request
        ? (Q) request.toBuilder().setOutputs(secret(request.getOutputs())).build()
        : message;
  }

  private static Struct secret(Struct properties) {
    Struct.Builder secrets = Struct.newBuilder();
    properties.getFieldsMap().forEach((name, value) -> secrets.putFields(name, secret(value)));
    return secrets.build();
  }

  private static Value secret(Value value) {
    Struct secret =
        Struct.newBuilder()
            .putFields(SIGNATURE, Value.newBuilder().setStringValue(SECRET).build())
            .putFields("value", value)
            .build();
    return Value.newBuilder().setStructValue(secret).build();
  }
}
