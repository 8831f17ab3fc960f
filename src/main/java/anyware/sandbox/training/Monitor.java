package anyware.sandbox.training;

import com.google.protobuf.Empty;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import java.util.List;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** The engine's resource monitor, in a preview in which everything is new. */
final class Monitor extends ResourceMonitorImplBase {
  private static final String ZONES = "aws:index/getAvailabilityZones:getAvailabilityZones";

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> caller) {
    Answers.give(caller, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
  }

  /** Gives the inputs back as the resource; a preview knows no id yet. */
  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> caller) {
    String urn =
        "urn:pulumi:"
            + Rehearsal.STACK
            + "::"
            + Rehearsal.PROJECT
            + "::"
            + request.getType()
            + "::"
            + request.getName();
    Answers.give(
        caller,
        RegisterResourceResponse.newBuilder().setUrn(urn).setObject(request.getObject()).build());
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> caller) {
    Answers.give(caller, Empty.getDefaultInstance());
  }

  /** Names three zones where zones are asked for, and knows nothing else. */
  @Override
  public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> caller) {
    Struct.Builder answer = Struct.newBuilder();
    if (request.getTok().equals(ZONES)) {
      answer.putFields("names", texts("zone-a", "zone-b", "zone-c"));
      answer.putFields("zoneIds", texts("id-a", "id-b", "id-c"));
    }
    Answers.give(caller, ResourceInvokeResponse.newBuilder().setReturn(answer).build());
  }

  private static Value texts(String... texts) {
    ListValue.Builder list = ListValue.newBuilder();
    List.of(texts).forEach(text -> list.addValues(Value.newBuilder().setStringValue(text)));
    return Value.newBuilder().setListValue(list).build();
  }
}
