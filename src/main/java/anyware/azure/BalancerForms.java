package anyware.azure;

import anyware.cloud.Application.Capacity;
import anyware.cloud.ApplicationForm;
import anyware.cloud.ApplicationForm.CapacityForm;
import anyware.cloud.Balancer;
import anyware.cloud.BalancerForm;
import anyware.cloud.CertificateForm;
import anyware.cloud.CountRange;
import anyware.cloud.LayerForm;
import anyware.cloud.NumberForm;
import anyware.cloud.ProbingForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What settings can say of a balancer on Azure, and what holds where they say nothing. */
final class BalancerForms {
  /** What Azure probes at when nothing is said. */
  static final int PROBE_SECONDS = 15;

  /** The longest that is offered, for users who leave a sign-in page open. */
  static final int IDLE_SECONDS = 1800;

  /** The vendor's reference deployment probes connectors so on layer 7. */
  static final int GATEWAY_PROBE_SECONDS = 30;

  /** The same. */
  static final int GATEWAY_TIMEOUT_SECONDS = 5;

  /** The same. */
  static final int GATEWAY_THRESHOLD = 3;

  /** Two at least, since one alone is away while it is renewed. */
  static final Capacity CAPACITY = new Capacity(2, 10);

  private static final Set<Balancer.Scheme> SCHEMES = Set.of(Balancer.Scheme.values());
  private static final int DAY = 86400;

  /**
   * Idle times in whole minutes:
   * https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset. Probes have an
   * interval, and one threshold for failures and successes, but no timeout of their own:
   * https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update.
   */
  private static final LayerForm FOUR =
      new LayerForm(
          SCHEMES,
          Optional.of(NumberForm.of(240, IDLE_SECONDS).by(60).or(IDLE_SECONDS)),
          new ProbingForm(
              Optional.of(NumberForm.of(5, Integer.MAX_VALUE - 1).or(PROBE_SECONDS)),
              Optional.empty(),
              Optional.empty(),
              Optional.of(NumberForm.of(1, 100).or(LoadBalancer.USUAL_THRESHOLD))),
          false,
          Optional.empty());

  /**
   * Certificates are in a vault, of which the gateway follows the newest version where the secret's
   * id names none: https://learn.microsoft.com/azure/application-gateway/key-vault-certs. Policies
   * that begin with TLS 1.2:
   * https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview.
   * Filters are policies of a web application firewall:
   * https://learn.microsoft.com/azure/web-application-firewall/ag/policy-overview. The affinity
   * cookie lasts as long as the browser:
   * https://learn.microsoft.com/azure/application-gateway/configuration-http-settings#cookie-based-affinity.
   */
  private static final ApplicationForm APPLICATION =
      new ApplicationForm(
          new CertificateForm(
              new TextForm(
                  Pattern.compile(
                      "https://[A-Za-z0-9-]{3,24}\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}"
                          + "(/[0-9a-f]{32})?"),
                  "a Key Vault secret's id: https://VAULT.vault.azure.net/secrets/NAME"),
              1,
              Optional.of(
                  new TextForm(
                      Pattern.compile(
                          "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                              + "Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+"),
                      "a user-assigned identity's id:"
                          + " /subscriptions/.../userAssignedIdentities/NAME")),
              0),
          new TextForm(
              Pattern.compile("AppGwSslPolicy(20170401S|20220101S?)"),
              "AppGwSslPolicy20220101, AppGwSslPolicy20220101S or AppGwSslPolicy20170401S"),
          "AppGwSslPolicy20220101",
          Optional.empty(),
          new TextForm(
              Pattern.compile(
                  "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Network/"
                      + "ApplicationGatewayWebApplicationFirewallPolicies/[^/]+"),
              "a web application firewall policy's id:"
                  + " /subscriptions/.../ApplicationGatewayWebApplicationFirewallPolicies/NAME"),
          Optional.empty(),
          Optional.of(new CapacityForm(new CountRange(0, 125), CAPACITY)),
          true);

  /** https://learn.microsoft.com/azure/application-gateway/application-gateway-probe-overview */
  private static final LayerForm SEVEN =
      new LayerForm(
          SCHEMES,
          Optional.empty(),
          new ProbingForm(
              Optional.of(NumberForm.of(1, DAY).or(GATEWAY_PROBE_SECONDS)),
              Optional.of(NumberForm.of(1, DAY).or(GATEWAY_TIMEOUT_SECONDS)),
              Optional.empty(),
              Optional.of(NumberForm.of(1, 20).or(GATEWAY_THRESHOLD))),
          false,
          Optional.of(APPLICATION));

  /** Everything. */
  static final BalancerForm ALL =
      new BalancerForm(false, false, List.of(TextForm.IPV4_ADDRESS), FOUR, Optional.of(SEVEN));

  private BalancerForms() {}
}
