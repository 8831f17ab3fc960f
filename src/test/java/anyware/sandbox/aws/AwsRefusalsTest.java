package anyware.sandbox.aws;

import anyware.sandbox.aws.AwsWorld.Case;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The offline AWS refuses what AWS and its provider refuse, at the same step. */
final class AwsRefusalsTest {
  @TempDir Path folder;
  private AwsWorld world;

  @BeforeEach
  void open() {
    world = new AwsWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @MethodSource({
    "anyware.sandbox.aws.AwsNetworkCases#all",
    "anyware.sandbox.aws.AwsGroupCases#all",
    "anyware.sandbox.aws.AwsBalancingCases#all",
    "anyware.sandbox.aws.AwsTargetGroupCases#all",
    "anyware.sandbox.aws.AwsListenerCases#all"
  })
  void refuses(Case wrong) {
    world.refuses(wrong);
  }
}
