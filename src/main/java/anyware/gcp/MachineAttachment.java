package anyware.gcp;

import anyware.attach.Attachment;
import anyware.attach.ReservedAddress;
import anyware.attach.ShellCommand;
import anyware.attach.SiteRole;
import anyware.attach.SnippetTool;
import anyware.attach.Step;
import anyware.attach.Variable;
import anyware.catalogue.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands of the Google Cloud command line, all below
 * https://cloud.google.com/sdk/gcloud/reference/compute: {@code instances create}, {@code add-tags}
 * and {@code add-access-config} and {@code network-interfaces update}, {@code instance-groups
 * unmanaged create} and {@code add-instances} and {@code set-named-ports}, {@code backend-services
 * add-backend}.
 */
final class MachineAttachment implements Attachment {
  /** The key in the outputs of what groups of machines stand behind. */
  static final String BACKEND_SERVICE = "backendService";

  private static final Variable INSTANCE = new Variable("INSTANCE", "the name of the machine");
  private static final Variable ZONE = new Variable("ZONE", "the zone of the machine");
  private static final Variable GROUP =
      new Variable("INSTANCE_GROUP", "an instance group of that zone");

  /** https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices, selfLink. */
  private static final Pattern SERVICE =
      Pattern.compile(".*/(?:regions/(?<region>[^/]+)|global)/backendServices/(?<name>[^/]+)");

  @Override
  public List<Step> steps(SiteRole role, Optional<ReservedAddress> address) {
    List<Step> steps = new ArrayList<>();
    steps.add(create(role, address));
    MachineIpv6.of(role)
        .ifPresent(ipv6 -> steps.addAll(ipv6.steps(instance(MachineIpv6.UPDATE, role))));
    steps.add(Step.ofRun("Its role", instance("add-tags", role).with("--tags=", role.group())));
    address.ifPresent(
        reserved -> {
          steps.add(
              Step.ofNote(
                  "A machine that has an external address gives it up first",
                  instance("delete-access-config", role)));
          steps.add(
              Step.ofRun(
                  "Its address for PCoIP sessions",
                  instance("add-access-config", role)
                      .with("--address=", reserved.address().toString())));
        });
    role.balancer(BACKEND_SERVICE).ifPresent(service -> steps.addAll(register(role, service)));
    return steps;
  }

  private static Step create(SiteRole role, Optional<ReservedAddress> address) {
    ShellCommand options = ShellCommand.ofOptions();
    for (String subnet : role.subnets()) {
      options = options.with("--subnet=", subnet);
    }
    options = options.with("--tags=", role.group());
    String publicAddress =
        address.map(reserved -> "--address=" + reserved.address()).orElse("--no-address");
    ShellCommand ofIpv4 = options.with(publicAddress);
    return Step.ofNote(
        "A new machine: among the options of gcloud compute instances create",
        MachineIpv6.of(role).map(ipv6 -> ipv6.with(ofIpv4)).orElse(ofIpv4));
  }

  private static List<Step> register(SiteRole role, String service) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.ofNote(
            "A group for the machines of a zone, where there is none yet", group("create", role)));
    steps.add(
        Step.ofRun(
            "Its place at the balancer: in a group of its zone",
            group("add-instances", role).with("--instances=", INSTANCE)));
    if (isGlobal(service)) {
      steps.add(
          Step.ofRun(
              "By this name the balancer finds the port of the machines of a group",
              group("set-named-ports", role)
                  .with(
                      "--named-ports=",
                      ApplicationBalancer.PORT_NAME + ":" + Service.HTTPS.port())));
    }
    steps.add(role.targets().isEmpty() ? backend(role, service) : settings(role));
    return steps;
  }

  /** That of a balancer of layer 7. */
  private static boolean isGlobal(String service) {
    Matcher link = SERVICE.matcher(service);
    return link.matches() && link.group("region") == null;
  }

  private static Step backend(SiteRole role, String service) {
    return Step.ofRun(
        "The group's place behind the balancer, once for each group",
        ofProject(named("gcloud compute backend-services add-backend", service), role)
            .with("--instance-group=", GROUP)
            .with("--instance-group-zone=", ZONE));
  }

  /** By its name and the region in its self link; a global one by its name alone. */
  private static ShellCommand named(String command, String service) {
    Matcher link = SERVICE.matcher(service);
    if (!link.matches()) {
      return ShellCommand.of(command).with("", service);
    }
    ShellCommand named = ShellCommand.of(command).with("", link.group("name"));
    String region = link.group("region");
    return region == null ? named.with("--global") : named.with("--region=", region);
  }

  private static Step settings(SiteRole role) {
    return Step.ofNote(
        "The settings say which groups are behind the balancer: add a new one's self link to "
            + role.targetsSetting()
            + ", then run pulumi up");
  }

  private static ShellCommand instance(String command, SiteRole role) {
    return ofProject(
            ShellCommand.of("gcloud compute instances " + command).with("", INSTANCE), role)
        .with("--zone=", ZONE);
  }

  private static ShellCommand group(String command, SiteRole role) {
    return ofProject(
            ShellCommand.of("gcloud compute instance-groups unmanaged " + command).with("", GROUP),
            role)
        .with("--zone=", ZONE);
  }

  private static ShellCommand ofProject(ShellCommand command, SiteRole role) {
    return role.site()
        .project()
        .map(project -> command.with("--project=", project))
        .orElse(command);
  }

  @Override
  public List<String> preamble(SnippetTool tool, SiteRole role) {
    return switch (tool) {
      case PULUMI -> List.of("import * as gcp from \"@pulumi/gcp\";");
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
