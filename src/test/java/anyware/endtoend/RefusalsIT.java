package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine shows and does when the settings cannot be used. */
class RefusalsIT {
  @TempDir Path temp;
  private Project project;

  @BeforeEach
  void makeProject() throws Exception {
    project = Project.in(temp);
  }

  @AfterEach
  void stop() throws Exception {
    project.stop();
  }

  private List<String> resources() throws Exception {
    JsonObject deployment =
        project.json("stack", "export", "--stack", "demo").getAsJsonObject("deployment");
    List<String> types = new ArrayList<>();
    if (deployment.has("resources")) {
      for (JsonElement resource : deployment.getAsJsonArray("resources")) {
        types.add(resource.getAsJsonObject().get("type").getAsString());
      }
    }
    return types;
  }

  @Test
  void everyProblemIsSaidAtOnceAndNothingIsRegistered() throws Exception {
    project.editStack("demo", "legacyHttp: true", "legacyHttp: maybe");
    project.editStack("demo", "port: 1812", "port: 70000");
    project.editStack("demo", "cidr: 10.20.0.0/16", "cidr: 10.20.0.1/16");
    project.editStack("demo", "region: us-central1", "regoin: us-central1");

    Project.Result up = project.sandbox("up", "--stack", "demo", "--yes");

    assertThat(up.exitCode()).isNotZero();
    assertThat(up.all())
        .contains(
            "anyware-network:legacyHttp",
            "anyware-network:radius.port",
            "anyware-network:sites.virginia.network.cidr",
            "did you mean 10.20.0.0/16?",
            "anyware-network:sites.iowa.regoin",
            "did you mean region?")
        .doesNotContain("at anyware.", "Exception");
    assertThat(resources()).isSubsetOf("pulumi:pulumi:Stack");
    assertThat(project.cloudObjects()).isZero();
  }

  @Test
  void whatAPlatformWouldRefuseIsSaidBeforeAnythingIsRegistered() throws Exception {
    StringBuilder clients = new StringBuilder("clients: [198.51.100.0");
    for (int host = 1; host <= 60; host++) {
      clients.append(", 198.51.100.").append(host);
    }
    project.editStack("demo", "clients: [0.0.0.0/0]", clients + "]");

    Project.Result preview = project.sandbox("preview", "--stack", "demo");

    assertThat(preview.exitCode()).isNotZero();
    assertThat(preview.all())
        .contains("anyware-network:sites.virginia", "awsRulesPerGroup")
        .doesNotContain("at anyware.", "Exception");
    assertThat(resources()).isSubsetOf("pulumi:pulumi:Stack");
  }
}
