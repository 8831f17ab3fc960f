package anyware.sandbox.azure;

import static anyware.sandbox.azure.ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.ResourceGroups.RESOURCE_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.StoredResource;
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
final class ResourceGroupsTest {
  private static final Map<String, Object> VALID_GROUP =
      Map.of("resourceGroupName", "other", "location", "westeurope");
  private static final Map<String, Object> ASG = named("applicationSecurityGroupName", "web");

  @TempDir Path folder;
  private CloudFixture cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Case> refusals() {
    Map<String, String> manyTags = new HashMap<>();
    for (int i = 0; i < 51; i++) {
      manyTags.put("tag" + i, "x");
    }
    return Stream.of(
            table(RESOURCE_GROUP)
                .check(
                    "group without region",
                    with(VALID_GROUP, "location", CloudFixture.NONE),
                    "location: missing required property 'location'. Either set it explicitly")
                .check(
                    "group's name too long",
                    with(VALID_GROUP, "resourceGroupName", "g".repeat(91)),
                    "resourceGroupName: 'resourceGroupName' is too long")
                .check(
                    "group's name with a space",
                    with(VALID_GROUP, "resourceGroupName", "a b"),
                    "resourceGroupName: 'resourceGroupName' does not match expression")
                .check(
                    "group with an unknown property",
                    with(VALID_GROUP, "region", "x"),
                    "region: unknown property 'region'")
                .up(
                    "group's name with a period last",
                    with(VALID_GROUP, "resourceGroupName", "a."),
                    "resourceGroupName: The resource group name 'a.'")
                .up(
                    "group in no region",
                    with(VALID_GROUP, "location", "atlantis"),
                    "location: Code=\"LocationNotAvailableForResourceGroup\"")
                .up(
                    "group that exists, in another case",
                    with(VALID_GROUP, "resourceGroupName", "RG"),
                    "cannot create already existing resource")
                .up(
                    "too many tags",
                    with(VALID_GROUP, "tags", manyTags),
                    "tags: A resource can have at most 50 tags")
                .up(
                    "reserved character in a tag",
                    with(VALID_GROUP, "tags", Map.of("a/b", "x")),
                    "tags: Code=\"InvalidTagNameCharacters\"")
                .up(
                    "tag's name too long",
                    with(VALID_GROUP, "tags", Map.of("t".repeat(513), "x")),
                    "tags: A tag name exceeds the maximum length of 512")
                .up(
                    "tag's value too long",
                    with(VALID_GROUP, "tags", Map.of("t", "x".repeat(257))),
                    "tags.t: The tag value")
                .up(
                    "two tags that differ in case",
                    with(VALID_GROUP, "tags", Map.of("Env", "x", "env", "y")),
                    "tags: Tag names are case-insensitive"),
            table(APPLICATION_SECURITY_GROUP)
                .check(
                    "application security group without group",
                    with(ASG, "resourceGroupName", CloudFixture.NONE),
                    "resourceGroupName: missing required property 'resourceGroupName'")
                .up(
                    "application security group in a missing group",
                    with(ASG, "resourceGroupName", "nowhere", "location", "eastus"),
                    "resourceGroupName: Code=\"ResourceGroupNotFound\" Message=\"Resource group"
                        + " 'nowhere' could not be found.\"")
                .up(
                    "application security group in no region",
                    with(ASG, "location", "atlantis"),
                    "location: Code=\"LocationNotAvailableForResourceType\" Message=\"The provided"
                        + " location 'atlantis'")
                .up(
                    "application security group's name with a space",
                    with(ASG, "applicationSecurityGroupName", "a b"),
                    "applicationSecurityGroupName: Code=\"InvalidResourceName\" Message=\"Resource"
                        + " name a b is invalid.")
                .up(
                    "application security group's name too long",
                    with(ASG, "applicationSecurityGroupName", "a".repeat(81)),
                    "applicationSecurityGroupName: Code=\"InvalidResourceName\"")
                .up(
                    "application security group's name with a hyphen last",
                    with(ASG, "applicationSecurityGroupName", "a-"),
                    "applicationSecurityGroupName: Code=\"InvalidResourceName\"")
                .up(
                    "application security group that exists",
                    with(ASG, "applicationSecurityGroupName", "ASG"),
                    "cannot create already existing resource '/subscriptions/"))
        .flatMap(table -> table.cases().stream());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void groupsLookLikeAzure() {
    StoredResource made = cloud.rig.create(RESOURCE_GROUP, "main", Map.of("location", "West US 2"));
    assertThat(made.inputs().text("resourceGroupName").orElseThrow()).matches("main[0-9a-f]{8}");
    assertThat(made.id())
        .isEqualTo(
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/"
                + made.outputs().text("name").orElseThrow());
    assertThat(made.outputs().text("location")).hasValue("westus2");
    assertThat(cloud.rig.diff(made, Map.of("location", "West US 2"))).isEmpty();
    assertThat(cloud.rig.diff(made, Map.of("location", "eastus")))
        .containsExactly("UPDATE location (replace)");
  }

  @Test
  void regionComesFromTheSettingsElseFromTheGroup() {
    assertThat(cloud.asg.inputs().text("location")).hasValue("eastus");
    assertThat(cloud.asg.outputs().text("type"))
        .hasValue("Microsoft.Network/applicationSecurityGroups");
    assertThat(
            cloud
                .rig
                .checked(
                    APPLICATION_SECURITY_GROUP, "r", Map.of("resourceGroupName", Unknown.VALUE))
                .values())
        .containsEntry("location", Unknown.VALUE);
    Rig configured = cloud.rig.with(Map.of("location", "northeurope"));
    assertThat(configured.checked(APPLICATION_SECURITY_GROUP, "r", ASG).text("location"))
        .hasValue("northeurope");
    assertThat(configured.checked(RESOURCE_GROUP, "g", Map.of()).text("location"))
        .hasValue("northeurope");
  }

  @Test
  void providerKnowsItsSettings() {
    assertThat(Azure.cloud().forgotten()).accepts("clientSecret", "useMsi").rejects("subscription");
  }

  @Test
  void idsAreValidInTheirSubscriptionOnly() {
    Rig other = cloud.rig.with(Map.of("subscriptionId", "99999999-2222-3333-4444-555555555555"));
    assertThat(other.read(cloud.asg)).as("an id says its subscription itself").isPresent();
    assertThat(other.upRefusals(APPLICATION_SECURITY_GROUP, "r", with(ASG, "location", "eastus")))
        .singleElement()
        .asString()
        .contains("ResourceGroupNotFound");
  }

  @Test
  void regionOfAnApplicationSecurityGroupCannotChangeInPlace() {
    Map<String, Object> moved =
        with(named("applicationSecurityGroupName", "asg"), "location", "westeurope");
    assertThat(cloud.rig.diff(cloud.asg, moved)).containsExactly("UPDATE location");
    assertThat(cloud.rig.updateRefusals(cloud.asg, moved))
        .singleElement()
        .asString()
        .startsWith("location: Code=\"InvalidResourceLocation\"");
  }

  @Test
  void groupTakesEverythingInItAlong() {
    assertThat(cloud.rig.deleteRefusals(cloud.group)).isEmpty();
    for (StoredResource inside :
        List.of(cloud.asg, cloud.nsg, cloud.network, cloud.subnet, cloud.address)) {
      assertThat(cloud.rig.read(inside)).isEmpty();
    }
  }

  @Test
  void updateOfSomethingGoneIsRefused() {
    cloud.rig.delete(cloud.address);
    assertThat(
            cloud.rig.updateRefusals(
                cloud.address, with(CloudFixture.address("pip"), "tags", Map.of("a", "b"))))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"ResourceNotFound\" Message=\"The Resource"
                + " 'Microsoft.Network/publicIPAddresses/pip' under resource group 'rg' was not"
                + " found.");
  }
}
