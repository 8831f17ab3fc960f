package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.FILTER_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.DiagnosticSettings.DIAGNOSTIC_SETTING;
import static anyware.sandbox.azure.FlowLogs.FLOW_LOG;
import static anyware.sandbox.azure.RecordSets.PRIVATE_RECORD_SET;
import static anyware.sandbox.azure.RecordSets.RECORD_SET;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
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

/** DNS records, flow logs and diagnostic settings. */
final class RecordsAndLogsTest {
  private static final String STORAGE =
      "/subscriptions/1/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/flows";

  private static final Map<String, Object> RECORD =
      Map.of(
          "resourceGroupName",
          "names",
          "zoneName",
          "example.com",
          "relativeRecordSetName",
          "pcoip",
          "recordType",
          "A",
          "ttl",
          300,
          "aRecords",
          List.of(Map.of("ipv4Address", "203.0.113.7")));

  private static final Map<String, Object> FLOWS =
      Map.of(
          "resourceGroupName",
          "NetworkWatcherRG",
          "networkWatcherName",
          "NetworkWatcher_eastus",
          "location",
          "eastus",
          "flowLogName",
          "flows",
          "enabled",
          true,
          "storageId",
          STORAGE,
          "targetResourceId",
          FILTER_ID);

  private static final Map<String, Object> DIAGNOSTICS =
      Map.of(
          "resourceUri",
          LoadBalancerCases.ID,
          "name",
          "requests",
          "storageAccountId",
          STORAGE,
          "metrics",
          List.of(Map.of("category", "AllMetrics", "enabled", true)));

  @TempDir Path folder;
  private CloudFixture cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
    cloud.rig.create(LoadBalancers.LOAD_BALANCER, "lb", LoadBalancerCases.LB);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Case> wrong() {
    Stream<Case> records =
        table(RECORD_SET)
            .check("no type", with(RECORD, "recordType", NONE), "recordType")
            .up("an unknown type", with(RECORD, "recordType", "B"), "recordType: ")
            .up("a name with a blank", with(RECORD, "relativeRecordSetName", "a b"), "relative")
            .up("no time to live", with(RECORD, "ttl", NONE), "ttl: Code=\"BadRequest\"")
            .up("no time", with(RECORD, "ttl", 0), "ttl: Code=\"BadRequest\"")
            .up("no address", with(RECORD, "aRecords", List.of()), "aRecords: Code=\"BadRequest\"")
            .up(
                "a name for an address",
                with(RECORD, "aRecords", List.of(Map.of("ipv4Address", "a.example.com"))),
                "aRecords: Code=\"BadRequest\"")
            .cases()
            .stream();
    Stream<Case> flows =
        table(FLOW_LOG)
            .check("no target", with(FLOWS, "targetResourceId", NONE), "targetResourceId")
            .up(
                "a watcher of another region",
                with(FLOWS, "networkWatcherName", "NetworkWatcher_westus2"),
                "networkWatcherName: Code=\"ParentResourceNotFound\"")
            .up("no account", with(FLOWS, "storageId", "flows"), "storageId: Code=\"LinkedInvalid")
            .up(
                "a group that is not there",
                with(FLOWS, "targetResourceId", FILTER_ID + "x"),
                "targetResourceId: Code=\"InvalidResourceReference\"")
            .up(
                "more than a year",
                with(FLOWS, "retentionPolicy", Map.of("days", 366, "enabled", true)),
                "retentionPolicy.days: ")
            .cases()
            .stream();
    Stream<Case> diagnostics =
        table(DIAGNOSTIC_SETTING)
            .check("no resource", with(DIAGNOSTICS, "resourceUri", NONE), "resourceUri")
            .up(
                "nowhere to go",
                with(DIAGNOSTICS, "storageAccountId", NONE),
                "storageAccountId: Code=\"BadRequest\" Message=\"At least one data sink")
            .up("nothing to say", with(DIAGNOSTICS, "metrics", NONE), "logs: Code=\"BadRequest\"")
            .up(
                "a category and a group",
                with(
                    DIAGNOSTICS,
                    "logs",
                    List.of(Map.of("category", "A", "categoryGroup", "B", "enabled", true))),
                "logs[0].category: ")
            .cases()
            .stream();
    return Stream.of(records, flows, diagnostics).flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void recordsChangeTheirAddressInPlaceAndTheirNameAnew() {
    StoredResource made = cloud.rig.create(RECORD_SET, "record", RECORD);
    assertThat(made.id())
        .isEqualTo(
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/names/providers/"
                + "Microsoft.Network/dnsZones/example.com/A/pcoip");
    assertThat(made.outputs().text("fqdn")).hasValue("pcoip.example.com.");
    Map<String, Object> moved =
        with(RECORD, "aRecords", List.of(Map.of("ipv4Address", "203.0.113.8")));
    assertThat(cloud.rig.diff(made, moved)).containsExactly("UPDATE aRecords[0].ipv4Address");
    assertThat(cloud.rig.diff(made, with(RECORD, "relativeRecordSetName", "other")))
        .containsExactly("UPDATE relativeRecordSetName (replace)");
    assertThat(cloud.rig.upRefusals(RECORD_SET, "other", RECORD))
        .singleElement()
        .asString()
        .contains("already existing");
  }

  @Test
  void privateZonesHaveRecordsOfTheirOwn() {
    Map<String, Object> inside =
        with(RECORD, "zoneName", NONE, "privateZoneName", "corp.example.com");
    StoredResource made = cloud.rig.create(PRIVATE_RECORD_SET, "record", inside);
    assertThat(made.id()).endsWith("/privateDnsZones/corp.example.com/A/pcoip");
    assertThat(made.outputs().text("type")).hasValue("Microsoft.Network/privatednszones/A");
  }

  @Test
  void aGroupHasOneFlowLogWhichGoesWithIt() {
    StoredResource made = cloud.rig.create(FLOW_LOG, "flows", FLOWS);
    assertThat(made.id()).endsWith("/networkWatchers/NetworkWatcher_eastus/flowLogs/flows");
    assertThat(cloud.rig.upRefusals(FLOW_LOG, "more", with(FLOWS, "flowLogName", "more")))
        .singleElement()
        .asString()
        .contains("FlowLogAlreadyExists");
    cloud.rig.delete(cloud.subnet);
    cloud.rig.delete(cloud.nsg);
    assertThat(cloud.rig.read(made)).isEmpty();
  }

  @Test
  void aPlaceForLogsIsUsedOnce() {
    StoredResource made = cloud.rig.create(DIAGNOSTIC_SETTING, "requests", DIAGNOSTICS);
    assertThat(made.id())
        .isEqualTo(
            LoadBalancerCases.ID + "/providers/Microsoft.Insights/diagnosticSettings/requests");
    assertThat(cloud.rig.upRefusals(DIAGNOSTIC_SETTING, "more", with(DIAGNOSTICS, "name", "more")))
        .singleElement()
        .asString()
        .contains("is already used in diagnostic setting 'requests'");
  }
}
