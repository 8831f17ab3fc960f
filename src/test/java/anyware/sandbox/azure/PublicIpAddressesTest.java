package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.PublicIpAddresses.PUBLIC_IP_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Public addresses refuse what Azure refuses. */
final class PublicIpAddressesTest {
  private static final Map<String, Object> STANDARD = CloudFixture.address("web");
  private static final Map<String, Object> BASIC = named("publicIpAddressName", "web");

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

  private static Map<String, Object> labelled(Map<String, ?> base, String label) {
    return with(base, "dnsSettings", Map.of("domainNameLabel", label));
  }

  static Stream<Case> refusals() {
    String id = CloudFixture.PLACE + "publicIPAddresses/web";
    return table(PUBLIC_IP_ADDRESS)
        .check("unknown property", with(STANDARD, "allocation", "x"), "allocation: unknown prop")
        .check("zones as text", with(STANDARD, "zones", "1"), "zones: expected zones to be a list")
        .up(
            "dynamic Standard",
            with(STANDARD, "publicIPAllocationMethod", NONE),
            "publicIPAllocationMethod: Code=\"StandardSkuPublicIPAddressesMustBeStatic\""
                + " Message=\"Standard sku publicIp "
                + id
                + " must have AllocationMethod set to Static.\"")
        .up(
            "static IPv6 of Basic",
            with(BASIC, "publicIPAllocationMethod", "Static", "publicIPAddressVersion", "IPv6"),
            "publicIPAllocationMethod:"
                + " Code=\"CannotSpecifyPublicIpAllocationMethodAsStaticForIpV6PublicIp\"")
        .up(
            "global tier of Basic",
            with(BASIC, "sku", Map.of("tier", "Global")),
            "sku.tier: The Global tier")
        .up(
            "zones of Basic",
            with(BASIC, "zones", List.of("1")),
            "zones: Code=\"ZonesNotAllowedInBasicSkuResource\" Message=\"Request for resource "
                + id
                + " is invalid as it is Basic sku and in an Availability Zone")
        .up(
            "unknown zone",
            with(STANDARD, "zones", List.of("1", "4")),
            "zones: Code=\"InvalidAvailabilityZone\" Message=\"The zone(s) '4' for resource"
                + " 'Microsoft.Network/publicIPAddresses/web'")
        .up(
            "region without zones",
            with(STANDARD, "location", "ukwest"),
            "zones: Code=\"LocationNotSupportAvailabilityZones\" Message=\"The resource"
                + " 'Microsoft.Network/publicIPAddresses/web' does not support availability zones"
                + " at location 'ukwest'.\"")
        .up(
            "unknown sku",
            with(BASIC, "sku", Map.of("name", "Premium")),
            "sku.name: Code=\"InvalidRequestFormat\"")
        .up(
            "unknown allocation",
            with(BASIC, "publicIPAllocationMethod", "Fixed"),
            "publicIPAllocationMethod: Code=\"InvalidRequestFormat\"")
        .up(
            "idle timeout",
            with(STANDARD, "idleTimeoutInMinutes", 31),
            "idleTimeoutInMinutes: IdleTimeoutInMinutes 31 is invalid")
        .up(
            "label with a capital",
            labelled(STANDARD, "Web"),
            "dnsSettings.domainNameLabel: Code=\"InvalidDomainNameLabel\" Message=\"The domain name"
                + " label Web is invalid. It must conform to the following regular expression:"
                + " ^[a-z][a-z0-9-]{1,61}[a-z0-9]$.\"")
        .up(
            "label of another",
            labelled(STANDARD, "taken"),
            "Code=\"DnsRecordInUse\" Message=\"DNS record taken.eastus.cloudapp.azure.com is"
                + " already used by another public IP.\"")
        .up(
            "prefix that does not exist",
            with(
                STANDARD,
                "publicIPPrefix",
                Map.of("id", CloudFixture.PLACE + "publicIPPrefixes/none")),
            "publicIPPrefix.id: Code=\"InvalidResourceReference\"")
        .cases()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(Case wrong) {
    cloud.rig.create(PUBLIC_IP_ADDRESS, "taken", labelled(CloudFixture.address("taken"), "taken"));
    cloud.refuses(wrong);
  }

  @Test
  void addressesLookLikeAzure() {
    StoredResource made = cloud.rig.create(PUBLIC_IP_ADDRESS, "web", labelled(STANDARD, "web"));
    assertThat(made.outputs().text("ipAddress").orElseThrow())
        .matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+");
    assertThat(made.outputs().text("dnsSettings.fqdn")).hasValue("web.eastus.cloudapp.azure.com");
    assertThat(made.outputs().text("publicIPAddressVersion")).hasValue("IPv4");
    assertThat(made.outputs().text("sku.tier")).hasValue("Regional");
    assertThat(cloud.rig.diff(made, labelled(STANDARD, "web"))).isEmpty();
  }

  @Test
  void whatAzureNamedIsReplacedByOneMadeBefore() {
    StoredResource random = cloud.rig.create(PUBLIC_IP_ADDRESS, "web", unnamed());
    assertThat(random.inputs().text("publicIpAddressName").orElseThrow()).matches("web[0-9a-f]{8}");
    assertThat(cloud.rig.deletesFirst(random, with(unnamed(), "location", "westeurope"))).isFalse();
    assertThat(cloud.rig.deletesFirst(random, STANDARD)).isFalse();
    StoredResource named = cloud.rig.create(PUBLIC_IP_ADDRESS, "web", STANDARD);
    assertThat(cloud.rig.deletesFirst(named, with(STANDARD, "location", "westeurope"))).isTrue();
    assertThat(cloud.rig.deletesFirst(named, with(STANDARD, "tags", Map.of("a", "b")))).isFalse();
  }

  private static Map<String, Object> unnamed() {
    return with(STANDARD, "publicIpAddressName", NONE);
  }

  @Test
  void dynamicAddressesHaveNoneYet() {
    assertThat(cloud.rig.upRefusals(PUBLIC_IP_ADDRESS, "web", BASIC))
        .containsExactly(
            "sku.name: Code=\"IPv4BasicSkuPublicIpCountLimitReached\" Message=\"Cannot create more"
                + " than 0 IPv4 Basic SKU public IP addresses for this subscription in this"
                + " region.\"");
    try (CloudFixture before = new CloudFixture(folder.resolve("before"), Azure.withBasic())) {
      before.rig.create(PUBLIC_IP_ADDRESS, "web", BASIC);
    }
    try (Rig now = CloudFixture.rig(folder.resolve("before"), Azure.cloud())) {
      StoredResource made =
          now.find(PUBLIC_IP_ADDRESS, CloudFixture.PLACE + "publicIPAddresses/web");
      assertThat(made.outputs().has("ipAddress")).isFalse();
      assertThat(made.outputs().text("sku.name")).hasValue("Basic");
      assertThat(now.diff(made, BASIC)).isEmpty();
      assertThat(now.updateRefusals(made, with(BASIC, "tags", Map.of("a", "b")))).isEmpty();
    }
  }

  @Test
  void staticIpv6IsOfTheDocumentationRange() {
    StoredResource made =
        cloud.rig.create(
            PUBLIC_IP_ADDRESS, "web", with(STANDARD, "publicIPAddressVersion", "IPv6"));
    assertThat(made.outputs().text("ipAddress").orElseThrow()).startsWith("2001:db8::");
  }

  @Test
  void changesReplaceOrAreRefused() {
    StoredResource made = cloud.rig.create(PUBLIC_IP_ADDRESS, "web", STANDARD);
    assertThat(cloud.rig.diff(made, with(STANDARD, "sku", Map.of("name", "Basic"))))
        .containsExactly("UPDATE sku.name (replace)");
    assertThat(cloud.rig.diff(made, with(STANDARD, "zones", List.of("1"))))
        .noneMatch(change -> change.contains("replace"));
    assertThat(cloud.rig.updateRefusals(made, with(STANDARD, "zones", NONE)))
        .singleElement()
        .asString()
        .startsWith("zones: Code=\"ResourceAvailabilityZonesCannotBeModified\"");
    String address = made.outputs().text("ipAddress").orElseThrow();
    assertThat(
            cloud
                .rig
                .update(made, with(STANDARD, "idleTimeoutInMinutes", 10))
                .outputs()
                .text("ipAddress"))
        .hasValue(address);
  }
}
