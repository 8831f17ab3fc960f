package anyware.gcp;

import anyware.platform.TypePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The permissions that Compute Engine asks a role for, by type of resource: its own, and those of
 * what it uses (https://cloud.google.com/compute/docs/access/iam-permissions; each method's page of
 * https://cloud.google.com/compute/docs/reference/rest/v1 names them under IAM Permissions). Rules
 * of a Shared VPC are its host project's.
 */
final class Permissions {
  static final String COMPUTE = "compute.";
  private static final String PAGE = "https://cloud.google.com/compute/docs/reference/rest/v1/";
  static final String GLOBAL_OPERATIONS = COMPUTE + "globalOperations.get";
  private static final String REGION_OPERATIONS = COMPUTE + "regionOperations.get";
  private static final String CHANGES_NETWORK = COMPUTE + "networks.updatePolicy";
  private static final String USES_SUBNETWORK = COMPUTE + "subnetworks.use";
  private static final String USES_NETWORK = COMPUTE + "networks.use";

  /** Networks, rules, and balancers of layer 4. */
  private static final List<TypePermissions<Plan>> OF_SITES =
      List.of(
          own("network:Network", "networks", GLOBAL_OPERATIONS).where(Permissions::makesNetwork),
          own("subnetwork:Subnetwork", "subnetworks", REGION_OPERATIONS, CHANGES_NETWORK)
              .where(Permissions::makesNetwork),
          own("router:Router", "routers", REGION_OPERATIONS, CHANGES_NETWORK)
              .where(Permissions::hasNat),
          // A part of its router.
          row("routerNat:RouterNat", "routers")
              .where(Permissions::hasNat)
              .create(COMPUTE + "routers.update", REGION_OPERATIONS)
              .read(COMPUTE + "routers.get")
              .update(COMPUTE + "routers.update", REGION_OPERATIONS)
              .delete(COMPUTE + "routers.update", REGION_OPERATIONS),
          own("firewall:Firewall", "firewalls", GLOBAL_OPERATIONS, CHANGES_NETWORK)
              .in(Permissions::networkProject),
          row("address:Address", "addresses")
              .where(plan -> isLayer4(plan) || !plan.connectorAddresses().isEmpty())
              .create(
                  COMPUTE + "addresses.create", COMPUTE + "addresses.setLabels", REGION_OPERATIONS)
              .read(COMPUTE + "addresses.get")
              .update(COMPUTE + "addresses.setLabels", REGION_OPERATIONS)
              .delete(COMPUTE + "addresses.delete", REGION_OPERATIONS),
          row("address:Address", "addresses")
              .where(Permissions::isInternal)
              .create(COMPUTE + "addresses.createInternal")
              .delete(COMPUTE + "addresses.deleteInternal"),
          row("address:Address", "addresses")
              .where(Permissions::isInSubnetwork)
              .in(Permissions::networkProject)
              .create(USES_SUBNETWORK),
          own("regionHealthCheck:RegionHealthCheck", "regionHealthChecks", REGION_OPERATIONS)
              .where(Permissions::isLayer4),
          own(
                  "regionBackendService:RegionBackendService",
                  "regionBackendServices",
                  REGION_OPERATIONS,
                  COMPUTE + "regionHealthChecks.useReadOnly")
              .where(Permissions::isLayer4),
          row("regionBackendService:RegionBackendService", "regionBackendServices")
              .where(
                  plan ->
                      isLayer4(plan)
                          && plan.balancer().filter(made -> !made.targets().isEmpty()).isPresent())
              .create(COMPUTE + "instanceGroups.use")
              .update(COMPUTE + "instanceGroups.use"),
          row("regionBackendService:RegionBackendService", "regionBackendServices")
              .where(Permissions::isInternal)
              .in(Permissions::networkProject)
              .create(USES_NETWORK),
          own(
                  "forwardingRule:ForwardingRule",
                  "forwardingRules",
                  REGION_OPERATIONS,
                  COMPUTE + "forwardingRules.setLabels",
                  COMPUTE + "forwardingRules.setTarget",
                  COMPUTE + "regionBackendServices.use",
                  COMPUTE + "addresses.use")
              .where(Permissions::isLayer4),
          row("forwardingRule:ForwardingRule", "forwardingRules")
              .where(Permissions::isInternal)
              .create(COMPUTE + "addresses.useInternal"),
          row("forwardingRule:ForwardingRule", "forwardingRules")
              .where(Permissions::isInternal)
              .in(Permissions::networkProject)
              .create(USES_NETWORK),
          row("forwardingRule:ForwardingRule", "forwardingRules")
              .where(Permissions::isInSubnetwork)
              .in(Permissions::networkProject)
              .create(USES_SUBNETWORK));

  /** Every type that plans can have. */
  static final List<TypePermissions<Plan>> OF_TYPES =
      Stream.concat(OF_SITES.stream(), ApplicationPermissions.OF_TYPES.stream()).toList();

  private Permissions() {}

  private static Set<String> networkProject(Plan plan) {
    return plan.network()
        .fold(made -> Set.of(plan.project()), there -> Set.of(Links.project(there.link())));
  }

  static TypePermissions<Plan> row(String type, String collection) {
    return TypePermissions.of("gcp:compute/" + type, PAGE + collection, Plan::project);
  }

  /** A collection whose permissions are called as its methods are. */
  static TypePermissions<Plan> own(String type, String collection, String... used) {
    String own = COMPUTE + collection;
    return row(type, collection)
        .create(and(own + ".create", used))
        .read(own + ".get")
        .update(and(own + ".update", used))
        .delete(and(own + ".delete", used));
  }

  private static String[] and(String first, String... others) {
    String[] all = new String[others.length + 1];
    all[0] = first;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }

  private static boolean makesNetwork(Plan plan) {
    return plan.network().fold(made -> true, there -> false);
  }

  private static boolean hasNat(Plan plan) {
    return plan.network().fold(made -> made.nat().isPresent(), there -> false);
  }

  private static boolean isLayer4(Plan plan) {
    return plan.balancer().filter(made -> made.fold(four -> true, seven -> false)).isPresent();
  }

  private static boolean isInSubnetwork(Plan plan) {
    return plan.balancer().filter(LoadBalancer::isInSubnetwork).isPresent();
  }

  private static boolean isInternal(Plan plan) {
    return plan.balancer().filter(LoadBalancer::isInternal).isPresent();
  }
}
