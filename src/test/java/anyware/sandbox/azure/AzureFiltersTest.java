package anyware.sandbox.azure;

import static anyware.sandbox.azure.AzureFilters.FILTER;
import static anyware.sandbox.azure.AzureWorld.FILTER_ID;
import static anyware.sandbox.azure.AzureWorld.NONE;
import static anyware.sandbox.azure.AzureWorld.ROLE_ID;
import static anyware.sandbox.azure.AzureWorld.named;
import static anyware.sandbox.azure.AzureWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.AzureWorld.Case;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.Unknown;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Network security groups refuse what Azure refuses of their rules. */
final class AzureFiltersTest {

  @TempDir Path folder;
  private AzureWorld world;

  @BeforeEach
  void open() {
    world = new AzureWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @MethodSource("anyware.sandbox.azure.AzureFilterCases#all")
  void refuses(Case wrong) {
    world.refuses(wrong);
  }

  @Test
  void acceptsWhatAzureAccepts() {
    Stored made =
        world.rig.create(
            FILTER,
            "web",
            AzureFilterCases.group(
                AzureFilterCases.RULE,
                with(AzureFilterCases.RULE, "name", "out", "direction", "Outbound"),
                with(
                    AzureFilterCases.RULE,
                    "name",
                    "tags",
                    "priority",
                    4096,
                    "sourceAddressPrefix",
                    "Storage.WestUS",
                    "destinationAddressPrefix",
                    "AzureLoadBalancer",
                    "protocol",
                    "*"),
                with(
                    AzureFilterCases.RULE,
                    "name",
                    "roles",
                    "priority",
                    4000,
                    "sourceAddressPrefix",
                    NONE,
                    "sourceApplicationSecurityGroups",
                    List.of(Map.of("id", ROLE_ID.toUpperCase(Locale.ROOT))),
                    "destinationAddressPrefix",
                    NONE,
                    "destinationAddressPrefixes",
                    List.of("10.0.0.0/8", "192.0.2.7"),
                    "destinationPortRange",
                    NONE,
                    "destinationPortRanges",
                    List.of("1000-2000", "443"))));
    Props rule = made.outputs().objects("securityRules").get(0);
    assertThat(rule.text("id")).hasValue(AzureFilterCases.RULE_ID);
    assertThat(rule.text("provisioningState")).hasValue("Succeeded");
    assertThat(made.outputs().objects("defaultSecurityRules")).hasSize(6);
    assertThat(world.rig.diff(made, Map.copyOf(made.inputs().values()))).isEmpty();
  }

  @Test
  void previewWaitsForUnknownRoles() {
    assertThat(
            world.rig.checkRefusals(
                FILTER, "web", AzureFilterCases.roles(Map.of("id", Unknown.VALUE))))
        .isEmpty();
  }

  @Test
  void rulesChangeInPlace() {
    Stored made = world.rig.create(FILTER, "web", AzureFilterCases.group(AzureFilterCases.RULE));
    assertThat(world.rig.diff(made, AzureFilterCases.changed("priority", 120)))
        .containsExactly("UPDATE securityRules[0].priority");
    assertThat(world.rig.updateRefusals(made, AzureFilterCases.changed("priority", 1))).hasSize(1);
    assertThat(
            world.rig.diff(
                made,
                with(
                    AzureFilterCases.group(AzureFilterCases.RULE),
                    "networkSecurityGroupName",
                    "other")))
        .containsExactly("UPDATE networkSecurityGroupName (replace)");
  }

  @Test
  void deleteIsRefusedWhileInUse() {
    Stored made = world.rig.create(FILTER, "web", AzureFilterCases.roles(Map.of("id", ROLE_ID)));
    assertThat(world.rig.deleteRefusals(world.role))
        .singleElement()
        .asString()
        .startsWith("Application Security Group asg cannot be deleted because it is referenced by");
    assertThat(world.rig.deleteRefusals(world.filter))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"InUseNetworkSecurityGroupCannotBeDeleted\" Message=\"Network security group "
                + FILTER_ID
                + " cannot be deleted because it is in use by the following resources: ");
    world.rig.delete(made);
    assertThat(world.rig.deleteRefusals(world.role)).isEmpty();
  }

  @Test
  void roleMustBeInTheSameRegion() {
    Map<String, Object> elsewhere =
        with(named("applicationSecurityGroupName", "far"), "location", "westeurope");
    Stored far = world.rig.create(AzureRoles.ROLE, "far", elsewhere);
    assertThat(world.rig.upRefusals(FILTER, "web", AzureFilterCases.roles(Map.of("id", far.id()))))
        .singleElement()
        .asString()
        .startsWith("securityRules[0].sourceApplicationSecurityGroups: Code=\"InvalidResourceRef");
  }
}
