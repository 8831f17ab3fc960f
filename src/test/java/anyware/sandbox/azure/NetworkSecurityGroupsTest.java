package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ASG_ID;
import static anyware.sandbox.azure.CloudFixture.FILTER_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.NetworkSecurityGroups.NETWORK_SECURITY_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
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
final class NetworkSecurityGroupsTest {

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

  @ParameterizedTest
  @MethodSource("anyware.sandbox.azure.NetworkSecurityGroupCases#all")
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void acceptsWhatAzureAccepts() {
    StoredResource made =
        cloud.rig.create(
            NETWORK_SECURITY_GROUP,
            "web",
            NetworkSecurityGroupCases.group(
                NetworkSecurityGroupCases.RULE,
                with(NetworkSecurityGroupCases.RULE, "name", "out", "direction", "Outbound"),
                with(
                    NetworkSecurityGroupCases.RULE,
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
                    NetworkSecurityGroupCases.RULE,
                    "name",
                    "asgs",
                    "priority",
                    4000,
                    "sourceAddressPrefix",
                    NONE,
                    "sourceApplicationSecurityGroups",
                    List.of(Map.of("id", ASG_ID.toUpperCase(Locale.ROOT))),
                    "destinationAddressPrefix",
                    NONE,
                    "destinationAddressPrefixes",
                    List.of("10.0.0.0/8", "192.0.2.7"),
                    "destinationPortRange",
                    NONE,
                    "destinationPortRanges",
                    List.of("1000-2000", "443"))));
    Props rule = made.outputs().objects("securityRules").get(0);
    assertThat(rule.text("id")).hasValue(NetworkSecurityGroupCases.RULE_ID);
    assertThat(rule.text("provisioningState")).hasValue("Succeeded");
    assertThat(made.outputs().objects("defaultSecurityRules")).hasSize(6);
    assertThat(cloud.rig.diff(made, Map.copyOf(made.inputs().values()))).isEmpty();
  }

  @Test
  void previewWaitsForUnknownApplicationSecurityGroups() {
    assertThat(
            cloud.rig.checkRefusals(
                NETWORK_SECURITY_GROUP,
                "web",
                NetworkSecurityGroupCases.asgs(Map.of("id", Unknown.VALUE))))
        .isEmpty();
  }

  @Test
  void rulesChangeInPlace() {
    StoredResource made =
        cloud.rig.create(
            NETWORK_SECURITY_GROUP,
            "web",
            NetworkSecurityGroupCases.group(NetworkSecurityGroupCases.RULE));
    assertThat(cloud.rig.diff(made, NetworkSecurityGroupCases.changed("priority", 120)))
        .containsExactly("UPDATE securityRules[0].priority");
    assertThat(cloud.rig.updateRefusals(made, NetworkSecurityGroupCases.changed("priority", 1)))
        .hasSize(1);
    assertThat(
            cloud.rig.diff(
                made,
                with(
                    NetworkSecurityGroupCases.group(NetworkSecurityGroupCases.RULE),
                    "networkSecurityGroupName",
                    "other")))
        .containsExactly("UPDATE networkSecurityGroupName (replace)");
  }

  @Test
  void deleteIsRefusedWhileInUse() {
    StoredResource made =
        cloud.rig.create(
            NETWORK_SECURITY_GROUP, "web", NetworkSecurityGroupCases.asgs(Map.of("id", ASG_ID)));
    assertThat(cloud.rig.deleteRefusals(cloud.asg))
        .singleElement()
        .asString()
        .startsWith("Application Security Group asg cannot be deleted because it is referenced by");
    assertThat(cloud.rig.deleteRefusals(cloud.nsg))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"InUseNetworkSecurityGroupCannotBeDeleted\" Message=\"Network security group "
                + FILTER_ID
                + " cannot be deleted because it is in use by the following resources: ");
    cloud.rig.delete(made);
    assertThat(cloud.rig.deleteRefusals(cloud.asg)).isEmpty();
  }

  @Test
  void applicationSecurityGroupMustBeInTheSameRegion() {
    Map<String, Object> elsewhere =
        with(named("applicationSecurityGroupName", "far"), "location", "westeurope");
    StoredResource far =
        cloud.rig.create(ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP, "far", elsewhere);
    assertThat(
            cloud.rig.upRefusals(
                NETWORK_SECURITY_GROUP,
                "web",
                NetworkSecurityGroupCases.asgs(Map.of("id", far.id()))))
        .singleElement()
        .asString()
        .startsWith("securityRules[0].sourceApplicationSecurityGroups: Code=\"InvalidResourceRef");
  }
}
