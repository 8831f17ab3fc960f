package anyware.gcp;

import static anyware.gcp.Permissions.COMPUTE;
import static anyware.gcp.Permissions.GLOBAL_OPERATIONS;
import static anyware.gcp.Permissions.own;
import static anyware.gcp.Permissions.row;

import anyware.cloud.Application;
import anyware.platform.TypePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** The same for balancers of layer 7, whose parts are global, and for DNS records. */
final class ApplicationPermissions {
  /** Every type that only such plans have. */
  static final List<TypePermissions<Plan>> OF_TYPES =
      List.of(
          row("globalAddress:GlobalAddress", "globalAddresses")
              .where(ApplicationPermissions::isLayer7)
              .create(
                  COMPUTE + "globalAddresses.create",
                  COMPUTE + "globalAddresses.setLabels",
                  GLOBAL_OPERATIONS)
              .read(COMPUTE + "globalAddresses.get")
              .update(COMPUTE + "globalAddresses.setLabels", GLOBAL_OPERATIONS)
              .delete(COMPUTE + "globalAddresses.delete", GLOBAL_OPERATIONS),
          own(
                  "globalForwardingRule:GlobalForwardingRule",
                  "globalForwardingRules",
                  GLOBAL_OPERATIONS,
                  COMPUTE + "globalForwardingRules.setLabels",
                  COMPUTE + "globalForwardingRules.setTarget",
                  COMPUTE + "globalAddresses.use",
                  COMPUTE + "targetHttpsProxies.use")
              .where(ApplicationPermissions::isLayer7),
          own(
                  "targetHttpsProxy:TargetHttpsProxy",
                  "targetHttpsProxies",
                  GLOBAL_OPERATIONS,
                  COMPUTE + "targetHttpsProxies.setUrlMap",
                  COMPUTE + "targetHttpsProxies.setSslCertificates",
                  COMPUTE + "targetHttpsProxies.setSslPolicy",
                  COMPUTE + "urlMaps.use",
                  COMPUTE + "sslCertificates.get",
                  COMPUTE + "sslPolicies.use")
              .where(ApplicationPermissions::isLayer7),
          own("uRLMap:URLMap", "urlMaps", GLOBAL_OPERATIONS, COMPUTE + "backendServices.use")
              .where(ApplicationPermissions::isLayer7),
          own(
                  "targetHttpProxy:TargetHttpProxy",
                  "targetHttpProxies",
                  GLOBAL_OPERATIONS,
                  COMPUTE + "targetHttpProxies.setUrlMap",
                  COMPUTE + "targetHttpProxies.use",
                  COMPUTE + "urlMaps.use")
              .where(ApplicationPermissions::redirects),
          own(
                  "backendService:BackendService",
                  "backendServices",
                  GLOBAL_OPERATIONS,
                  COMPUTE + "backendServices.setSecurityPolicy",
                  COMPUTE + "healthChecks.useReadOnly",
                  COMPUTE + "securityPolicies.use")
              .where(ApplicationPermissions::isLayer7),
          row("backendService:BackendService", "backendServices")
              .where(
                  plan ->
                      isLayer7(plan)
                          && plan.balancer().filter(made -> !made.targets().isEmpty()).isPresent())
              .create(COMPUTE + "instanceGroups.use")
              .update(COMPUTE + "instanceGroups.use"),
          own("healthCheck:HealthCheck", "healthChecks", GLOBAL_OPERATIONS)
              .where(ApplicationPermissions::isLayer7),
          own("sSLPolicy:SSLPolicy", "sslPolicies", GLOBAL_OPERATIONS)
              .where(ApplicationPermissions::isLayer7),
          row("managedSslCertificate:ManagedSslCertificate", "sslCertificates")
              .where(ApplicationPermissions::managesCertificate)
              .create(COMPUTE + "sslCertificates.create", GLOBAL_OPERATIONS)
              .read(COMPUTE + "sslCertificates.get")
              .delete(COMPUTE + "sslCertificates.delete", GLOBAL_OPERATIONS),
          own("securityPolicy:SecurityPolicy", "securityPolicies", GLOBAL_OPERATIONS)
              .where(ApplicationPermissions::isLayer7),
          TypePermissions.<Plan>of(
                  "gcp:dns/recordSet:RecordSet",
                  "https://cloud.google.com/dns/docs/access-control",
                  Plan::project)
              .where(plan -> !plan.records().isEmpty())
              .in(
                  plan ->
                      plan.records().stream().map(DnsRecord::project).collect(Collectors.toSet()))
              .create("dns.changes.create", "dns.changes.get", "dns.resourceRecordSets.create")
              .read(
                  "dns.managedZones.get",
                  "dns.resourceRecordSets.get",
                  "dns.resourceRecordSets.list")
              .update("dns.changes.create", "dns.changes.get", "dns.resourceRecordSets.update")
              .delete("dns.changes.create", "dns.changes.get", "dns.resourceRecordSets.delete"));

  private ApplicationPermissions() {}

  private static boolean isLayer7(Plan plan) {
    return plan.balancer().filter(made -> made.fold(four -> false, seven -> true)).isPresent();
  }

  private static boolean redirects(Plan plan) {
    return plan.balancer()
        .filter(made -> made.fold(four -> false, ApplicationBalancer::redirect))
        .isPresent();
  }

  private static boolean managesCertificate(Plan plan) {
    return plan.balancer()
        .flatMap(made -> made.kind().application())
        .map(Application::certificate)
        .filter(shown -> shown.fold(given -> false, vault -> false, managed -> true))
        .isPresent();
  }
}
