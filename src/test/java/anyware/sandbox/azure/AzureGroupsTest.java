package anyware.sandbox.azure;

import static anyware.sandbox.azure.AzureGroups.GROUP;
import static anyware.sandbox.azure.AzureRoles.ROLE;
import static anyware.sandbox.azure.AzureWorld.named;
import static anyware.sandbox.azure.AzureWorld.table;
import static anyware.sandbox.azure.AzureWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.AzureWorld.Case;
import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.Unknown;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resource groups and application security groups, and what all types have in common. */
final class AzureGroupsTest {
  private static final Map<String, Object> RESOURCE_GROUP =
      Map.of("resourceGroupName", "other", "location", "westeurope");
  private static final Map<String, Object> ASG = named("applicationSecurityGroupName", "web");

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

  static Stream<Case> refusals() {
    Map<String, String> manyTags = new HashMap<>();
    for (int i = 0; i < 51; i++) {
      manyTags.put("tag" + i, "x");
    }
    return Stream.of(
            table(GROUP)
                .check(
                    "group without region",
                    with(RESOURCE_GROUP, "location", AzureWorld.NONE),
                    "location: missing required property 'location'. Either set it explicitly")
                .check(
                    "group's name too long",
                    with(RESOURCE_GROUP, "resourceGroupName", "g".repeat(91)),
                    "resourceGroupName: 'resourceGroupName' is too long")
                .check(
                    "group's name with a space",
                    with(RESOURCE_GROUP, "resourceGroupName", "a b"),
                    "resourceGroupName: 'resourceGroupName' does not match expression")
                .check(
                    "group with an unknown property",
                    with(RESOURCE_GROUP, "region", "x"),
                    "region: unknown property 'region'")
                .up(
                    "group's name with a period last",
                    with(RESOURCE_GROUP, "resourceGroupName", "a."),
                    "resourceGroupName: The resource group name 'a.'")
                .up(
                    "group in no region",
                    with(RESOURCE_GROUP, "location", "atlantis"),
                    "location: Code=\"LocationNotAvailableForResourceGroup\"")
                .up(
                    "group that exists, in another case",
                    with(RESOURCE_GROUP, "resourceGroupName", "RG"),
                    "cannot create already existing resource")
                .up(
                    "too many tags",
                    with(RESOURCE_GROUP, "tags", manyTags),
                    "tags: A resource can have at most 50 tags")
                .up(
                    "reserved character in a tag",
                    with(RESOURCE_GROUP, "tags", Map.of("a/b", "x")),
                    "tags: Code=\"InvalidTagNameCharacters\"")
                .up(
                    "tag's name too long",
                    with(RESOURCE_GROUP, "tags", Map.of("t".repeat(513), "x")),
                    "tags: A tag name exceeds the maximum length of 512")
                .up(
                    "tag's value too long",
                    with(RESOURCE_GROUP, "tags", Map.of("t", "x".repeat(257))),
                    "tags.t: The tag value")
                .up(
                    "two tags that differ in case",
                    with(RESOURCE_GROUP, "tags", Map.of("Env", "x", "env", "y")),
                    "tags: Tag names are case-insensitive"),
            table(ROLE)
                .check(
                    "role without group",
                    with(ASG, "resourceGroupName", AzureWorld.NONE),
                    "resourceGroupName: missing required property 'resourceGroupName'")
                .up(
                    "role in a missing group",
                    with(ASG, "resourceGroupName", "nowhere", "location", "eastus"),
                    "resourceGroupName: Code=\"ResourceGroupNotFound\" Message=\"Resource group"
                        + " 'nowhere' could not be found.\"")
                .up(
                    "role in no region",
                    with(ASG, "location", "atlantis"),
                    "location: Code=\"LocationNotAvailableForResourceType\" Message=\"The provided"
                        + " location 'atlantis'")
                .up(
                    "role's name with a space",
                    with(ASG, "applicationSecurityGroupName", "a b"),
                    "applicationSecurityGroupName: Code=\"InvalidResourceName\" Message=\"Resource"
                        + " name a b is invalid.")
                .up(
                    "role's name too long",
                    with(ASG, "applicationSecurityGroupName", "a".repeat(81)),
                    "applicationSecurityGroupName: Code=\"InvalidResourceName\"")
                .up(
                    "role's name with a hyphen last",
                    with(ASG, "applicationSecurityGroupName", "a-"),
                    "applicationSecurityGroupName: Code=\"InvalidResourceName\"")
                .up(
                    "role that exists",
                    with(ASG, "applicationSecurityGroupName", "ASG"),
                    "cannot create already existing resource '/subscriptions/"))
        .flatMap(table -> table.cases().stream());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(Case wrong) {
    world.refuses(wrong);
  }

  @Test
  void groupsLookLikeAzure() {
    Stored made = world.rig.create(GROUP, "main", Map.of("location", "West US 2"));
    assertThat(made.inputs().text("resourceGroupName").orElseThrow()).matches("main[0-9a-f]{8}");
    assertThat(made.id())
        .isEqualTo(
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/"
                + made.outputs().text("name").orElseThrow());
    assertThat(made.outputs().text("location")).hasValue("westus2");
    assertThat(world.rig.diff(made, Map.of("location", "West US 2"))).isEmpty();
    assertThat(world.rig.diff(made, Map.of("location", "eastus")))
        .containsExactly("UPDATE location (replace)");
  }

  @Test
  void regionComesFromTheSettingsElseFromTheGroup() {
    assertThat(world.role.inputs().text("location")).hasValue("eastus");
    assertThat(world.role.outputs().text("type"))
        .hasValue("Microsoft.Network/applicationSecurityGroups");
    assertThat(world.rig.checked(ROLE, "r", Map.of("resourceGroupName", Unknown.VALUE)).values())
        .containsEntry("location", Unknown.VALUE);
    Rig configured = world.rig.with(Map.of("location", "northeurope"));
    assertThat(configured.checked(ROLE, "r", ASG).text("location")).hasValue("northeurope");
    assertThat(configured.checked(GROUP, "g", Map.of()).text("location")).hasValue("northeurope");
  }

  @Test
  void providerKnowsItsSettings() {
    assertThat(Azure.cloud().forgotten()).accepts("clientSecret", "useMsi").rejects("subscription");
  }

  @Test
  void idsAreValidInTheirSubscriptionOnly() {
    Rig other = world.rig.with(Map.of("subscriptionId", "99999999-2222-3333-4444-555555555555"));
    assertThat(other.read(world.role)).as("an id says its subscription itself").isPresent();
    assertThat(other.upRefusals(ROLE, "r", with(ASG, "location", "eastus")))
        .singleElement()
        .asString()
        .contains("ResourceGroupNotFound");
  }

  @Test
  void regionOfARoleCannotChangeInPlace() {
    Map<String, Object> moved =
        with(named("applicationSecurityGroupName", "asg"), "location", "westeurope");
    assertThat(world.rig.diff(world.role, moved)).containsExactly("UPDATE location");
    assertThat(world.rig.updateRefusals(world.role, moved))
        .singleElement()
        .asString()
        .startsWith("location: Code=\"InvalidResourceLocation\"");
  }

  @Test
  void groupTakesEverythingInItAlong() {
    assertThat(world.rig.deleteRefusals(world.group)).isEmpty();
    for (Stored inside :
        List.of(world.role, world.filter, world.network, world.subnet, world.address)) {
      assertThat(world.rig.read(inside)).isEmpty();
    }
  }

  @Test
  void updateOfSomethingGoneIsRefused() {
    world.rig.delete(world.address);
    assertThat(
            world.rig.updateRefusals(
                world.address, with(AzureWorld.address("pip"), "tags", Map.of("a", "b"))))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"ResourceNotFound\" Message=\"The Resource"
                + " 'Microsoft.Network/publicIPAddresses/pip' under resource group 'rg' was not"
                + " found.");
  }
}
