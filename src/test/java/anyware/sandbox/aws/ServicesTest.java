package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How records, flow logs, roles and web ACLs hang together with networks and balancers. */
final class ServicesTest {
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

  private Map<String, Object> aliasOf(StoredResource balancer) {
    Props outputs = balancer.outputs();
    return with(
        ValidInputs.RECORD,
        "records",
        NONE,
        "ttl",
        NONE,
        "aliases",
        List.of(
            Map.of(
                "name",
                outputs.text("dnsName").orElseThrow(),
                "zoneId",
                outputs.text("zoneId").orElseThrow(),
                "evaluateTargetHealth",
                true)));
  }

  @Test
  void aliasOfABalancerStaysWhenTheBalancerGoes() {
    StoredResource record = cloud.make("alias", DnsRecords.RECORD, aliasOf(cloud.get("$balancer")));
    assertThat(record.outputs().text("fqdn")).hasValue("pcoip.example.com");
    cloud.rig.delete(cloud.get("$balancer"));
    assertThat(cloud.rig.read(record)).isPresent();
  }

  @Test
  void recordBecomesAnAliasInPlace() {
    StoredResource record = cloud.make("one", DnsRecords.RECORD, ValidInputs.RECORD);
    assertThat(cloud.rig.diff(record, aliasOf(cloud.get("$web"))))
        .containsExactlyInAnyOrder("ADD aliases", "DELETE records", "DELETE ttl");
  }

  @Test
  void zoneIsTheSameFromEveryRegion() {
    cloud.make("one", DnsRecords.RECORD, ValidInputs.RECORD);
    Rig oregon = cloud.rig.with(Map.of("region", "us-west-2"));
    assertThat(oregon.upRefusals(DnsRecords.RECORD, "two", ValidInputs.RECORD))
        .singleElement()
        .asString()
        .contains("but it already exists");
  }

  @Test
  void webAclGoesWithItsBalancerAndGivesWayToAnother() {
    StoredResource first =
        cloud.make("acl", WebAclAssociations.WEB_ACL_ASSOCIATION, ValidInputs.WEB_ACL_ASSOCIATION);
    StoredResource second =
        cloud.make(
            "acl2",
            WebAclAssociations.WEB_ACL_ASSOCIATION,
            with(
                ValidInputs.WEB_ACL_ASSOCIATION,
                "webAclArn",
                "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/other/1"));
    assertThat(cloud.rig.read(first)).isEmpty();
    cloud.rig.delete(cloud.get("$web"));
    assertThat(cloud.rig.read(second)).isEmpty();
  }

  @Test
  void roleWithAPolicyStays() {
    StoredResource policy = cloud.make("p", ServiceRoles.ROLE_POLICY, ValidInputs.ROLE_POLICY);
    assertThat(cloud.rig.deleteRefusals(cloud.get("$role")))
        .containsExactly("DeleteConflict: Cannot delete entity, must delete policies first.");
    cloud.rig.delete(policy);
    assertThat(cloud.rig.deleteRefusals(cloud.get("$role"))).isEmpty();
  }

  private Map<String, Object> logTo(StoredResource group, StoredResource role) {
    return cloud.named(
        with(
            ValidInputs.FLOW_LOG,
            "logDestinationType",
            NONE,
            "logDestination",
            group.outputs().text("arn").orElseThrow(),
            "iamRoleArn",
            role.outputs().text("arn").orElseThrow()));
  }

  @Test
  void flowLogWritesToAGroupByARoleAndGoesWithItsVpc() {
    StoredResource group = cloud.make("g", LogGroups.LOG_GROUP, ValidInputs.LOG_GROUP);
    StoredResource vpc = cloud.make("v", Vpcs.VPC, ValidInputs.VPC);
    StoredResource log =
        cloud.make(
            "l", FlowLogs.FLOW_LOG, with(logTo(group, cloud.get("$role")), "vpcId", vpc.id()));
    assertThat(log.outputs().text("logGroupName")).hasValue(group.id());
    cloud.rig.delete(vpc);
    assertThat(cloud.rig.read(log)).isEmpty();
  }

  @Test
  void roleOfAnotherServiceIsNotTakenOn() {
    StoredResource group = cloud.make("g", LogGroups.LOG_GROUP, ValidInputs.LOG_GROUP);
    StoredResource role =
        cloud.make("r", ServiceRoles.ROLE, Map.of("assumeRolePolicy", "{\"Statement\":[]}"));
    assertThat(cloud.rig.upRefusals(FlowLogs.FLOW_LOG, "l", logTo(group, role)))
        .containsExactly("iamRoleArn: InvalidParameter: Unable to assume given IAM role");
  }

  @Test
  void balancerLogsToABucketOfSomebody() {
    StoredResource web =
        cloud.make(
            "logged",
            LoadBalancers.LOAD_BALANCER,
            with(
                ValidInputs.LOAD_BALANCER,
                "loadBalancerType",
                "application",
                "accessLogs",
                Map.of("bucket", "my-logs", "prefix", "front", "enabled", true)));
    assertThat(web.outputs().text("accessLogs.bucket")).hasValue("my-logs");
  }
}
