package anyware.sandbox.aws;

import anyware.sandbox.aws.CloudFixture.Case;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The offline AWS refuses what AWS and its provider refuse, at the same step. */
final class RefusalsTest {
  @TempDir Path folder;
  private CloudFixture cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @ParameterizedTest
  @MethodSource({
    "anyware.sandbox.aws.VpcCases#all",
    "anyware.sandbox.aws.SecurityGroupCases#all",
    "anyware.sandbox.aws.ManagedPrefixListCases#all",
    "anyware.sandbox.aws.LoadBalancerCases#all",
    "anyware.sandbox.aws.TargetGroupCases#all",
    "anyware.sandbox.aws.NatGatewayCases#all",
    "anyware.sandbox.aws.TargetCases#all",
    "anyware.sandbox.aws.ServiceCases#all",
    "anyware.sandbox.aws.ListenerCases#all"
  })
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }
}
