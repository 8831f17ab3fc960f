package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.ResourceType;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import pulumirpc.Provider.ErrorResourceInitFailed;

/**
 * An update that the cloud refused and after which the provider nevertheless reports the new values
 * as the object's. The engine then writes them into the state, and tries again at every run.
 */
final class RefusedUpdateException extends RefusedException {
  /** Where gRPC carries details of an error: https://grpc.io/docs/guides/error/. */
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private static final String TYPE = "type.googleapis.com/pulumirpc.ErrorResourceInitFailed";

  private final transient ErrorResourceInitFailed report;

  /**
   * A refusal.
   *
   * @param refusals the reasons
   * @param id the object's id
   * @param inputs what the program asked for
   * @param outputs what the provider takes the object for
   */
  RefusedUpdateException(List<Refusal> refusals, String id, Props inputs, Props outputs) {
    super(refusals);
    report =
        ErrorResourceInitFailed.newBuilder()
            .setId(id)
            .setInputs(StructCodec.struct(inputs))
            .setProperties(StructCodec.struct(outputs))
            .addAllReasons(refusals.stream().map(Refusal::message).toList())
            .build();
  }

  /** What the provider tells of an object whose refused values it takes for real. */
  static RefusedUpdateException of(ResourceType type, Request request, RefusedException refused) {
    return new RefusedUpdateException(
        refused.refusals(),
        request.id(),
        request.inputs(),
        PropertyFiller.outputs(type.body(), request, false));
  }

  /**
   * What the provider takes the object for.
   *
   * @return the outputs that the engine writes down
   */
  Props outputs() {
    return StructCodec.props(report.getProperties());
  }

  /** The answer in the provider protocol. */
  StatusRuntimeException status() {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, details());
    return Status.UNKNOWN.withDescription(getMessage()).asRuntimeException(trailers);
  }

  /** A google.rpc.Status: code, message and one detail, an Any of type URL and value. */
  private byte[] details() {
    byte[] detail =
        message(
            out -> {
              out.writeString(1, TYPE);
              out.writeBytes(2, report.toByteString());
            });
    return message(
        out -> {
          out.writeInt32(1, Status.Code.UNKNOWN.value());
          out.writeString(2, String.valueOf(getMessage()));
          out.writeBytes(3, ByteString.copyFrom(detail));
        });
  }

  /** The fields of a protocol buffers message. */
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      fields.write(out);
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
