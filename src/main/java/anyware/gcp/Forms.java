package anyware.gcp;

import anyware.cloud.BalancerForm;
import anyware.cloud.CloudForms;
import anyware.cloud.DnsForm;
import anyware.cloud.ExistingForm;
import anyware.cloud.LayerForm;
import anyware.cloud.LogsForm;
import anyware.cloud.NetworkForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms that Google Cloud gives to the settings of its sites. */
final class Forms {
  private static final String LINK = "(https://www\\.googleapis\\.com/compute/v1/)?";
  private static final String NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";
  private static final String PROJECT = "([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]";

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
              LayerForm.FIXED,
              Optional.empty()),
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
          LogsForm.NONE);

  private Forms() {}
}
