package anyware.audit;

import anyware.aws.Aws;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.net.Cidr;
import anyware.plan.RoleSubnets;
import anyware.policy.PolicyFirewall;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites to test with, whose firewall is another policy. */
final class AuditedSites {
  /** Connectors and balancer share subnets, as on AWS. */
  static final RoleSubnets ROLE_SUBNETS =
      new RoleSubnets(
          Map.of(
              Role.CONNECTOR, List.of(Cidr.of("10.20.0.0/19"), Cidr.of("10.20.32.0/19")),
              Role.BALANCER, List.of(Cidr.of("10.20.0.0/19"), Cidr.of("10.20.32.0/19")),
              Role.WORKSTATION, List.of(Cidr.of("10.20.128.0/18"), Cidr.of("10.20.192.0/18"))));

  private static final Site SITE = Fixtures.site(Aws.CLOUD);

  private AuditedSites() {}

  static Settings options(String name) {
    return Optional.ofNullable(Fixtures.optionSets().get(name)).orElseThrow();
  }

  static Firewall firewall(Settings settings) {
    return new PolicyFirewall(Fixtures.policy(settings, SITE));
  }

  /** A site that should keep the first settings and keeps the second. */
  static AuditedSite of(Settings wanted, Settings real) {
    return AuditedSite.of(
        SITE.name(),
        SITE.network().ranges(),
        Fixtures.policy(wanted, SITE),
        firewall(real),
        ROLE_SUBNETS);
  }

  /** A site that keeps its policy. */
  static AuditedSite faithful(String options) {
    return of(options(options), options(options));
  }
}
