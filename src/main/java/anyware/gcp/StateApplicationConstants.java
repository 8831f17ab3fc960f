package anyware.gcp;

import anyware.net.Family;
import anyware.plan.Place;
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
  private static final String VERSION = "ipVersion";

  private final Constants site;
  private final ApplicationBalancer balancer;
  private final List<String> ofIpv6;

  private StateApplicationConstants(Place place, Constants site, ApplicationBalancer balancer) {
    this.site = site;
    this.balancer = balancer;
    this.ofIpv6 =
        List.of(SiteNames.balancer(place, Family.IPV6), SiteNames.redirect(place, Family.IPV6));
  }

  /**
   * Notes where a site's resources differ from that. Where there is no such balancer there is none
   * of its parts.
   */
  static void check(Place place, Constants site, String project, Optional<LoadBalancer> balancer) {
    StateTypes.OF_APPLICATION.forEach(type -> site.of(type).is("project", project));
    Optional<ApplicationBalancer> application =
        balancer.flatMap(one -> one.fold(passthrough -> Optional.empty(), Optional::of));
    if (application.isEmpty()) {
      StateTypes.OF_APPLICATION.forEach(type -> site.of(type).count(0));
      return;
    }
    StateApplicationConstants constants =
        new StateApplicationConstants(place, site, application.get());
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

  private int families() {
    return balancer.ipv6() ? 2 : 1;
  }

  private boolean isMain(StateResource resource) {
    return resource.name().equals(balancer.name());
  }

  private boolean isIpv6(StateResource resource) {
    return ofIpv6.contains(resource.name());
  }

  /** Of the rules of either family, those to the main proxy. */
  private boolean isToMain(StateResource rule) {
    return isMain(rule) || rule.name().equals(ofIpv6.get(0));
  }

  private Predicate<StateResource> isRedirect() {
    return Predicate.not(this::isMain);
  }

  private void front() {
    Constants.OfType addresses =
        site.of(StateTypes.GLOBAL_ADDRESS)
            .count(families())
            .is("addressType", ComponentBalancer.EXTERNAL)
            .isByDefault("prefixLength", 0)
            .isEmpty("network")
            .isEmpty("purpose");
    addresses.where(Predicate.not(this::isIpv6)).isByDefault(VERSION, "IPV4");
    addresses.where(this::isIpv6).is(VERSION, ComponentBalancer.IPV6);
    Constants.OfType rules =
        site.of(StateTypes.GLOBAL_FORWARDING_RULE)
            .count((1L + redirects()) * families())
            .is("loadBalancingScheme", ComponentApplication.SCHEME)
            .is("ipProtocol", "TCP")
            .isEmpty("network")
            .isEmpty("subnetwork")
            .isEmpty("sourceIpRanges")
            .isEmpty("metadataFilters");
    of(rules, Predicate.not(this::isIpv6), "IPV4");
    of(rules, this::isIpv6, ComponentBalancer.IPV6);
    rules.where(this::isToMain).names("target", StateTypes.HTTPS_PROXY);
    rules.where(Predicate.not(this::isToMain)).names("target", StateTypes.HTTP_PROXY);
  }

  /** Each rule is at the address of its family, which says its version. */
  private static void of(
      Constants.OfType rules, Predicate<StateResource> isOfFamily, String version) {
    rules
        .where(isOfFamily)
        .names("ipAddress", StateTypes.GLOBAL_ADDRESS, isOfFamily, 1)
        .isByDefault(VERSION, version);
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
