package anyware.gcp;

import anyware.cloud.Application;
import anyware.cloud.Certificate;
import anyware.net.Family;
import anyware.plan.Place;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.BackendService;
import com.pulumi.gcp.compute.BackendServiceArgs;
import com.pulumi.gcp.compute.GlobalAddress;
import com.pulumi.gcp.compute.GlobalAddressArgs;
import com.pulumi.gcp.compute.GlobalForwardingRule;
import com.pulumi.gcp.compute.GlobalForwardingRuleArgs;
import com.pulumi.gcp.compute.HealthCheck;
import com.pulumi.gcp.compute.HealthCheckArgs;
import com.pulumi.gcp.compute.ManagedSslCertificate;
import com.pulumi.gcp.compute.ManagedSslCertificateArgs;
import com.pulumi.gcp.compute.SSLPolicy;
import com.pulumi.gcp.compute.SSLPolicyArgs;
import com.pulumi.gcp.compute.TargetHttpProxy;
import com.pulumi.gcp.compute.TargetHttpProxyArgs;
import com.pulumi.gcp.compute.TargetHttpsProxy;
import com.pulumi.gcp.compute.TargetHttpsProxyArgs;
import com.pulumi.gcp.compute.URLMap;
import com.pulumi.gcp.compute.URLMapArgs;
import com.pulumi.gcp.compute.inputs.BackendServiceBackendArgs;
import com.pulumi.gcp.compute.inputs.BackendServiceLogConfigArgs;
import com.pulumi.gcp.compute.inputs.HealthCheckHttpsHealthCheckArgs;
import com.pulumi.gcp.compute.inputs.ManagedSslCertificateManagedArgs;
import com.pulumi.gcp.compute.inputs.URLMapDefaultUrlRedirectArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Optional;

/**
 * A balancer of layer 7 as resources: from its address and forwarding rule over the proxy, which
 * ends TLS, and the URL map to the backend service, which Cloud Armor guards; and what answers on
 * port 80. All of it is global, but lives and goes with the site.
 */
final class ComponentApplication {
  /** The scheme of the balancer. */
  static final String SCHEME = "EXTERNAL_MANAGED";

  /** The least version of TLS; 1.3 is always offered. */
  static final String LEAST_TLS = "TLS_1_2";

  static final String REDIRECT_CODE = "MOVED_PERMANENTLY_DEFAULT";

  private final ApplicationBalancer balancer;
  private final Application application;
  private final ComponentScope scope;
  private final Plan plan;

  private ComponentApplication(ApplicationBalancer balancer, ComponentScope scope) {
    this.balancer = balancer;
    this.application = balancer.kind().application().orElseThrow();
    this.scope = scope;
    this.plan = scope.plan();
  }

  /** Registers a balancer. */
  static ComponentBalancer.Made register(ApplicationBalancer balancer, ComponentScope scope) {
    return new ComponentApplication(balancer, scope).register();
  }

  private ComponentBalancer.Made register() {
    Place place = plan.place();
    Output<String> address = address(balancer.name(), addressArgs());
    Optional<Output<String>> ipv6 =
        balancer.ipv6()
            ? Optional.of(
                address(
                    SiteNames.balancer(place, Family.IPV6),
                    addressArgs().ipVersion(ComponentBalancer.IPV6)))
            : Optional.empty();
    Output<String> service = backendService();
    Output<String> proxy = httpsProxy(urlMap(service));
    Output<String> rule = forwardingRule(balancer.name(), address, balancer.port(), proxy);
    ipv6.ifPresent(
        own -> forwardingRule(SiteNames.balancer(place, Family.IPV6), own, balancer.port(), proxy));
    if (balancer.redirect()) {
      String name = SiteNames.redirect(place);
      int port = ApplicationBalancer.REDIRECT_PORT;
      Output<String> redirect = httpProxy(name);
      forwardingRule(name, address, port, redirect);
      ipv6.ifPresent(
          own -> forwardingRule(SiteNames.redirect(place, Family.IPV6), own, port, redirect));
    }
    return new ComponentBalancer.Made(address, ipv6, rule, service);
  }

  private GlobalAddressArgs.Builder addressArgs() {
    return GlobalAddressArgs.builder()
        .project(plan.project())
        .addressType(ComponentBalancer.EXTERNAL)
        .labels(plan.labels());
  }

  private Output<String> address(String name, GlobalAddressArgs.Builder args) {
    return new GlobalAddress(name, args.build(), options()).address();
  }

  private CustomResourceOptions options() {
    return scope.ofRegion().protect(plan.protect()).build();
  }

