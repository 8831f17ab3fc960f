package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.CHECK;
import static anyware.sandbox.gcp.CloudFixture.FIREWALL;
import static anyware.sandbox.gcp.CloudFixture.NETWORK;
import static anyware.sandbox.gcp.CloudFixture.RULE;
import static anyware.sandbox.gcp.CloudFixture.SERVICE;
import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Projects and regions: a Shared VPC's two projects, and what a change of place does. */
final class PlacesTest extends CloudTest {
  private static final String HOST = "projects/acme-host/";
  private static final String NET = HOST + "global/networks/shared";
  private static final String SUBNET = HOST + "regions/us-east4/subnetworks/shared";

  private void shareNetwork() {
    cloud.make(NETWORK, "shared", "name", "shared", "project", "acme-host");
    cloud.make(SUBNETWORK, "shared", "name", "shared", "project", "acme-host", "network", "shared");
  }

  @Test
  void firewallsAndSubnetworksBelongToTheHostProject() {
    shareNetwork();
    for (String type : List.of(FIREWALL, SUBNETWORK)) {
      assertThat(cloud.rig.upRefusals(type, "x", with(type, "network", NET)))
          .contains(
              "network: "
                  + INVALID
                  + "network': '"
                  + NET
                  + "'. Cross project referencing is not allowed for this resource., invalid");
    }
    StoredResource rule =
        cloud.make(FIREWALL, "rule", "name", "rule", "network", NET, "project", "acme-host");
    assertThat(rule.id()).isEqualTo(HOST + "global/firewalls/rule");
    assertThat(cloud.make(FIREWALL, "named", "network", "shared", "project", "acme-host").outputs())
        .as("a bare name is one of the rule's own project")
        .matches(outputs -> outputs.text("network", "").endsWith("/" + NET));
  }

  @Test
  void addressesAndBalancersOfTheServiceProjectLieInTheHostsSubnetwork() {
    shareNetwork();
    StoredResource address =
        cloud.make(
            ADDRESS, "a", "addressType", "INTERNAL", "subnetwork", SUBNET, "address", "10.1.0.9");
    assertThat(address.id()).startsWith("projects/acme-prod/");
    StoredResource service =
        cloud.make(SERVICE, "s", "loadBalancingScheme", "INTERNAL", "network", NET);
    StoredResource rule =
        cloud.make(
            RULE,
            "r",
            "backendService",
            service.id(),
            "loadBalancingScheme",
            "INTERNAL",
            "network",
            NET,
            "subnetwork",
            SUBNET,
            "ipAddress",
            "10.1.0.9",
            "portRange",
            ABSENT,
            "ports",
            List.of("443"));
    assertThat(rule.outputs().text("ipAddress")).hasValue("10.1.0.9");
    StoredResource subnetwork =
        cloud.rig.with(Map.of("project", "acme-host")).find(SUBNETWORK, SUBNET);
    assertThat(cloud.rig.deleteRefusals(subnetwork))
        .singleElement()
        .asString()
        .contains("resourceInUseByAnotherResource", address.id());
  }

  @Test
  void aProjectOfTheProviderAloneIsForgottenWhenItChanges() {
    StoredResource made = cloud.make(CHECK, "c", "name", "c");
    Rig moved = cloud.rig.with(Map.of("project", "acme-lab", "region", "us-east4"));
    assertThat(moved.diff(made, with(CHECK, "name", "c"))).isEmpty();
    StoredResource changed = moved.update(made, with(CHECK, "name", "c", "description", "x"));
    assertThat(changed.outputs().text("project")).as("the old one").hasValue("acme-prod");
    assertThat(cloud.rig.diff(made, with(CHECK, "name", "c", "project", "acme-prod")))
        .as("to write down what it has is no change")
        .isEmpty();
    assertThat(cloud.rig.diff(made, with(CHECK, "name", "c", "project", "acme-lab")))
        .containsExactly("UPDATE project (replace)");
    assertThat(cloud.rig.diff(made, with(CHECK, "name", "c", "region", "us-west1")))
        .containsExactly("UPDATE region (replace)");
  }

  @Test
  void aSubnetworkThatMovesWithinItsNetworkMeetsItself() {
    StoredResource old = cloud.make(SUBNETWORK, "s");
    assertThat(cloud.rig.diff(old, with(SUBNETWORK, "ipCidrRange", "10.1.0.128/25")))
        .containsExactly("UPDATE ipCidrRange (replace)");
    assertThat(
            cloud.rig.upRefusals(
                SUBNETWORK, "moved", with(SUBNETWORK, "ipCidrRange", "10.1.0.128/25")))
        .singleElement()
        .asString()
        .contains("conflicts with existing subnetwork '" + old.inputs().text("name", ""));
    cloud.rig.delete(old);
    cloud.make(SUBNETWORK, "s", "ipCidrRange", "10.1.0.128/25");
  }

  @Test
  void addressesOfTwoNetworksMayBeTheSame() {
    cloud.make(NETWORK, "twin", "name", "twin");
    cloud.make(SUBNETWORK, "twin", "name", "twin", "network", "twin", "ipCidrRange", "10.0.0.0/24");
    Object[] first = {"addressType", "INTERNAL", "subnetwork", "sub", "address", "10.0.0.9"};
    StoredResource one = cloud.make(ADDRESS, "one", first);
    cloud.make(
        ADDRESS, "two", "addressType", "INTERNAL", "subnetwork", "twin", "address", "10.0.0.9");
    StoredResource rule =
        cloud.make(RULE, "r", CloudFixture.inner("subnetwork", "twin", "ipAddress", "10.0.0.9"));
    assertThat(rule.outputs().text("network", "")).endsWith("/twin");
    assertThat(cloud.rig.deleteRefusals(one)).as("the rule uses the other one").isEmpty();
  }

  @Test
  void firewallsDoNotChangeTheirNetwork() {
    StoredResource rule = cloud.make(FIREWALL, "rule");
    assertThat(cloud.rig.diff(rule, with(FIREWALL, "network", "auto")))
        .as("the provider believes they do")
        .containsExactly("UPDATE network");
    assertThat(cloud.rig.updateRefusals(rule, with(FIREWALL, "network", "auto")))
        .singleElement()
        .asString()
        .contains("The network of a firewall rule cannot be changed.");
  }
}
