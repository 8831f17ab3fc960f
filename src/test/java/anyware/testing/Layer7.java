package anyware.testing;

import anyware.cloud.Application;
import anyware.cloud.Application.Capacity;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.Cloud;
import anyware.cloud.Probing;
import anyware.settings.Site;
import java.util.List;
import java.util.Optional;

/**
 * Balancers of layer 7 to test with, as their settings are read where only a certificate is given.
 */
public final class Layer7 {
  private static final Probing ADVISED =
      new Probing(Optional.of(30), Optional.of(5), Optional.of(3), Optional.of(3));

  private Layer7() {}

  /** The site with such a balancer. */
  public static Site site(Site site, Balancer.Scheme scheme) {
    return Fixtures.withBalancer(site, Optional.of(balancer(site.cloud(), scheme)));
  }

  /** A balancer of a cloud. */
  public static Balancer balancer(Cloud cloud, Balancer.Scheme scheme) {
    return new Balancer(
        scheme,
        List.of(),
        false,
        Optional.empty(),
        cloud.slug().equals("azure")
            ? new Probing(Optional.of(30), Optional.of(5), Optional.empty(), Optional.of(3))
            : ADVISED,
        false,
        Optional.empty(),
        Optional.of(application(cloud)));
  }

  private static Application application(Cloud cloud) {
    boolean hasLifetime = !cloud.slug().equals("azure");
    return new Application(
        certificate(cloud),
        switch (cloud.slug()) {
          case "aws" -> "ELBSecurityPolicy-TLS13-1-2-2021-06";
          case "azure" -> "AppGwSslPolicy20220101";
          default -> "MODERN";
        },
        hasLifetime ? Optional.of(3600) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        hasLifetime ? Optional.empty() : Optional.of(new Capacity(2, 10)),
        Optional.empty());
  }

  private static Certificate certificate(Cloud cloud) {
    return switch (cloud.slug()) {
      case "aws" ->
          new Certificate.Given(
              List.of(
                  "arn:aws:acm:us-east-1:123456789012:certificate/"
                      + "12345678-1234-1234-1234-123456789012"));
      case "azure" ->
          new Certificate.VaultSecret(
              "https://pcoip-vault.vault.azure.net/secrets/pcoip",
              "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shared/providers/"
                  + "Microsoft.ManagedIdentity/userAssignedIdentities/pcoip");
      default ->
          new Certificate.Given(List.of("projects/demo-project/global/sslCertificates/pcoip"));
    };
  }
}
