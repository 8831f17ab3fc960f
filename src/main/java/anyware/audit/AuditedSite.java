package anyware.audit;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.net.Cidr;
import anyware.plan.RoleSubnets;
import anyware.policy.Policy;
import anyware.policy.PolicyFirewall;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A site's policy and the firewall that is to keep it.
 *
 * @param site the site's name
 * @param network the addresses of its network
 * @param policy what may pass
 * @param firewall what really passes
 * @param roleSubnets where each role's machines can be
 * @param roles the roles whose firewalls are known
 */
public record AuditedSite(
    String site,
    List<Cidr> network,
    Policy policy,
    Firewall firewall,
    RoleSubnets roleSubnets,
    Set<Role> roles) {

  /** Copies the collections. */
  public AuditedSite {
    network = List.copyOf(network);
    roles = Set.copyOf(roles);
  }

  /** A site whose firewalls are all known. */
  public static AuditedSite of(
      String site, List<Cidr> network, Policy policy, Firewall firewall, RoleSubnets roleSubnets) {
    return new AuditedSite(site, network, policy, firewall, roleSubnets, EnumSet.allOf(Role.class));
  }

  /** Whether the site has machines of the role and their firewall is known. */
  public boolean has(Role role) {
    return policy.has(role) && roles.contains(role);
  }

  /** The policy as a firewall. */
  public Firewall wanted() {
    return new PolicyFirewall(policy);
  }

  /** Every class of packets on which firewall and policy disagree. */
  public List<Finding> findings() {
    return Audit.of(policy, firewall, roleSubnets, roles);
  }

  /** The same, joined into as few lines as say it all, the worst first. */
  public List<Disagreement> disagreements() {
    return auditResult().disagreements();
  }

  /** The same with the number of classes of packets that were compared. */
  AuditResult auditResult() {
    Audit.Judgement judgement = Audit.judge(policy, firewall, roleSubnets, roles);
    return new AuditResult(
        Disagreement.of(judgement.findings(), SiteAddresses.of(roleSubnets, firewall)),
        List.of(),
        judgement.compared());
  }
}
