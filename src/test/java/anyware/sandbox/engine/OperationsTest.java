package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes that shut out others. */
final class OperationsTest {
  private static final ResourceType ROOM =
      ResourceType.named("toy:index:Room", "https://example.com/room")
          .oneAtATime("{house} is busy", inputs -> inputs.text("house", ""))
          .build();

  private final Cloud cloud = Toy.cloud();
  private final Operations operations = new Operations(cloud, Duration.ZERO);

  private Optional<String> begin(String house, String region) {
    return operations.begin(
        ROOM, Props.of(Map.of("house", house)), Props.of(Map.of("region", region)));
  }

  @Test
  void twoChangesOfTheSameDoNotRunTogether() {
    Optional<String> first = begin("main", "here");
    assertThatThrownBy(() -> begin("main", "here"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("main is busy");
    assertThat(begin("annex", "here")).isPresent();
    assertThat(begin("main", "there")).isPresent();
    operations.end(first);
    assertThat(begin("main", "here")).isPresent();
  }

  @Test
  void otherTypesLockNothing() {
    ResourceType box = Objects.requireNonNull(cloud.types().get(Toy.BOX));
    assertThat(operations.begin(box, Props.NONE, Props.NONE)).isEmpty();
    assertThat(operations.begin(box, Props.NONE, Props.NONE)).isEmpty();
  }
}
