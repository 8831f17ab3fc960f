package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.ResourceTypeBuilder;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Values;
import java.util.Map;
import java.util.Optional;

/**
 * Global target proxies: https://cloud.google.com/compute/docs/reference/rest/v1/targetHttpsProxies
 * and https://cloud.google.com/compute/docs/reference/rest/v1/targetHttpProxies.
 */
final class TargetProxies {
  static final String HTTPS_PROXY = "gcp:compute/targetHttpsProxy:TargetHttpsProxy";
  static final String HTTP_PROXY = "gcp:compute/targetHttpProxy:TargetHttpProxy";

  private static final String PAGES = "https://cloud.google.com/compute/docs/reference/rest/v1/";

  /** https://cloud.google.com/load-balancing/docs/quotas#ssl_certificates */
  private static final int MOST_CERTIFICATES = 15;

  private static final Shape CERTIFICATES =
      listOf(GlobalNames.of(SslCertificates.CERTIFICATE, SslCertificates.MANAGED))
          .where(
              ApiErrors.tooLarge(MOST_CERTIFICATES, "element"),
              value -> Values.size(value) <= MOST_CERTIFICATES)
          .refusedAtUp();

  private static final String CERTIFICATE_MAP =
      "//certificatemanager\\.googleapis\\.com/projects/.+";

  private TargetProxies() {}

  static ResourceType https() {
    return proxy(HTTPS_PROXY, "targetHttpsProxies")
        .has(
            optional(
                "certificateMap",
                text()
                    .matching(CERTIFICATE_MAP, ApiErrors.invalid("Must name a certificate map."))
                    .refusedAtUp()),
            optional("quicOverride", text().oneOf("NONE", "ENABLE", "DISABLE")).defaultsTo("NONE"),
            optional("serverTlsPolicy", text().suppressing(Spellings.LINK_OR_NAME)).replaces(),
            optional("sslCertificates", CERTIFICATES).shownAs(GlobalNames.links("sslCertificates")),
            optional("sslPolicy", GlobalNames.of(SslPolicies.SSL_POLICY))
                .shownAs(ResourceNames.link("sslPolicy")))
        .completedBy(
            GlobalNames.completed(
                Map.of(
                    "urlMap", "urlMaps",
                    "sslCertificates", "sslCertificates",
                    "sslPolicy", "sslPolicies")))
        .constraint(
            ApiErrors.api(
                "sslCertificates",
                "At least one SSL certificate or a certificate map must be specified.",
                proxy ->
                    !CommonFields.says(proxy, "sslCertificates")
                        && !CommonFields.says(proxy, "certificateMap")),
            ApiErrors.apiIn(
                "urlMap",
                "A URL map with httpsRedirect cannot be used by a target HTTPS proxy.",
                TargetProxies::redirects))
        .inUse(ApiErrors.inUse("target_https_proxy", "{users}"))
        .build();
  }

  static ResourceType http() {
    return proxy(HTTP_PROXY, "targetHttpProxies")
        .completedBy(GlobalNames.completed(Map.of("urlMap", "urlMaps")))
        .inUse(ApiErrors.inUse("target_http_proxy", "{users}"))
        .build();
  }

  private static ResourceTypeBuilder proxy(String token, String collection) {
    return ResourceType.named(token, PAGES + collection + "/insert")
        .has(CommonFields.late())
        .has(
            CommonFields.description().replaces(),
            keepAlive(),
            optional("proxyBind", flag()).replaces().kept().orComputed((request, proxy) -> false),
            required("urlMap", GlobalNames.of(UrlMaps.URL_MAP))
                .shownAs(ResourceNames.link("urlMap")),
            CommonFields.creationTimestamp(),
            computed("proxyId", (request, proxy) -> Long.parseLong(request.digits("proxy", 15))))
        .idIs(ResourceNames.global(collection))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject(), bound())
        .exists(CommonFields.EXISTS)
        .gone(CommonFields.GONE);
  }

  /** https://cloud.google.com/load-balancing/docs/https#timeout-keepalive-client */
  private static Property keepAlive() {
    return optional(
            "httpKeepAliveTimeoutSec",
            whole()
                .where(
                    ApiErrors.invalid("Must be between 5 and 1200."),
                    value -> value instanceof Double number && number >= 5 && number <= 1200)
                .refusedAtUp())
        .replaces();
  }

  private static Constraint bound() {
    return ApiErrors.api(
        "proxyBind",
        "The field can only be set for the load balancing scheme INTERNAL_SELF_MANAGED.",
        proxy -> proxy.isTrue("proxyBind"));
  }

  private static boolean redirects(RequestContext request) {
    Optional<StoredResource> map =
        request.inputs().text("urlMap").flatMap(name -> request.find(UrlMaps.URL_MAP, name));
    return map.filter(found -> found.inputs().isTrue("defaultUrlRedirect.httpsRedirect"))
        .isPresent();
  }
}
