package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The certificates of an application gateway and the TLS that it offers
 * (https://learn.microsoft.com/azure/application-gateway/key-vault-certs and
 * https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview).
 */
final class GatewayCertificates {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)https://[a-z0-9-]{3,24}\\.vault\\.[a-z.]+/secrets/[a-z0-9-]{1,127}(/[0-9a-f]*)?");

  /** Base64, as certificates are sent. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]+=*\\s*");

  private GatewayCertificates() {}

  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    for (String list : List.of("sslCertificates", "trustedRootCertificates")) {
      List<Props> certificates = request.inputs().objects(list);
      for (int i = 0; i < certificates.size(); i++) {
        found.addAll(certificate(request, certificates.get(i), list + "[" + i + "]"));
      }
    }
    found.addAll(policy(request.inputs().object("sslPolicy")));
    return found;
  }

  private static List<Refusal> certificate(RequestContext request, Props certificate, String path) {
    List<Refusal> found = new ArrayList<>();
    String name = certificate.text("name", "");
    if (certificate.has("data") == certificate.has("keyVaultSecretId")) {
      found.add(
          new Refusal(path, "Certificate " + name + " must have either Data or KeyVaultSecretId"));
    }
    certificate
        .text("data")
        .filter(data -> !BASE64.matcher(data).matches())
        .ifPresent(
            data ->
                found.add(
                    new Refusal(
                        path + ".data",
                        ApiErrors.of(
                            "ApplicationGatewayCertificateDataInvalid",
                            "Data for certificate " + name + " is invalid."))));
    certificate
        .text("keyVaultSecretId")
        .ifPresent(
            id -> {
              if (!SECRET.matcher(id).matches()) {
                found.add(
                    new Refusal(
                        path + ".keyVaultSecretId",
                        "Certificate " + name + " has no valid KeyVault Secret id: '" + id + "'"));
              }
              // https://github.com/MicrosoftDocs/azure-docs/issues/35707
              if (request.inputs().texts("identity.userAssignedIdentities").isEmpty()
                  || !request.inputs().text("identity.type", "").contains("UserAssigned")) {
                found.add(
                    new Refusal(
                        "identity",
                        "Application Gateway "
                            + request.id()
                            + " requires a 'UserAssigned' Identity with 'get' access policy to the"
                            + " referenced KeyVault. Please provide so by using top level"
                            + " 'Identity' property on application gateway."));
              }
            });
    return found;
  }

  private static List<Refusal> policy(Props policy) {
    boolean predefined = CommonShapes.isChosen(policy, "policyType", "Predefined");
    if (predefined
        && (!policy.has("policyName")
            || policy.has("cipherSuites")
            || policy.has("minProtocolVersion"))) {
      return List.of(
          new Refusal("sslPolicy", "A predefined SSL policy has a policyName and nothing else"));
    }
    // https://learn.microsoft.com/azure/application-gateway/application-gateway-tls-version-retirement
    return policy
            .text("policyName")
            .filter(name -> name.matches("(?i).*(20150501|20170401)"))
            .isPresent()
        ? List.of(
            new Refusal(
                "sslPolicy.policyName",
                "The SSL policy allows TLS 1.0 and 1.1, which are no longer supported"))
        : List.of();
  }
}
