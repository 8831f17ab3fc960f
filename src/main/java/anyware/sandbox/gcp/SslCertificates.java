package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;

/**
 * Global SSL certificates, given or managed by Google:
 * https://cloud.google.com/compute/docs/reference/rest/v1/sslCertificates.
 */
final class SslCertificates {
  static final String CERTIFICATE = "gcp:compute/sSLCertificate:SSLCertificate";
  static final String MANAGED = "gcp:compute/managedSslCertificate:ManagedSslCertificate";

  private static final String PAGE =
      "https://cloud.google.com/compute/docs/reference/rest/v1/sslCertificates/insert";

  /**
   * No wildcards:
   * https://cloud.google.com/load-balancing/docs/ssl-certificates/google-managed-certs
   */
  private static final Shape DOMAIN =
      text()
          .matching(
              "(?=.{1,254}$)([a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z][-a-zA-Z0-9]*\\.?",
              ApiErrors.invalid("The domain is not a valid fully qualified domain name."))
          .refusedAtUp()
          .suppressing((shown, now) -> undotted(shown).equals(undotted(now)));

  private SslCertificates() {}

  static ResourceType managed() {
    return ResourceType.named(MANAGED, PAGE)
        .has(CommonFields.late())
        .has(
            optional(
                    "managed",
                    object(
                        required(
                                "domains",
                                listOf(DOMAIN)
                                    .where(
                                        "Too many list items. Attribute {property} supports 100"
                                            + " item maximum",
                                        value -> Values.size(value) <= 100))
                            .replaces()))
                .replaces(),
            CommonFields.description().replaces(),
            optional("type", text().oneOf("MANAGED")).replaces().defaultsTo("MANAGED"),
            optional("certificateId", whole()).kept().orComputed((request, one) -> id(request)),
            CommonFields.creationTimestamp(),
            expireTime(),
            computed(
                "subjectAlternativeNames",
                (request, certificate) -> certificate.texts("managed.domains")))
        .idIs(ResourceNames.global("sslCertificates"))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(
            CommonFields.needsProject(),
            ApiErrors.api(
                "managed",
                "A managed certificate needs at least one domain.",
                certificate ->
                    certificate.has("managed") && certificate.texts("managed.domains").isEmpty()))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("ssl_certificate", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  static ResourceType certificate() {
    return ResourceType.named(CERTIFICATE, PAGE)
        .has(CommonFields.early())
        .has(
            required("certificate", pem("CERTIFICATE")).replaces(),
            CommonFields.description().replaces(),
            optional("namePrefix", text()).replaces(),
            required("privateKey", pem("PRIVATE KEY")).replaces(),
            computed("certificateId", (request, one) -> id(request)),
            CommonFields.creationTimestamp(),
            expireTime())
        .idIs(ResourceNames.global("sslCertificates"))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject())
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("ssl_certificate", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  /** The message leaves the value out: it is a secret. */
  private static Shape pem(String kind) {
    return text()
        .where(
            ApiErrors.invalid("resource.{property}", "", "Must be in PEM format."),
            value -> String.valueOf(value).contains(kind + "-----"))
        .refusedAtUp();
  }

  private static long id(RequestContext request) {
    return Long.parseLong(request.digits("certificate", 15));
  }

  private static Property expireTime() {
    return computed("expireTime", (request, certificate) -> "2027-01-01T00:00:00.000-08:00");
  }

  private static String undotted(Object domain) {
    return String.valueOf(domain).replaceFirst("\\.$", "");
  }
}
