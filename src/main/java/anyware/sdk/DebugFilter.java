package anyware.sdk;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** Keeps the debug messages of the SDK, four and more a resource, from travelling to the engine. */
final class DebugFilter implements ClientInterceptor {
  private static final String LOG = "pulumirpc.Engine/Log";

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    ClientCall<Q, R> call = next.newCall(method, options);
    return method.getFullMethodName().equals(LOG)
        ? new FilteredCall<>(call, method.getResponseMarshaller())
        : call;
  }
}
