package anyware.aws;

import anyware.attach.SiteRole;
import anyware.attach.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines in programs of others: https://www.pulumi.com/registry/packages/aws/ and
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs, the resources {@code
 * instance}, {@code eip_association} and {@code lb_target_group_attachment}.
 */
final class MachineSnippets {
  private MachineSnippets() {}

  static List<String> variables(SiteRole role) {
    List<String> names = new ArrayList<>(List.of("ami", "instance_type"));
    if (role.subnets().isEmpty()) {
      names.add("subnet_id");
    }
    return names.stream().map("variable \"%s\" {}"::formatted).toList();
  }

  static String pulumi(SiteRole role) {
    return new SourceText(role)
        .add(
            """
            const machine = new aws.ec2.Instance(name, {
              ami: config.require("ami"),
              instanceType: config.require("instanceType"),
            """)
        .add(
            role.subnets().isEmpty()
                ? "  subnetId: config.require(\"subnetId\"),\n"
                : "  subnetId: site.apply((it) => it.subnets.<key>[0].id),\n")
        .add(
            """
              vpcSecurityGroupIds: [site.apply((it) => it.groups.<key>)],
            });
            """)
        .addIf(
            associates(role),
            """
            new aws.ec2.EipAssociation(name, {
              instanceId: machine.id,
              allocationId: site.apply(
                (it) => it.connectorAddresses.find((one: any) => one.address === address).id,
              ),
            });
            """)
        .addIf(
            registers(role),
            """
            new aws.lb.TargetGroupAttachment(name, {
              targetGroupArn: site.apply((it) => it.balancer.targetGroup),
              targetId: machine.id,
            });
            """)
        .toString();
  }

  static String terraform(SiteRole role) {
    boolean addressed = !role.addresses().isEmpty();
    String each = addressed ? "each.value" : "aws_instance.<name>";
    return new SourceText(role)
        .add("resource \"aws_instance\" \"<name>\" {\n")
        .addIf(
            addressed,
            "  for_each = { for it in local.<site>.connectorAddresses : it.address => it.id }\n\n")
        .add(
            """
              ami                    = var.ami
              instance_type          = var.instance_type
            """)
        .add(
            role.subnets().isEmpty()
                ? "  subnet_id              = var.subnet_id\n"
                : "  subnet_id              = local.<site>.subnets.<key>[0].id\n")
        .add(
            """
              vpc_security_group_ids = [local.<site>.groups.<key>]
            }
            """)
        .addIf(
            associates(role),
            """

            resource "aws_eip_association" "<name>" {
              for_each = { for it in local.<site>.connectorAddresses : it.address => it.id }

              instance_id   = aws_instance.<name>[each.key].id
              allocation_id = each.value
            }
            """)
        .addIf(registers(role), "\nresource \"aws_lb_target_group_attachment\" \"<name>\" {\n")
        .addIf(registers(role) && addressed, "  for_each = aws_instance.<name>\n\n")
        .addIf(
            registers(role),
            """
              target_group_arn = local.<site>.balancer.targetGroup
            """
                + "  target_id        = "
                + each
                + ".id\n}\n")
        .toString();
  }

  private static boolean associates(SiteRole role) {
    return !role.addresses().isEmpty() && !MachineAttachment.addressesAreSettings(role);
  }

  private static boolean registers(SiteRole role) {
    return role.targets().isEmpty() && role.balancer(MachineAttachment.TARGET_GROUP).isPresent();
  }
}
