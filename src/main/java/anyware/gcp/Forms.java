package anyware.gcp;

import anyware.cloud.ApplicationForm;
import anyware.cloud.Balancer;
import anyware.cloud.BalancerForm;
import anyware.cloud.CertificateForm;
import anyware.cloud.CloudForms;
import anyware.cloud.DnsForm;
import anyware.cloud.ExistingForm;
import anyware.cloud.LayerForm;
import anyware.cloud.LogForm;
import anyware.cloud.LogsForm;
import anyware.cloud.NetworkForm;
import anyware.cloud.NumberForm;
import anyware.cloud.Probing;
import anyware.cloud.ProbingForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms that Google Cloud gives to the settings of its sites. */
final class Forms {
  private static final String LINK = "(https://www\\.googleapis\\.com/compute/v1/)?";
  private static final String NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";
  private static final String PROJECT = "([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]";

  /** How the platform probes where nothing is said: the page of {@link #probing}. */
  static final Probing USUAL_PROBING =
      new Probing(Optional.of(5), Optional.of(5), Optional.of(2), Optional.of(2));

  /**
   * A passthrough balancer has no idle time of its own that can be set, nor a lock against its
   * deletion: https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices
   */
  private static final LayerForm FOUR =
      new LayerForm(
          EnumSet.allOf(Balancer.Scheme.class),
          Optional.empty(),
          probing(USUAL_PROBING),
          false,
          Optional.empty());

  /**
   * Certificates at a proxy: https://cloud.google.com/load-balancing/docs/quotas#ssl_certificates.
   * Names in a managed one:
   * https://cloud.google.com/load-balancing/docs/ssl-certificates/google-managed-certs. TLS:
   * https://cloud.google.com/load-balancing/docs/ssl-policies-concepts. The cookie's lifetime:
   * https://cloud.google.com/compute/docs/reference/rest/v1/backendServices. An existing policy is
   * one of the edge, which goes before ours:
   * https://cloud.google.com/armor/docs/security-policy-overview#edge-policies
   */
  private static final ApplicationForm APPLICATION =
      new ApplicationForm(
          new CertificateForm(
              new TextForm(
                  Pattern.compile(LINK + "projects/" + PROJECT + "/global/sslCertificates/" + NAME),
                  "an SSL certificate's self link (projects/PROJECT/global/sslCertificates/NAME)"),
              15,
              Optional.empty(),
              100),
          new TextForm(
              Pattern.compile("COMPATIBLE|MODERN|RESTRICTED"), "COMPATIBLE, MODERN or RESTRICTED"),
          "MODERN",
          Optional.of(NumberForm.of(0, 1_209_600).or(3600)),
          new TextForm(
              Pattern.compile(LINK + "projects/" + PROJECT + "/global/securityPolicies/" + NAME),
              "an edge security policy's self link"
                  + " (projects/PROJECT/global/securityPolicies/NAME)"),
          Optional.empty(),
          Optional.empty(),
          false);

  /**
   * An idle connection of a client:
   * https://cloud.google.com/load-balancing/docs/https#timeout-keepalive-client. Probes as the
   * vendor of the connectors advises.
   */
  private static final LayerForm SEVEN =
      new LayerForm(
          Set.of(Balancer.Scheme.PUBLIC),
          Optional.of(NumberForm.of(5, 1200)),
          probing(new Probing(Optional.of(30), Optional.of(5), Optional.of(3), Optional.of(3))),
          false,
          Optional.of(APPLICATION));

  /** Cloud Logging of the site's project: there is no other place. */
  private static final LogForm LOGGED = new LogForm(true, Optional.empty());

  /** https://cloud.google.com/compute/docs/reference/rest/v1/healthChecks */
  private static ProbingForm probing(Probing otherwise) {
    NumberForm seconds = NumberForm.of(1, 300);
    NumberForm times = NumberForm.of(1, 10);
    return new ProbingForm(
        otherwise.intervalSeconds().map(seconds::or),
        otherwise.timeoutSeconds().map(seconds::or),
        otherwise.healthy().map(times::or),
        otherwise.unhealthy().map(times::or));
  }

  /**
   * Regions: https://cloud.google.com/compute/docs/regions-zones. Projects:
   * https://cloud.google.com/resource-manager/docs/creating-managing-projects. Subnets down to /29,
   * and prohibited ranges: https://cloud.google.com/vpc/docs/subnets. Labels:
   * https://cloud.google.com/resource-manager/docs/labels-overview#requirements. Zones:
   * https://cloud.google.com/dns/docs/reference/rest/v1/managedZones
   */
  static final CloudForms OF_SITES =
      new CloudForms(
          new RegionForm(
              new TextForm(
                  Pattern.compile("[a-z]+-[a-z]+[1-9]\\d?"),
                  "a Google Cloud region such as us-central1"),
              text -> text.replaceAll("-[a-f]$", "").replaceAll("-(?=\\d)", ""),
              KnownRegions.ALL),
          Optional.of(
              new TextForm(
                  Pattern.compile(PROJECT),
                  "a project id: 6 to 30 lower-case letters, digits and hyphens, a letter first, no"
                      + " hyphen last")),
          Optional.empty(),
          NetworkForm.of(8, 26, "199.36.153.4/30", "199.36.153.8/30"),
          new ExistingForm(
              new TextForm(
                  Pattern.compile(
                      LINK + "projects/" + PROJECT + "/global/networks/" + NAME + "|" + NAME),
                  "a network's self link (projects/PROJECT/global/networks/NAME) or name"),
              new TextForm(
                  Pattern.compile(
                      LINK
                          + "projects/"
                          + PROJECT
                          + "/regions/[a-z0-9-]+/subnetworks/"
                          + NAME
                          + "|"
                          + NAME),
                  "a subnetwork's self link (projects/PROJECT/regions/REGION/subnetworks/NAME) or"
                      + " name"),
              Pattern.compile("(https://.*googleapis\\.com/.*|projects/).*"),
              (network, subnet) -> true,
              true),
          new BalancerForm(
              false,
              true,
              List.of(
                  new TextForm(
                      Pattern.compile(
                          LINK
                              + "projects/"
                              + PROJECT
                              + "/(zones|regions)/[a-z0-9-]+/instanceGroups/"
                              + NAME),
                      "an instance group's self link"
                          + " (projects/PROJECT/zones/ZONE/instanceGroups/NAME)")),
              FOUR,
              Optional.of(SEVEN)),
          new TagForm(
              64,
              new TextForm(
                  Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}"),
                  "on gcp 1 to 63 lower-case letters, digits, _ and -, a letter first"),
              new TextForm(
                  Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}"),
                  "on gcp up to 63 lower-case letters, digits, _ and -")),
          new DnsForm(
              new TextForm(
                  Pattern.compile("projects/" + PROJECT + "/managedZones/" + NAME),
                  "a managed zone: projects/PROJECT/managedZones/NAME"),
              (zone, name) -> true),
          new LogsForm(Optional.of(LOGGED), Optional.of(LOGGED), Optional.of(LOGGED)));

  private Forms() {}
}
