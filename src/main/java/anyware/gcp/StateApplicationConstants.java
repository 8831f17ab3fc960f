package anyware.gcp;

import anyware.state.Constants;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is the same in every balancer of layer 7, and what {@link ComponentApplication} makes of it:
 * https://cloud.google.com/load-balancing/docs/https.
 */
final class StateApplicationConstants {
  private final Constants site;
  private final ApplicationBalancer balancer;

  private StateApplicationConstants(Constants site, ApplicationBalancer balancer) {
    this.site = site;
    this.balancer = balancer;
  }

  /**
   * Notes where a site's resources differ from that. Where there is no such balancer there is none
   * of its parts.
   */
  static void check(Constants site, String project, Optional<LoadBalancer> balancer) {
    StateTypes.OF_APPLICATION.forEach(type -> site.of(type).is("project", project));
    Optional<ApplicationBalancer> application =
        balancer.flatMap(one -> one.fold(passthrough -> Optional.empty(), Optional::of));
    if (application.isEmpty()) {
      StateTypes.OF_APPLICATION.forEach(type -> site.of(type).count(0));
      return;
    }
    StateApplicationConstants constants = new StateApplicationConstants(site, application.get());
    constants.front();
    constants.proxies();
    constants.urlMaps();
    constants.service();
    StateConstants.healthCheck(site, StateTypes.GLOBAL_HEALTH_CHECK);
    constants.policies();
  }

  private int redirects() {
    return balancer.redirect() ? 1 : 0;
  }

  private boolean isMain(StateResource resource) {
    return resource.name().equals(balancer.name());
  }

  private Predicate<StateResource> isRedirect() {
    return Predicate.not(this::isMain);
  }

  private void front() {
    site.of(StateTypes.GLOBAL_ADDRESS)
        .count(1)
        .is("addressType", ComponentBalancer.EXTERNAL)
        .isByDefault("ipVersion", "IPV4")
        .isByDefault("prefixLength", 0)
        .isEmpty("network")
        .isEmpty("purpose");
    Constants.OfType rules =
        site.of(StateTypes.GLOBAL_FORWARDING_RULE)
            .count(1 + redirects())
            .is("loadBalancingScheme", ComponentApplication.SCHEME)
            .is("ipProtocol", "TCP")
            .names("ipAddress", StateTypes.GLOBAL_ADDRESS)
            .isByDefault("ipVersion", "IPV4")
            .isEmpty("network")
            .isEmpty("subnetwork")
            .isEmpty("sourceIpRanges")
            .isEmpty("metadataFilters");
    rules.where(this::isMain).names("target", StateTypes.HTTPS_PROXY);
    rules.where(isRedirect()).names("target", StateTypes.HTTP_PROXY);
  }

  private void proxies() {
    Constants.OfType https =
        site.of(StateTypes.HTTPS_PROXY)
            .count(1)
            .names("urlMap", StateTypes.URL_MAP, this::isMain, 1)
            .names("sslPolicy", StateTypes.SSL_POLICY)
            .isByDefault("quicOverride", "NONE")
            .isByDefault("proxyBind", false)
            .isEmpty("certificateMap")
            .isEmpty("serverTlsPolicy");
    boolean managed =
        balancer
            .kind()
            .application()
            .orElseThrow()
            .certificate()
            .fold(given -> false, vault -> false, made -> true);
    site.of(StateTypes.CERTIFICATE).count(managed ? 1 : 0).isByDefault("type", "MANAGED");
    if (managed) {
      https.names("sslCertificates[]", StateTypes.CERTIFICATE);
    }
    Constants.OfType http =
        site.of(StateTypes.HTTP_PROXY)
            .count(redirects())
            .names("urlMap", StateTypes.URL_MAP, isRedirect(), 1)
            .isByDefault("proxyBind", false);
    Optional<Integer> idle = balancer.kind().idleSeconds();
    if (idle.isPresent()) {
      http.is("httpKeepAliveTimeoutSec", idle.get());
    } else {
      http.isByDefault("httpKeepAliveTimeoutSec", 0);
    }
  }

  private void urlMaps() {
    Constants.OfType maps =
        site.of(StateTypes.URL_MAP)
            .count(1 + redirects())
            .isEmpty("hostRules")
            .isEmpty("pathMatchers")
            .isEmpty("headerAction")
            .isEmpty("defaultRouteAction");
    maps.where(this::isMain)
        .names("defaultService", StateTypes.GLOBAL_BACKEND_SERVICE)
        .isEmpty("defaultUrlRedirect");
    maps.where(isRedirect())
        .isEmpty("defaultService")
        .is("defaultUrlRedirect.httpsRedirect", true)
        .is("defaultUrlRedirect.stripQuery", false)
        .is("defaultUrlRedirect.redirectResponseCode", ComponentApplication.REDIRECT_CODE)
        .isEmpty("defaultUrlRedirect.hostRedirect")
        .isEmpty("defaultUrlRedirect.pathRedirect")
        .isEmpty("defaultUrlRedirect.prefixRedirect");
  }

  private void service() {
    Constants.OfType service =
        site.of(StateTypes.GLOBAL_BACKEND_SERVICE)
            .count(1)
            .is("loadBalancingScheme", ComponentApplication.SCHEME)
            .is("protocol", "HTTPS")
            .is("portName", ApplicationBalancer.PORT_NAME)
            .is("sessionAffinity", "GENERATED_COOKIE")
            .names("healthChecks", StateTypes.GLOBAL_HEALTH_CHECK)
            .names("securityPolicy", StateTypes.SECURITY_POLICY)
            .isByDefault("timeoutSec", 30)
            .isByDefault("connectionDrainingTimeoutSec", 300)
            .isByDefault("enableCdn", false)
            .isByDefault("compressionMode", "DISABLED")
            .isByDefault("logConfig.sampleRate", 1)
            .isByDefault("backends[].balancingMode", "UTILIZATION")
            .isByDefault("backends[].capacityScaler", 1);
    for (String none :
        List.of(
            "iap",
            "customRequestHeaders",
            "customResponseHeaders",
            "consistentHash",
            "circuitBreakers",
            "outlierDetection",
            "localityLbPolicies",
            "securitySettings")) {
      service.isEmpty(none);
    }
  }

  private void policies() {
    site.of(StateTypes.SSL_POLICY)
        .count(1)
        .is("minTlsVersion", ComponentApplication.LEAST_TLS)
        .isEmpty("customFeatures");
    site.of(StateTypes.SECURITY_POLICY)
        .count(1)
        .isByDefault("type", "CLOUD_ARMOR")
        .areAmong("rules[].action", List.of(ComponentArmor.ALLOWANCE, ComponentArmor.DENIAL))
        .isByDefault("rules[].preview", false)
        .isByDefault("rules[].match.versionedExpr", ComponentArmor.BY_ADDRESS)
        .isEmpty("rules[].match.expr.expression")
        .isEmpty("rules[].headerAction")
        .isEmpty("rules[].preconfiguredWafConfig")
        .isEmpty("rules[].rateLimitOptions")
        .isEmpty("rules[].redirectOptions")
        .isEmpty("adaptiveProtectionConfig")
        .isEmpty("recaptchaOptionsConfig");
  }
}
