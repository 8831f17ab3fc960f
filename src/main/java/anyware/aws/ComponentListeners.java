package anyware.aws;

import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;

/**
 * Registers what a load balancer listens to, and what filters it.
 *
 * @param scope the site's
 * @param balancer what is planned
 * @param arn the load balancer's ARN
 * @param targets the target group's ARN
 */
record ComponentListeners(
    ComponentScope scope, LoadBalancer balancer, Output<String> arn, Output<String> targets) {
  /** So that browsers ask there the next time. */
  static final String MOVED = "HTTP_301";

  void register() {
    balancer
        .front()
        .fold(
            network -> {
              var args = forward(network.listener());
              args.tcpIdleTimeoutSeconds(network.idleSeconds());
              return listener(balancer.name(), args);
            },
            this::application);
  }

  private CustomResource application(ApplicationFront front) {
    front.redirect().ifPresent(from -> redirect(from, front.listener()));
    front.webAcl().ifPresent(this::filter);
    var args = forward(front.listener());
    args.certificateArn(front.certificate()).sslPolicy(front.tlsPolicy());
    return listener(balancer.name(), args);
  }

  private ListenerArgs.Builder forward(Front.Listener listener) {
    var action = ListenerDefaultActionArgs.builder().type("forward").targetGroupArn(targets);
    return at(listener).defaultActions(action.build());
  }

  private void redirect(Front.Listener from, Front.Listener to) {
    var other = ListenerDefaultActionRedirectArgs.builder().protocol(to.protocol());
    other.port(String.valueOf(to.port())).statusCode(MOVED);
    var action = ListenerDefaultActionArgs.builder().type("redirect").redirect(other.build());
    listener(balancer.redirectName(), at(from).defaultActions(action.build()));
  }

  private ListenerArgs.Builder at(Front.Listener listener) {
    return ListenerArgs.builder()
        .loadBalancerArn(arn)
        .protocol(listener.protocol())
        .port(listener.port());
  }

  private CustomResource listener(String name, ListenerArgs.Builder args) {
    args.tags(scope.tags(name));
    return scope.register(ResourceTypes.LISTENER, name, args.build(), scope.inNetwork());
  }

  private void filter(String webAcl) {
    var args = WebAclAssociationArgs.builder().resourceArn(arn).webAclArn(webAcl).build();
    scope.register(ResourceTypes.WEB_ACL, balancer.name(), args, scope.inNetwork());
  }
}
