package anyware.settings;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.BalancerTraits;
import anyware.cloud.Cloud;
import anyware.cloud.CountRange;
import java.util.Optional;

/** What must fit together within one site, once each of its settings is read. */
final class SiteConsistency {
  private final Site site;
  private final Section section;

  private SiteConsistency(Site site, Section section) {
    this.site = site;
    this.section = section;
  }

  /** Reports what does not fit. */
  static void check(Site site, Section section) {
    SiteConsistency consistency = new SiteConsistency(site, section);
    consistency.checkClients();
    consistency.checkTargets();
    consistency.checkConnectorDns();
    site.network()
        .fold(
            created -> true,
            existing -> {
              consistency.checkBalancerSubnets(existing);
              consistency.checkRanges(existing);
              return true;
            });
  }

  private Node at(String key) {
    return section.child(key);
  }

  /** Nobody could use a site without clients; a stack without any has its own problem. */
  private void checkClients() {
    Peers peers = site.options().peers();
    boolean isRestated = section.has("peers");
    if (isRestated
        && peers.of(Peer.CLIENTS).isEmpty()
        && peers.of(Peer.INTERNAL_CLIENTS).isEmpty()) {
      at("peers").report("no clients", "addresses in clients or in internalClients", "");
    }
  }

  private void checkTargets() {
    if (!site.targets().isEmpty() && site.balancer().isEmpty()) {
      at("targets").report("targets", "nothing without a balancer", "remove it");
    }
  }

  private void checkConnectorDns() {
    if (site.connectorDns().isPresent() && site.connectors() == 0) {
      at("connectorDns").report("a record", "nothing without connectors' addresses", "remove it");
    }
  }

  private void checkBalancerSubnets(SiteNetwork.Existing existing) {
    CountRange allowed = site.traits().map(BalancerTraits::subnets).orElse(CountRange.NONE);
    int count = existing.balancerSubnets().size();
    if (!allowed.takes(count)) {
      Node subnets = at("network").child("existing").child(ExistingReader.BALANCER_SUBNETS);
      if (!subnets.problems().concernPart(subnets.path())) {
        subnets.report(
            count == 0 ? "no subnet" : count + " subnets",
            allowed + " for " + balancerInWords(),
            count == 0 ? "name where the balancer lives" : "");
      }
    }
  }

  private String balancerInWords() {
    String balancer =
        site.balancer()
            .map(b -> b.scheme().slug() + " balancer of layer " + b.layer().number())
            .orElse("balancer: none");
    String families = site.network().ipv6() ? " with IPv6" : "";
    return balancer + families + " on " + site.cloud().slug();
  }

  /** Where rules can name a role's machines only by their addresses, these must be known. */
  private void checkRanges(SiteNetwork.Existing existing) {
    Cloud cloud = site.cloud();
    for (Role role : Role.values()) {
      Optional<String> key = Optional.ofNullable(ExistingReader.RANGES.get(role));
      boolean isNeeded =
          role == Role.BALANCER
              ? isBalancerNamed()
              : cloud.forms().existing().sentToByAddress() && isSentTo(role);
      if (key.isPresent() && isNeeded && !existing.roleRanges().containsKey(role)) {
        Node ranges = at("network").child("existing").child(key.get());
        if (!ranges.problems().concernPart(ranges.path())) {
          ranges.report(
              "nothing",
              "a list of addresses: it is required on " + cloud.slug(),
              "rules there can name these machines by their addresses only");
        }
      }
    }
  }

  private boolean isBalancerNamed() {
    return site.traits()
        .filter(traits -> traits.namedByAddress() && traits.subnets().most() > 0)
        .isPresent();
  }

  /** Whether another role's machines send to this role's. */
  private boolean isSentTo(Role role) {
    return role == Role.WORKSTATION
        || (role == Role.LICENSE_SERVER && site.options().hostsLicenseServer());
  }
}
