package anyware.aws;

import static anyware.aws.ResourceTypes.FLOW_LOG;
import static anyware.aws.ResourceTypes.LOG_GROUP;
import static anyware.aws.ResourceTypes.ROLE;
import static anyware.aws.ResourceTypes.ROLE_POLICY;
import static anyware.aws.ResourceTypes.VPC;

import anyware.state.Constants;
import anyware.state.StateResource;
import java.util.Optional;

/**
 * The log of a deployed VPC's connections.
 *
 * @param index the site's resources
 */
record StateFlowLog(StateIndex index) {

  /** Absent where there is none. */
  Optional<FlowLog> read() {
    return index
        .first(FLOW_LOG)
        .map(
            log ->
                new FlowLog(
                    log.name(),
                    index.first(LOG_GROUP).isPresent()
                        ? Optional.empty()
                        : index.text(log, "logDestination")));
  }

  /**
   * Holds the resources to what {@link ComponentFlowLog} makes of them.
   *
   * @param site where deviations are noted
   * @param log what was read
   */
  void check(Constants site, Optional<FlowLog> log) {
    boolean toGroup = log.filter(one -> !one.toBucket()).isPresent();
    boolean isOwn = log.filter(one -> one.destination().isEmpty()).isPresent();
    site.of(ROLE).count(toGroup ? 1 : 0);
    site.of(ROLE_POLICY).count(toGroup ? 1 : 0).names("role", ROLE);
    site.of(LOG_GROUP)
        .count(isOwn ? 1 : 0)
        .is("retentionInDays", FlowLog.RETENTION_DAYS)
        .isByDefault("logGroupClass", "STANDARD");
    Constants.OfType logs =
        site.of(FLOW_LOG)
            .count(log.isPresent() ? 1 : 0)
            .names("vpcId", VPC)
            .is("trafficType", FlowLog.TRAFFIC)
            .isEmpty("deliverCrossAccountRole")
            .isByDefault("maxAggregationInterval", 600);
    log.ifPresent(one -> logs.is("logDestinationType", one.kind()));
    if (isOwn) {
      logs.names("logDestination", LOG_GROUP);
    }
    if (toGroup) {
      logs.names("iamRoleArn", ROLE);
      checkRole(site, log);
    }
  }

  private void checkRole(Constants site, Optional<FlowLog> log) {
    index
        .first(VPC)
        .flatMap(vpc -> index.text(vpc, "ownerId"))
        .ifPresent(
            account ->
                site.of(ROLE)
                    .is("assumeRolePolicy", FlowLog.trust(account))
                    .isEmpty("inlinePolicies[].policy")
                    .isEmpty("managedPolicyArns"));
    log.flatMap(FlowLog::destination)
        .or(() -> index.first(LOG_GROUP).flatMap(group -> arn(group)))
        .ifPresent(group -> site.of(ROLE_POLICY).is("policy", FlowLog.permission(group)));
  }

  private Optional<String> arn(StateResource group) {
    return index.text(group, "arn");
  }
}
