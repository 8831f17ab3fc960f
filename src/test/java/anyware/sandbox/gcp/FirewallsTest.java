package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.FIREWALL;
import static anyware.sandbox.gcp.CloudFixture.layer;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What firewall rules look like, what they accept and how they change. */
final class FirewallsTest extends CloudTest {
  @Test
  void rulesLookLikeGoogles() {
    StoredResource made =
        cloud.make(FIREWALL, "web", "name", "web", "targetTags", List.of("connector"));
    assertThat(made.id()).isEqualTo("projects/acme-prod/global/firewalls/web");
    assertThat(made.inputs().values()).containsEntry("priority", 1000.0);
    assertThat(made.outputs().values())
        .containsEntry("direction", "INGRESS")
        .containsEntry("disabled", false)
        .containsEntry("destinationRanges", List.of())
        .doesNotContainKey("enableLogging");
    assertThat(made.outputs().text("creationTimestamp", ""))
        .matches("2026-01-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-08:00");
    assertThat(cloud.rig.read(made)).hasValue(made);
    assertThat(
            cloud.rig.diff(made, with(FIREWALL, "name", "web", "targetTags", List.of("connector"))))
        .isEmpty();
  }

  @Test
  void denialsOfEverythingNeedNoRange() {
    StoredResource made =
        cloud.make(
            FIREWALL,
            "closed",
            "allows",
            ABSENT,
            "sourceRanges",
            ABSENT,
            "denies",
            layer("all"),
            "direction",
            "EGRESS",
            "priority",
            65535);
    assertThat(made.outputs().texts("destinationRanges")).containsExactly("0.0.0.0/0");
  }

  @Test
  void everyProtocolOfThePolicyPasses() {
    int made = 0;
    for (String protocol : List.of("tcp", "udp", "TCP", "6", "17")) {
      cloud.make(
          FIREWALL,
          "p-" + protocol,
          "name",
          "p" + made++,
          "allows",
          layer(protocol, "4172", "8000-8080"));
    }
    cloud.make(FIREWALL, "v6", "allows", layer("58"), "sourceRanges", List.of("2001:db8::/32"));
  }

  @Test
  void unknownSourcesAreLeftToTheApi() {
    assertThat(
            cloud.rig.checkRefusals(
                FIREWALL,
                "x",
                with(FIREWALL, "sourceRanges", Unknown.VALUE, "network", Unknown.VALUE)))
        .isEmpty();
  }

  @Test
  void changesUpdateInPlaceButForNameAndDirection() {
    StoredResource made = cloud.make(FIREWALL, "web");
    assertThat(cloud.rig.diff(made, with(FIREWALL, "sourceRanges", List.of("10.0.0.0/8"))))
        .containsExactly("UPDATE sourceRanges");
    assertThat(cloud.rig.diff(made, with(FIREWALL, "direction", "EGRESS")))
        .containsExactly("UPDATE direction (replace)");
    assertThat(cloud.rig.diff(made, with(FIREWALL, "name", "other")))
        .containsExactly("UPDATE name (replace)");
  }

  @Test
  void updatesAreJudgedLikeCreates() {
    StoredResource made = cloud.make(FIREWALL, "web");
    assertThat(
            cloud.rig.updateRefusals(
                made, with(FIREWALL, "sourceRanges", List.of("10.0.0.0/8", "::/0"))))
        .hasSize(1);
    assertThat(cloud.rig.read(made)).hasValue(made);
  }
}
