package anyware.aws;

import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers the log of a VPC's connections, where to, and who may write there.
 *
 * @param scope the site's
 * @param log what is planned
 */
record ComponentFlowLog(ComponentScope scope, FlowLog log) {

  /**
   * Registers everything of it.
   *
   * @param vpc the VPC's id
   * @param account the number of the account that it is in
   */
  void register(Output<String> vpc, Output<String> account) {
    var args = FlowLogArgs.builder().vpcId(vpc).trafficType(FlowLog.TRAFFIC);
    args.logDestinationType(log.kind()).tags(scope.tags(log.name()));
    List<Resource> before = new ArrayList<>();
    Output<String> destination =
        log.destination().map(Output::of).orElseGet(() -> group(before).arn());
    args.logDestination(destination);
    if (!log.toBucket()) {
      ComponentMade role = role(account);
      var policy = RolePolicyArgs.builder().role(role.name());
      policy.policy(destination.applyValue(FlowLog::permission));
      before.add(
          scope.register(ResourceTypes.ROLE_POLICY, log.name(), policy.build(), scope.inRegion()));
      args.iamRoleArn(role.arn());
    }
    var options = scope.inNetwork(before.toArray(Resource[]::new));
    scope.register(ResourceTypes.FLOW_LOG, log.name(), args.build(), options);
  }

  /** What was logged of a network that is no more stays as long as the site does. */
  private ComponentMade group(List<Resource> before) {
    var args = LogGroupArgs.builder().retentionInDays(FlowLog.RETENTION_DAYS);
    args.tags(scope.tags(log.name()));
    ComponentMade group =
        scope.registerWithOutputs(
            ResourceTypes.LOG_GROUP, log.name(), args.build(), scope.inRegion());
    before.add(group);
    return group;
  }

  private ComponentMade role(Output<String> account) {
    var args = RoleArgs.builder().assumeRolePolicy(account.applyValue(FlowLog::trust));
    args.tags(scope.tags(log.name()));
    return scope.registerWithOutputs(
        ResourceTypes.ROLE, log.name(), args.build(), scope.inRegion());
  }
}
