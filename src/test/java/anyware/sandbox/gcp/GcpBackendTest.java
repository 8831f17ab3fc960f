package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.GcpWorld.ABSENT;
import static anyware.sandbox.gcp.GcpWorld.CHECK;
import static anyware.sandbox.gcp.GcpWorld.IN_REGION;
import static anyware.sandbox.gcp.GcpWorld.SERVICE;
import static anyware.sandbox.gcp.GcpWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Stored;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What health checks and backend services look like, how they change and when they stay. */
final class GcpBackendTest extends GcpTest {

  @Test
  void healthChecksLookLikeGoogles() {
    Stored made = world.make(CHECK, "c", "name", "c", "httpsHealthCheck", Map.of("host", "x"));
    assertThat(made.id()).isEqualTo(IN_REGION + "healthChecks/c");
    assertThat(made.outputs().text("type")).hasValue("HTTPS");
    assertThat(made.outputs().whole("httpsHealthCheck.port")).hasValue(443L);
    assertThat(made.inputs().text("httpsHealthCheck.requestPath")).hasValue("/");
    assertThat(made.inputs().whole("checkIntervalSec")).hasValue(5L);
    assertThat(world.rig.read(made)).hasValue(made);
    assertThat(world.rig.diff(made, with(CHECK, "name", "c", "timeoutSec", 4)))
        .contains("UPDATE timeoutSec")
        .noneMatch(change -> change.contains("replace"));
  }

  @Test
  void servicesLookLikeGoogles() {
    Stored made = world.make(SERVICE, "s", "name", "s", "protocol", ABSENT);
    assertThat(made.id()).isEqualTo(IN_REGION + "backendServices/s");
    assertThat(made.outputs().text("healthChecks"))
        .hasValue("https://www.googleapis.com/compute/v1/" + IN_REGION + "healthChecks/check");
    assertThat(made.outputs().text("protocol")).hasValue("TCP");
    assertThat(world.rig.read(made)).hasValue(made);
    assertThat(
            world.rig.diff(
                made, with(SERVICE, "name", "s", "loadBalancingScheme", "EXTERNAL_MANAGED")))
        .contains("UPDATE loadBalancingScheme (replace)");
  }

  @Test
  void servicesDoNotMove() {
    Stored made = world.make(SERVICE, "s", "name", "s");
    assertThat(world.rig.diff(made, with(SERVICE, "name", "s", "region", "us-west1")))
        .containsExactly("ADD region");
    assertThat(world.rig.updateRefusals(made, with(SERVICE, "name", "s", "region", "us-west1")))
        .contains(
            "region: googleapi: Error 404: The resource 'projects/acme-prod/regions/us-west1/"
                + "backendServices/s' was not found, notFound");
  }

  @Test
  void healthChecksStayWhileServicesUseThem() {
    Stored check = world.make(CHECK, "mine", "name", "mine");
    Stored service = world.make(SERVICE, "s", "healthChecks", check.outputs().text("selfLink", ""));
    assertThat(world.rig.deleteRefusals(check))
        .singleElement()
        .asString()
        .startsWith("googleapi: Error 400: The health_check resource '" + check.id())
        .contains(service.id());
    world.rig.delete(service);
    assertThat(world.rig.deleteRefusals(check)).isEmpty();
  }
}
