package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.CHECK;
import static anyware.sandbox.gcp.CloudFixture.GROUP;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.SERVICE;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What health checks and backend services look like, how they change and when they stay. */
final class BackendServicesTest extends CloudTest {

  @Test
  void healthChecksLookLikeGoogles() {
    StoredResource made =
        cloud.make(CHECK, "c", "name", "c", "httpsHealthCheck", Map.of("host", "x"));
    assertThat(made.id()).isEqualTo(IN_REGION + "healthChecks/c");
    assertThat(made.outputs().text("type")).hasValue("HTTPS");
    assertThat(made.outputs().whole("httpsHealthCheck.port")).hasValue(443L);
    assertThat(made.inputs().text("httpsHealthCheck.requestPath")).hasValue("/");
    assertThat(made.inputs().whole("checkIntervalSec")).hasValue(5L);
    assertThat(cloud.rig.read(made)).hasValue(made);
    assertThat(cloud.rig.diff(made, with(CHECK, "name", "c", "timeoutSec", 4)))
        .contains("UPDATE timeoutSec")
        .noneMatch(change -> change.contains("replace"));
  }

  @Test
  void servicesLookLikeGoogles() {
    StoredResource made = cloud.make(SERVICE, "s", "name", "s", "protocol", ABSENT);
    assertThat(made.id()).isEqualTo(IN_REGION + "backendServices/s");
    assertThat(made.outputs().text("healthChecks"))
        .hasValue("https://www.googleapis.com/compute/v1/" + IN_REGION + "healthChecks/check");
    assertThat(made.outputs().text("protocol")).hasValue("TCP");
    assertThat(cloud.rig.read(made)).hasValue(made);
    assertThat(
            cloud.rig.diff(
                made, with(SERVICE, "name", "s", "loadBalancingScheme", "EXTERNAL_MANAGED")))
        .contains("UPDATE loadBalancingScheme (replace)");
  }

  @Test
  void servicesDoNotMove() {
    StoredResource made = cloud.make(SERVICE, "s", "name", "s");
    assertThat(cloud.rig.diff(made, with(SERVICE, "name", "s", "region", "us-east4"))).isEmpty();
    assertThat(cloud.rig.diff(made, with(SERVICE, "name", "s", "region", "us-west1")))
        .containsExactly("UPDATE region");
    assertThat(cloud.rig.updateRefusals(made, with(SERVICE, "name", "s", "region", "us-west1")))
        .contains(
            "region: googleapi: Error 404: The resource 'projects/acme-prod/regions/us-west1/"
                + "backendServices/s' was not found, notFound");
  }

  @Test
  void servicesThatShouldMoveAreOrphaned() {
    StoredResource made = cloud.make(SERVICE, "s", "name", "s");
    Object[] moved = {"name", "s", "region", "us-west1"};
    StoredResource stuck = cloud.rig.afterRefusedUpdate(made, with(SERVICE, moved));
    assertThat(stuck.outputs().text("region")).hasValue("us-west1");
    assertThat(cloud.rig.diff(stuck, with(SERVICE, moved))).as("nothing left to do").isEmpty();
    assertThat(cloud.rig.updateRefusals(stuck, with(SERVICE, moved))).isNotEmpty();
    assertThat(cloud.rig.deleteRefusals(stuck)).as("the 404 counts as gone").isEmpty();
    assertThat(cloud.rig.read(made)).as("the orphan").hasValue(made);
  }

  @Test
  void instanceGroupsStayWhileServicesUseThem() {
    StoredResource group = cloud.make(GROUP, "g", "name", "g", "zone", "us-east4-b");
    assertThat(group.id()).isEqualTo(IN_PROJECT + "zones/us-east4-b/instanceGroups/g");
    StoredResource service =
        cloud.make(
            SERVICE,
            "s",
            "loadBalancingScheme",
            "INTERNAL",
            "network",
            "net",
            "backends",
            List.of(Map.of("group", group.outputs().text("selfLink", ""))));
    assertThat(service.inputs().objects("backends").get(0).text("balancingMode"))
        .as("the provider's default")
        .hasValue("CONNECTION");
    assertThat(cloud.rig.deleteRefusals(group))
        .singleElement()
        .asString()
        .contains(service.id(), "resourceInUseByAnotherResource");
    cloud.rig.delete(service);
    assertThat(cloud.rig.deleteRefusals(group)).isEmpty();
  }

  @Test
  void healthChecksStayWhileServicesUseThem() {
    StoredResource check = cloud.make(CHECK, "mine", "name", "mine");
    StoredResource service =
        cloud.make(SERVICE, "s", "healthChecks", check.outputs().text("selfLink", ""));
    assertThat(cloud.rig.deleteRefusals(check))
        .singleElement()
        .asString()
        .startsWith("googleapi: Error 400: The health_check resource '" + check.id())
        .contains(service.id());
    cloud.rig.delete(service);
    assertThat(cloud.rig.deleteRefusals(check)).isEmpty();
  }
}
