package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.attach.SiteOutputs;
import anyware.attach.SiteRole;
import anyware.catalogue.Role;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An IPv6 address joins the role's group by a command of its own, where there is IPv6. */
class MachineAttachmentTest {
  private static final String GROUP = "/subscriptions/0/nsg";
  private static final String JOINED = "/subscriptions/0/asg";
  private static final String SUBNET = "/subscriptions/0/subnet";

  private static List<String> commands(Site site, Map<Role, List<String>> subnets) {
    SiteOutputs outputs =
        new SiteOutputs(
            "azure",
            "northeurope",
            Map.of(Role.WORKSTATION, GROUP),
            Map.of(Role.WORKSTATION, JOINED),
            subnets,
            Map.of(),
            List.of(),
            new JsonObject());
    return new MachineAttachment()
        .steps(new SiteRole(site, outputs, Role.WORKSTATION), Optional.empty()).stream()
            .flatMap(step -> step.commands().stream())
            .map(command -> String.join(" ", command.pieces()))
            .filter(line -> line.contains("ip-config create"))
            .toList();
  }

  private static String create(String subnet) {
    return "az network nic ip-config create"
        + " --subscription 0 --resource-group \"$RESOURCE_GROUP\" --nic-name \"$NIC\" --name ipv6"
        + " --private-ip-address-version IPv6 --subnet "
        + subnet
        + " --application-security-groups "
        + JOINED;
  }

  @Test
  void inACreatedNetworkItIsOfTheRolesSubnet() {
    Site site = Fixtures.site(Azure.CLOUD);
    Map<Role, List<String>> subnets = Map.of(Role.WORKSTATION, List.of(SUBNET));

    assertThat(commands(site, subnets)).containsExactly(create(SUBNET));
    assertThat(commands(Fixtures.withoutIpv6(site), subnets)).isEmpty();
  }

  @Test
  void elsewhereTheUserKnowsTheSubnet() {
    assertThat(commands(AzureShapes.of("existing"), Map.of()))
        .containsExactly(create("\"$SUBNET\""));
  }
}
