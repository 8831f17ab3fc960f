package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances stand where Google lets them stand, and hold their subnetworks. */
final class InstancesTest extends CloudTest {
  private static Map<String, Object> instance(String zone, Map<String, ?> one) {
    return Map.of(
        "name",
        "machine",
        "zone",
        zone,
        "machineType",
        "e2-standard-2",
        "bootDisk",
        Map.of("initializeParams", Map.of("image", "ubuntu-os-cloud/ubuntu-2404-lts-amd64")),
        "networkInterfaces",
        List.of(one),
        "tags",
        List.of("connector"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us-east4-a | x          |      | networkInterfaces[0]: Error creating network interfaces
          us-east4-z | subnetwork | held | zone: googleapi: Error 400: Invalid value for field 'zone'
          us-west1-a | subnetwork | held | networkInterfaces[0]: googleapi: Error 400: Invalid value
          us-east4-a | network    | net  | networkInterfaces[0]: googleapi: Error 400: Invalid value
          """)
  void refuses(String zone, String property, String value, String expected) {
    cloud.make(
        SUBNETWORK, "held", "name", "held", "ipCidrRange", "10.77.0.0/24", "region", "us-east4");
    Map<String, ?> one = value == null ? Map.of() : Map.of(property, path(property, value));

    assertThat(cloud.rig.upRefusals(Instances.INSTANCE, "machine", instance(zone, one)))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  private static String path(String property, String name) {
    return property.equals("network")
        ? CloudFixture.IN_PROJECT + "global/networks/" + name
        : CloudFixture.IN_PROJECT + "regions/us-east4/subnetworks/" + name;
  }

  @Test
  void theirSubnetworksStayAsLongAsTheyAreThere() {
    StoredResource subnetwork =
        cloud.make(
            SUBNETWORK,
            "held",
            "name",
            "held",
            "ipCidrRange",
            "10.77.0.0/24",
            "region",
            "us-east4");
    Map<String, Object> wanted =
        instance("us-east4-a", Map.of("subnetwork", path("subnetwork", "held")));
    StoredResource machine = cloud.rig.create(Instances.INSTANCE, "machine", wanted);

    assertThat(cloud.rig.diff(machine, wanted)).isEmpty();
    assertThat(cloud.rig.deleteRefusals(subnetwork))
        .singleElement()
        .asString()
        .contains("is already being used by", "/instances/machine");
    cloud.rig.delete(machine);
    assertThat(cloud.rig.deleteRefusals(subnetwork)).isEmpty();
  }
}
