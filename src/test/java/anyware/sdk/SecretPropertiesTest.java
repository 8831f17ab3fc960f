package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.ResourceMonitorGrpc;

class SecretPropertiesTest {
  private static final Struct PLAIN =
      Struct.newBuilder()
          .putFields("ranges", Value.newBuilder().setStringValue("198.51.100.0/24").build())
          .build();

  private final List<Object> sent = new ArrayList<>();

  /** Keeps what is sent. */
  private final class Recorder extends Channel {
    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        public void start(Listener<R> listener, Metadata headers) {}

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(String message, Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {
          sent.add(message);
        }
      };
    }

    @Override
    public String authority() {
      return "nobody";
    }
  }

  private <Q, R> Object sent(MethodDescriptor<Q, R> method, Q message) {
    Channel channel = ClientInterceptors.intercept(new Recorder(), new SecretProperties());
    channel.newCall(method, CallOptions.DEFAULT).sendMessage(message);
    return sent.get(sent.size() - 1);
  }

  private static void assertSecret(Struct properties) {
    assertThat(properties.getFieldsMap()).containsOnlyKeys("ranges");
    assertThat(properties.getFieldsOrThrow("ranges").getStructValue().getFieldsMap())
        .containsEntry("value", PLAIN.getFieldsOrThrow("ranges"))
        .containsEntry(
            "4dabf18193072939515e22adb298388d",
            Value.newBuilder().setStringValue("1b47061264138c4ac30d75fd1eb44270").build());
  }

  @Test
  void everyPropertyAndOutputIsSecret() {
    RegisterResourceRequest rule =
        RegisterResourceRequest.newBuilder()
            .setType("gcp:compute/firewall:Firewall")
            .setName("rule")
            .setObject(PLAIN)
            .build();
    RegisterResourceOutputsRequest outputs =
        RegisterResourceOutputsRequest.newBuilder().setUrn("urn").setOutputs(PLAIN).build();

    RegisterResourceRequest secretRule =
        (RegisterResourceRequest) sent(ResourceMonitorGrpc.getRegisterResourceMethod(), rule);
    RegisterResourceOutputsRequest secretOutputs =
        (RegisterResourceOutputsRequest)
            sent(ResourceMonitorGrpc.getRegisterResourceOutputsMethod(), outputs);

    assertSecret(secretRule.getObject());
    assertThat(secretRule.toBuilder().setObject(PLAIN).build()).isEqualTo(rule);
    assertSecret(secretOutputs.getOutputs());
    assertThat(secretOutputs.getUrn()).isEqualTo("urn");
  }

  @Test
  void whatProvidersAreToldStays() {
    RegisterResourceRequest provider =
        RegisterResourceRequest.newBuilder()
            .setType("pulumi:providers:gcp")
            .setObject(PLAIN)
            .build();

    assertThat(sent(ResourceMonitorGrpc.getRegisterResourceMethod(), provider)).isEqualTo(provider);
  }
}
