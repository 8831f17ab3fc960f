package anyware.sdk;

import io.grpc.ForwardingChannelBuilder;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.function.Consumer;

/** A builder that tells which channels were built with it: the SDK keeps them to itself. */
final class RecordedBuilder extends ForwardingChannelBuilder<RecordedBuilder> {
  private final ManagedChannelBuilder<?> builder;
  private final Consumer<ManagedChannel> record;

  RecordedBuilder(ManagedChannelBuilder<?> builder, Consumer<ManagedChannel> record) {
    this.builder = builder;
    this.record = record;
  }

  @Override
  protected ManagedChannelBuilder<?> delegate() {
    return builder;
  }

  @Override
  public ManagedChannel build() {
    ManagedChannel channel = builder.build();
    record.accept(channel);
    return channel;
  }
}
