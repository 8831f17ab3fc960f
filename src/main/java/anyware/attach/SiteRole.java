package anyware.attach;

import anyware.catalogue.Role;
import anyware.settings.Site;
import java.util.List;
import java.util.Optional;

/**
 * A role that machines can take at a deployed site.
 *
 * @param site the site's settings
 * @param outputs what the site gave out
 * @param role the role; never the balancer, which is no machine
 */
public record SiteRole(Site site, SiteOutputs outputs, Role role) {
  /** The roles at a site that machines can take: those that have a group. */
  public static List<SiteRole> all(Site site, SiteOutputs outputs) {
    return outputs.groups().keySet().stream()
        .filter(role -> role != Role.BALANCER)
        .map(role -> new SiteRole(site, outputs, role))
        .toList();
  }

  /** What it is, for a heading. */
  public String title() {
    return site.name() + " (" + outputs.cloud() + ", " + outputs.region() + "): " + role.slug();
  }

  /** The role's group: AWS group id, Azure network security group id, Google network tag. */
  public String group() {
    String group = outputs.groups().get(role);
    if (group == null) {
      throw new IllegalStateException("no machine can be a " + role.slug() + " there");
    }
    return group;
  }

  /** The role's application security group, on clouds that have them. */
  public Optional<String> applicationGroup() {
    return Optional.ofNullable(outputs.applicationGroups().get(role));
  }

  /** The ids of the subnets in which the role's machines belong; none where they are not known. */
  public List<String> subnets() {
    return outputs.subnets().getOrDefault(role, List.of());
  }

  /** The addresses reserved for the role's machines; only connectors have some. */
  public List<ReservedAddress> addresses() {
    return role == Role.CONNECTOR ? outputs.connectorAddresses() : List.of();
  }

  /** For each machine that there is an address for, that address; else nothing, once. */
  List<Optional<ReservedAddress>> machines() {
    return addresses().isEmpty()
        ? List.of(Optional.empty())
        : addresses().stream().map(Optional::of).toList();
  }

  /**
   * What machines of the role are registered at: a part of the balancer. Absent without a balancer
   * and for roles that stand behind none.
   *
   * @param key the part's key in the outputs, such as {@code targetGroup}
   */
  public Optional<String> balancer(String key) {
    return role == Role.CONNECTOR
        ? Optional.ofNullable(outputs.balancer().get(key))
        : Optional.empty();
  }

  /** The machines that the settings register at the balancer, so that nobody else should. */
  public List<String> targets() {
    return role == Role.CONNECTOR ? site.targets() : List.of();
  }

  /** The setting that names them. */
  public String targetsSetting() {
    return "sites." + site.name() + ".targets";
  }

  /** Whether the site's network is one that somebody else made. */
  public boolean networkIsExisting() {
    return site.network().fold(created -> false, existing -> true);
  }
}
