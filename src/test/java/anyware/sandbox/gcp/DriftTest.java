package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.FIREWALL;
import static anyware.sandbox.gcp.CloudFixture.layer;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What somebody changed by hand, and what a refresh and the next run make of it: as the real
 * provider does, not as one would wish.
 */
final class DriftTest extends CloudTest {
  private static final Object[] BY_TAG = {
    "name", "x", "sourceRanges", ABSENT, "sourceTags", List.of("connector")
  };
  private static final Object[] DENIAL = {
    "name",
    "x",
    "sourceRanges",
    ABSENT,
    "allows",
    ABSENT,
    "denies",
    layer("all"),
    "direction",
    "EGRESS"
  };

  /** The object as the engine knows it after somebody changed it and a refresh. */
  private StoredResource drifted(Object[] declared, String property, Object by) {
    Map<String, Object> inputs = with(FIREWALL, declared);
    StoredResource made = cloud.rig.create(FIREWALL, "x", inputs);
    inputs.put(property, by);
    cloud.rig.update(made, inputs);
    return cloud.rig.refreshed(made);
  }

  private StoredResource repaired(StoredResource drifted, Object[] declared) {
    return cloud.rig.update(drifted, with(FIREWALL, declared));
  }

  @Test
  void everywhereBesideATagIsNotEvenShown() {
    StoredResource open = drifted(BY_TAG, "sourceRanges", List.of("0.0.0.0/0"));

    assertThat(open.outputs().texts("sourceRanges")).containsExactly("0.0.0.0/0");
    assertThat(open.inputs().has("sourceRanges")).as("the program never said it").isFalse();
    assertThat(cloud.rig.diff(open, with(FIREWALL, BY_TAG))).isEmpty();
    assertThat(repaired(open, BY_TAG).outputs().texts("sourceRanges")).containsExactly("0.0.0.0/0");
  }

  @Test
  void oneOtherRangeBesideATagIsShownAndNeverRepaired() {
    StoredResource open = drifted(BY_TAG, "sourceRanges", List.of("203.0.113.0/24"));

    assertThat(cloud.rig.diff(open, with(FIREWALL, BY_TAG))).containsExactly("DELETE sourceRanges");
    assertThat(cloud.rig.diff(repaired(open, BY_TAG), with(FIREWALL, BY_TAG)))
        .containsExactly("DELETE sourceRanges");
  }

  @Test
  void twoRangesBesideATagAreRepaired() {
    StoredResource open =
        drifted(BY_TAG, "sourceRanges", List.of("203.0.113.0/24", "198.51.100.0/24"));

    assertThat(cloud.rig.diff(open, with(FIREWALL, BY_TAG))).containsExactly("DELETE sourceRanges");
    assertThat(cloud.rig.diff(repaired(open, BY_TAG), with(FIREWALL, BY_TAG))).isEmpty();
  }

  @Test
  void oneSourceOnADenialOutwardsIsNeverRepaired() {
    StoredResource open = drifted(DENIAL, "sourceRanges", List.of("10.0.0.9/32"));

    assertThat(cloud.rig.diff(open, with(FIREWALL, DENIAL))).containsExactly("DELETE sourceRanges");
    assertThat(repaired(open, DENIAL).outputs().texts("sourceRanges"))
        .containsExactly("10.0.0.9/32");
  }

  @Test
  void destinationsOnARuleInwardsAreNotEvenShown() {
    StoredResource narrowed = drifted(BY_TAG, "destinationRanges", List.of("10.0.0.9/32"));

    assertThat(cloud.rig.diff(narrowed, with(FIREWALL, BY_TAG))).isEmpty();
    assertThat(repaired(narrowed, BY_TAG).outputs().texts("destinationRanges"))
        .containsExactly("10.0.0.9/32");
  }

  @Test
  void portsPriorityTagsAndTheSwitchAreRepaired() {
    Map<String, Object> others =
        Map.of(
            "allows",
            layer("tcp", "1-65535"),
            "priority",
            1,
            "targetTags",
            List.of("all"),
            "disabled",
            true);
    others.forEach(
        (property, by) -> {
          StoredResource changed = drifted(BY_TAG, property, by);
          assertThat(cloud.rig.diff(changed, with(FIREWALL, BY_TAG)))
              .as(property)
              .singleElement()
              .asString()
              .contains(property);
          StoredResource now = repaired(changed, BY_TAG);
          assertThat(cloud.rig.diff(now, with(FIREWALL, BY_TAG))).as(property).isEmpty();
          cloud.rig.delete(now);
        });
  }

  @Test
  void toReplaceTheRuleRepairsIt() {
    StoredResource open = drifted(BY_TAG, "sourceRanges", List.of("0.0.0.0/0"));
    cloud.rig.delete(open);

    assertThat(cloud.make(FIREWALL, "x", BY_TAG).outputs().has("sourceRanges")).isFalse();
  }
}
