package anyware.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is to be done for one machine.
 *
 * @param role the role that it takes at a site
 * @param address the reserved address that it gets; absent where the role has none
 * @param steps what is to be done, in this order
 */
public record CommandBlock(SiteRole role, Optional<ReservedAddress> address, List<Step> steps) {
  /** Copies the steps. */
  public CommandBlock {
    steps = List.copyOf(steps);
  }

  /**
   * The blocks of a role: one for each reserved address, or a single one where it has none.
   *
   * @param attachment the site's cloud
   * @param role the role
   */
  public static List<CommandBlock> of(Attachment attachment, SiteRole role) {
    return role.machines().stream().map(address -> of(attachment, role, address)).toList();
  }

  private static CommandBlock of(
      Attachment attachment, SiteRole role, Optional<ReservedAddress> address) {
    List<Step> steps = new ArrayList<>(attachment.steps(role, address));
    ConnectorInstaller.flags(role, address).ifPresent(steps::add);
    return new CommandBlock(role, address, steps);
  }

  /** What it is about, for a heading. */
  public String title() {
    return role.title() + address.map(reserved -> " at " + reserved.address()).orElse("");
  }

  /** What the user has to set before the commands are run, each once, as first needed. */
  public List<Variable> variables() {
    return steps.stream()
        .filter(Step::isRun)
        .flatMap(step -> step.commands().stream())
        .flatMap(command -> command.variables().stream())
        .distinct()
        .toList();
  }
}
