package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import anyware.testing.Golden;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each cloud gets its policy in the form that it takes. */
class PermissionsCommandTest {

  @Test
  void printsEachCloudsPolicyWithTheCommandThatTakesIt() {
    Result result = Cli.run("permissions", "--stack=three");

    assertThat(result.exitCode()).isZero();
    Golden.assertTextMatches("cli/permissions", result.out());
  }

  @Test
  void aCloudsDocumentAloneIsJson() {
    assertThat(Cli.run("permissions", "--stack=three", "--cloud=aws").json().keySet())
        .containsExactly("Version", "Statement");
    assertThat(Cli.run("permissions", "--stack=three", "--cloud=azure").json().keySet())
        .contains("Name", "Actions", "AssignableScopes");
    assertThat(Cli.run("permissions", "--stack=three", "--cloud=gcp").json().keySet())
        .contains("includedPermissions");
  }

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
  @Test
  void thePolicyOfAwsFitsIntoOne() {
    String policy = Cli.run("permissions", "--stack=three", "--cloud=aws").out();

    assertThat(policy.replaceAll("\\s", "").length()).isLessThan(6144);
  }

  @Test
  void nothingIsAllowedAtLarge() {
    for (JsonElement policy :
        Cli.run("permissions", "--stack=three", "--json").json().getAsJsonArray("policies")) {
      assertThat(policy.toString()).doesNotContain("*/", "/*\"", ":*\"");
    }
  }

  @Test
  void rulesOfASharedVpcAreItsHostProjects(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.shared.yaml"),
        """
        config:
          anyware-network:peers:
            internalClients: [10.7.0.0/16]
            domainControllers: [10.9.0.10]
            dns: [10.9.0.10]
          anyware-network:sites:
            iowa:
              cloud: gcp
              region: us-central1
              project: service-project
              network:
                existing:
                  network: projects/host-project/global/networks/shared
                  workstationRanges: [10.1.0.0/24]
                  balancerSubnets: [projects/host-project/regions/us-central1/subnetworks/front]
              balancer: {scheme: internal}
        """);
    String stacks = "--stacks=" + folder;
    JsonArray policies =
        Cli.runAsGiven(0, "permissions", "--json", stacks).json().getAsJsonArray("policies");

    assertThat(policies).hasSize(2);
    assertThat(policies.get(0).toString())
        .contains("\"scope\":\"host-project\"", "compute.firewalls.create")
        .contains("compute.subnetworks.use")
        .doesNotContain("compute.forwardingRules.create");
    assertThat(policies.get(1).toString())
        .contains("\"scope\":\"service-project\"", "compute.forwardingRules.create")
        .doesNotContain("compute.firewalls");
    Result several = Cli.runAsGiven(0, "permissions", "--cloud=gcp", stacks);
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.err()).contains("--scope", "host-project");
    assertThat(
            Cli.runAsGiven(0, "permissions", "--cloud=gcp", "--scope=host-project", stacks)
                .json()
                .has("includedPermissions"))
        .isTrue();
  }

  @Test
  void aCloudWithoutASiteHasNone() {
    Result result = Cli.run("permissions", "--stack=aws-bare", "--cloud=azure");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("the stack has nothing there; it has: aws (us-east-1)");
  }
}
