package anyware.gcp;

import anyware.attach.SiteRole;
import anyware.attach.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines in programs of others: https://www.pulumi.com/registry/packages/gcp/ and
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs, the resource {@code
 * compute_instance}. No resource of either adds a group to a backend service that is there.
 */
final class MachineSnippets {
  private MachineSnippets() {}

  static List<String> variables(SiteRole role) {
    List<String> names = new ArrayList<>(List.of("zone", "machine_type", "image"));
    if (role.subnets().isEmpty()) {
      names.add("subnetwork");
    }
    return names.stream().map("variable \"%s\" {}"::formatted).toList();
  }

  static String pulumi(SiteRole role) {
    return new SourceText(role)
        .addIf(standsBehindBalancer(role), "// " + backends(role))
        .add("const machine = new gcp.compute.Instance(name, {\n")
        .add(role.site().project().map("  project: \"%s\",\n"::formatted).orElse(""))
        .add(
            """
              zone: config.require("zone"),
              machineType: config.require("machineType"),
              bootDisk: { initializeParams: { image: config.require("image") } },
              tags: [site.apply((it) => it.groups.<key>)],
              networkInterfaces: [{
            """)
        .add(
            role.subnets().isEmpty()
                ? "    subnetwork: config.require(\"subnetwork\"),\n"
                : "    subnetwork: site.apply((it) => it.subnets.<key>[0].id),\n")
        .add(MachineIpv6.of(role).map(MachineIpv6::pulumi).orElse(""))
        .addIf(!role.addresses().isEmpty(), "    accessConfigs: [{ natIp: address }],\n")
        .add("  }],\n});\n")
        .toString();
  }

  static String terraform(SiteRole role) {
    boolean addressed = !role.addresses().isEmpty();
    return new SourceText(role)
        .addIf(standsBehindBalancer(role), "# " + backends(role))
        .add("resource \"google_compute_instance\" \"<name>\" {\n")
        .addIf(
            addressed,
            "  for_each = toset([for it in local.<site>.connectorAddresses : it.address])\n\n")
        .add("  name         = \"<machine>\"\n")
        .add(role.site().project().map("  project      = \"%s\"\n"::formatted).orElse(""))
        .add(
            """
              zone         = var.zone
              machine_type = var.machine_type
              tags         = [local.<site>.groups.<key>]

              boot_disk {
                initialize_params {
                  image = var.image
                }
              }

              network_interface {
            """)
        .add(
            role.subnets().isEmpty()
                ? "    subnetwork = var.subnetwork\n"
                : "    subnetwork = local.<site>.subnets.<key>[0].id\n")
        .add(MachineIpv6.of(role).map(MachineIpv6::terraform).orElse(""))
        .addIf(
            addressed,
            """

                access_config {
                  nat_ip = each.key
                }
            """)
        .add("  }\n}\n")
        .toString();
  }

  private static boolean standsBehindBalancer(SiteRole role) {
    return role.balancer(MachineAttachment.BACKEND_SERVICE).isPresent();
  }

  private static String backends(SiteRole role) {
    return "Its place at the balancer: an instance group's self link in "
        + role.targetsSetting()
        + "\n";
  }
}
