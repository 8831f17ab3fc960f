package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import java.util.List;

/** SSL policies: https://cloud.google.com/compute/docs/reference/rest/v1/sslPolicies. */
final class SslPolicies {
  static final String SSL_POLICY = "gcp:compute/sSLPolicy:SSLPolicy";

  /** https://cloud.google.com/load-balancing/docs/ssl-policies-concepts */
  private static final List<String> RESTRICTED =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private SslPolicies() {}

  static ResourceType sslPolicy() {
    return ResourceType.named(
            SSL_POLICY,
            "https://cloud.google.com/compute/docs/reference/rest/v1/sslPolicies/insert")
        .has(CommonFields.late())
        .has(
            optional("customFeatures", setOf(text())),
            CommonFields.description().replaces(),
            optional("minTlsVersion", text().oneOf("TLS_1_0", "TLS_1_1", "TLS_1_2"))
                .defaultsTo("TLS_1_0"),
            optional("profile", text().oneOf("COMPATIBLE", "MODERN", "RESTRICTED", "CUSTOM"))
                .defaultsTo("COMPATIBLE"),
            CommonFields.creationTimestamp(),
            computed("enabledFeatures", (request, policy) -> features(policy)),
            computed("fingerprint", (request, policy) -> request.hex("fingerprint", 11) + "="))
        .idIs(ResourceNames.global("sslPolicies"))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject())
        .constraint(constraints())
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("ssl_policy", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static Constraint[] constraints() {
    String error = "Error in SSL Policy {name}: the profile is set to {profile} but ";
    return new Constraint[] {
      refuse(
          "customFeatures",
          error + "no custom_features are set.",
          policy -> isCustom(policy) && !CommonFields.says(policy, "customFeatures")),
      refuse(
          "customFeatures",
          error + "using custom_features requires the profile to be CUSTOM.",
          policy -> !isCustom(policy) && CommonFields.says(policy, "customFeatures"))
    };
  }

  private static boolean isCustom(Props policy) {
    return policy.text("profile", "").equals("CUSTOM");
  }

  /** Of the wider profiles only what the narrowest has too. */
  private static List<String> features(Props policy) {
    return isCustom(policy) ? policy.texts("customFeatures") : RESTRICTED;
  }
}