  /** Of the address's family: the platform takes no version beside an address. */
  private Output<String> forwardingRule(
      String name, Output<String> address, int port, Output<String> proxy) {
    return new GlobalForwardingRule(
            name,
            GlobalForwardingRuleArgs.builder()
                .project(plan.project())
                .loadBalancingScheme(SCHEME)
                .ipAddress(address)
                .ipProtocol("TCP")
                .portRange(String.valueOf(port))
                .target(proxy)
                .labels(plan.labels())
                .build(),
            options())
        .selfLink();
  }

  private Output<String> httpsProxy(Output<String> urlMap) {
    TargetHttpsProxyArgs.Builder args =
        TargetHttpsProxyArgs.builder()
            .project(plan.project())
            .urlMap(urlMap)
            .sslPolicy(sslPolicy())
            .sslCertificates(certificates());
    balancer.kind().idleSeconds().ifPresent(args::httpKeepAliveTimeoutSec);
    return new TargetHttpsProxy(balancer.name(), args.build(), options()).selfLink();
  }

  private Output<List<String>> certificates() {
    return application
        .certificate()
        .fold(
            given -> Output.of(given.ids()),
            vault -> {
              throw new IllegalArgumentException("no certificate of this cloud: " + vault);
            },
            managed -> Output.all(managed(managed)));
  }

  private Output<String> managed(Certificate.Managed certificate) {
    return new ManagedSslCertificate(
            balancer.name(),
            ManagedSslCertificateArgs.builder()
                .project(plan.project())
                .managed(
                    ManagedSslCertificateManagedArgs.builder()
                        .domains(certificate.domains())
                        .build())
                .build(),
            options())
        .selfLink();
  }

  private Output<String> sslPolicy() {
    return new SSLPolicy(
            balancer.name(),
            SSLPolicyArgs.builder()
                .project(plan.project())
                .minTlsVersion(LEAST_TLS)
                .profile(application.tlsPolicy())
                .build(),
            options())
        .selfLink();
  }

  private Output<String> urlMap(Output<String> service) {
    return new URLMap(
            balancer.name(),
            URLMapArgs.builder().project(plan.project()).defaultService(service).build(),
            options())
        .selfLink();
  }

  private Output<String> httpProxy(String name) {
    Output<String> urlMap =
        new URLMap(
                name,
                URLMapArgs.builder()
                    .project(plan.project())
                    .defaultUrlRedirect(
                        URLMapDefaultUrlRedirectArgs.builder()
                            .httpsRedirect(true)
                            .stripQuery(false)
                            .redirectResponseCode(REDIRECT_CODE)
                            .build())
                    .build(),
                options())
            .selfLink();
    TargetHttpProxyArgs.Builder args =
        TargetHttpProxyArgs.builder().project(plan.project()).urlMap(urlMap);
    balancer.kind().idleSeconds().ifPresent(args::httpKeepAliveTimeoutSec);
    return new TargetHttpProxy(name, args.build(), options()).selfLink();
  }

  private Output<String> backendService() {
    BackendServiceArgs.Builder args =
        BackendServiceArgs.builder()
            .project(plan.project())
            .loadBalancingScheme(SCHEME)
            .protocol("HTTPS")
            .portName(ApplicationBalancer.PORT_NAME)
            .sessionAffinity("GENERATED_COOKIE")
            .healthChecks(healthCheck())
            .securityPolicy(ComponentArmor.register(balancer, scope))
            .logConfig(
                BackendServiceLogConfigArgs.builder().enable(plan.logging().balancer()).build());
    application.cookieSeconds().ifPresent(args::affinityCookieTtlSec);
    application.webAcl().ifPresent(args::edgeSecurityPolicy);
    CustomResourceOptions.Builder options = scope.ofRegion().protect(plan.protect());
    if (balancer.targets().isEmpty()) {
      // Instance groups are attached from outside, and our runs must leave them there.
      options.ignoreChanges("backends");
    } else {
      args.backends(balancer.targets().stream().map(ComponentApplication::backend).toList());
    }
    return new BackendService(balancer.name(), args.build(), options.build()).selfLink();
  }

  private static BackendServiceBackendArgs backend(String group) {
    return BackendServiceBackendArgs.builder().group(group).balancingMode("UTILIZATION").build();
  }

  private Output<String> healthCheck() {
    HealthCheckArgs.Builder args =
        HealthCheckArgs.builder()
            .project(plan.project())
            .httpsHealthCheck(
                HealthCheckHttpsHealthCheckArgs.builder()
                    .port(balancer.port())
                    .requestPath(balancer.healthPath())
                    .build());
    balancer.kind().probing().intervalSeconds().ifPresent(args::checkIntervalSec);
    balancer.kind().probing().timeoutSeconds().ifPresent(args::timeoutSec);
    balancer.kind().probing().healthy().ifPresent(args::healthyThreshold);
    balancer.kind().probing().unhealthy().ifPresent(args::unhealthyThreshold);
    return new HealthCheck(balancer.name(), args.build(), options()).selfLink();
  }
}
