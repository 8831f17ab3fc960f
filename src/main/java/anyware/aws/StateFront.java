package anyware.aws;

import static anyware.aws.ResourceTypes.LISTENER;
import static anyware.aws.ResourceTypes.WEB_ACL;

import anyware.state.StateResource;
import java.util.Optional;

/**
 * What a deployed load balancer listens to.
 *
 * @param index the site's resources
 * @param balancer the load balancer
 */
record StateFront(StateIndex index, StateResource balancer) {

  /** Absent while the listener that passes something on is missing. */
  Optional<Front> read() {
    return index.all(LISTENER).stream()
        .filter(one -> !isRedirect(one))
        .findFirst()
        .map(
            listener ->
                index.text(balancer, "loadBalancerType").orElse("").equals("application")
                    ? application(listener)
                    : network(listener));
  }

  /** By the logical name, as {@link LoadBalancer#redirectName} has it. */
  private boolean isRedirect(StateResource listener) {
    return listener.name().equals(balancer.name() + LoadBalancer.REDIRECT);
  }

  private NetworkFront network(StateResource listener) {
    return new NetworkFront(
        at(listener), index.number(listener, "tcpIdleTimeoutSeconds").orElse(0));
  }

  private ApplicationFront application(StateResource listener) {
    return new ApplicationFront(
        at(listener),
        index.text(listener, "certificateArn").orElse(""),
        index.text(listener, "sslPolicy").orElse(""),
        index.all(LISTENER).stream().filter(this::isRedirect).findFirst().map(this::at),
        index.number(balancer, "idleTimeout").orElse(0),
        accessLogs(),
        index.first(WEB_ACL).flatMap(one -> index.text(one, "webAclArn")));
  }

  private Front.Listener at(StateResource listener) {
    return new Front.Listener(
        index.text(listener, "protocol").orElse(""), index.number(listener, "port").orElse(0));
  }

  /** The provider writes where logs went once after they are turned off. */
  private Optional<ApplicationFront.AccessLogs> accessLogs() {
    return index
        .property(balancer, "accessLogs")
        .filter(logs -> logs.flag("enabled").orElse(false))
        .map(
            logs ->
                new ApplicationFront.AccessLogs(
                    logs.text("bucket").orElse(""), logs.text("prefix").orElse("")));
  }
}
