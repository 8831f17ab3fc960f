package anyware.aws;

import anyware.attach.Attachment;
import anyware.attach.ReservedAddress;
import anyware.attach.ShellCommand;
import anyware.attach.SiteRole;
import anyware.attach.SnippetTool;
import anyware.attach.Step;
import anyware.attach.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands of the AWS command line, {@code run-instances}, {@code modify-instance-attribute} and
 * {@code associate-address} of https://docs.aws.amazon.com/cli/latest/reference/ec2/ and {@code
 * register-targets} of https://docs.aws.amazon.com/cli/latest/reference/elbv2/.
 */
final class MachineAttachment implements Attachment {
  /** The key in the outputs of what machines are registered at. */
  static final String TARGET_GROUP = "targetGroup";

  private static final Variable INSTANCE =
      new Variable("INSTANCE_ID", "the machine, such as i-0123456789abcdef0");

  private static final String INSTANCE_PREFIX = "i-";

  @Override
  public List<Step> steps(SiteRole role, Optional<ReservedAddress> address) {
    List<Step> steps = new ArrayList<>();
    steps.add(launch(role));
    steps.add(
        Step.ofRun(
            "Its role; other groups that it has are taken from it",
            regional("aws ec2 modify-instance-attribute", role)
                .with("--instance-id ", INSTANCE)
                .with("--groups ", role.group())));
    if (!addressesAreSettings(role)) {
      address.ifPresent(reserved -> steps.add(associate(role, reserved)));
    }
    role.balancer(TARGET_GROUP)
        .ifPresent(
            group -> steps.add(role.targets().isEmpty() ? register(role, group) : settings(role)));
    return steps;
  }

  private static ShellCommand regional(String command, SiteRole role) {
    return ShellCommand.of(command).with("--region ", role.outputs().region());
  }

  private static Step launch(SiteRole role) {
    ShellCommand group = ShellCommand.ofOptions().with("--security-group-ids ", role.group());
    if (role.subnets().isEmpty()) {
      return Step.ofNote("A new machine: among the options of aws ec2 run-instances", group);
    }
    return Step.ofNote(
        "A new machine: among the options of aws ec2 run-instances"
            + (role.subnets().size() > 1 ? ", one of these lines" : ""),
        role.subnets().stream()
            .map(subnet -> group.with("--subnet-id ", subnet))
            .toArray(ShellCommand[]::new));
  }

  private static Step associate(SiteRole role, ReservedAddress reserved) {
    return Step.ofRun(
        "Its address for PCoIP sessions, " + reserved.address(),
        regional("aws ec2 associate-address", role)
            .with("--instance-id ", INSTANCE)
            .with("--allocation-id ", reserved.id()));
  }

  private static Step register(SiteRole role, String group) {
    return Step.ofRun(
        "Its place at the balancer",
        regional("aws elbv2 register-targets", role)
            .with("--target-group-arn ", group)
            .with("--targets Id=", INSTANCE));
  }

  private static Step settings(SiteRole role) {
    return Step.ofNote(
        (addressesAreSettings(role)
                ? "Its address and its place at the balancer come from the settings: add its id to "
                : "Its place at the balancer comes from the settings: add its private address to ")
            + role.targetsSetting()
            + ", then run pulumi up");
  }

  /** Whether the addresses are associated by the stack, since it knows the instances. */
  static boolean addressesAreSettings(SiteRole role) {
    return role.targets().stream().anyMatch(target -> target.startsWith(INSTANCE_PREFIX));
  }

  @Override
  public List<String> preamble(SnippetTool tool, SiteRole role) {
    return switch (tool) {
      case PULUMI -> List.of("import * as aws from \"@pulumi/aws\";");
      case TERRAFORM -> MachineSnippets.variables(role);
    };
  }

  @Override
  public String snippet(SnippetTool tool, SiteRole role) {
    return switch (tool) {
      case PULUMI -> MachineSnippets.pulumi(role);
      case TERRAFORM -> MachineSnippets.terraform(role);
    };
  }
}
