package anyware.advice;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.platform.PlannedSite;
import anyware.problem.Advice;
import anyware.settings.SettingPaths;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A peer whose addresses lie in the subnet of a role is behind that role's firewall, which opens
 * nothing that the peer offers.
 */
final class PeersAmongMachines {
  private PeersAmongMachines() {}

  static List<Advice> advice(List<PlannedSite<?>> sites) {
    List<Advice> advice = new ArrayList<>();
    for (PlannedSite<?> planned : sites) {
      boolean isOurs = planned.site().network().fold(created -> true, existing -> false);
      if (isOurs) {
        planned
            .plan()
            .subnets()
            .byRole()
            .forEach((role, subnets) -> addTo(advice, planned.site(), role, subnets));
      }
    }
    return advice;
  }

  private static void addTo(List<Advice> advice, Site site, Role role, List<Cidr> subnets) {
    for (Map.Entry<Peer, AddressSet> peer : site.options().peers().addresses().entrySet()) {
      for (Cidr prefix : peer.getValue().prefixes()) {
        subnets.stream()
            .filter(subnet -> subnet.contains(prefix))
            .forEach(subnet -> advice.add(advice(site, peer.getKey(), prefix, role, subnet)));
      }
    }
  }

  private static Advice advice(Site site, Peer peer, Cidr prefix, Role role, Cidr subnet) {
    return new Advice(
        SettingPaths.ofSite(site) + ".network",
        "%s of %s lies in %s, the subnet of the role %s, whose firewall closes what it offers"
            .formatted(prefix, peer.givenBy(), subnet, role.slug()),
        "give the machine an address outside the roles' subnets, or the site another network");
  }
}
