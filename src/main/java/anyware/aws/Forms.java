package anyware.aws;

import anyware.cloud.BalancerForm;
import anyware.cloud.CloudForms;
import anyware.cloud.DnsForm;
import anyware.cloud.ExistingForm;
import anyware.cloud.NetworkForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms that AWS gives to the settings of its sites. */
final class Forms {

  /**
   * Regions: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html.
   * Networks of /16 to /28 and subnets down to /28:
   * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html. Tags:
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions. Hosted
   * zones: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html
   */
  static final CloudForms OF_SITES =
      new CloudForms(
          new RegionForm(
              new TextForm(
                  Pattern.compile("[a-z]{2,4}(-[a-z]+){1,2}-[1-9]\\d?"),
                  "an AWS region such as us-east-1"),
              text -> text.replaceAll("(?<=[a-z])(?=\\d)", "-").replaceAll("(?<=\\d)[a-z]$", ""),
              KnownRegions.ALL),
          Optional.empty(),
          Optional.empty(),
          NetworkForm.of(16, 25),
          new ExistingForm(
              new TextForm(Pattern.compile("vpc-[0-9a-f]{4,17}"), "a VPC's id such as vpc-0abc"),
              new TextForm(
                  Pattern.compile("subnet-[0-9a-f]{4,17}"), "a subnet's id such as subnet-0abc"),
              Pattern.compile("(vpc|subnet)-([0-9a-f]{8}|[0-9a-f]{17})|arn:aws.*"),
              (network, subnet) -> true,
              false),
          new BalancerForm(
              true,
              false,
              List.of(
                  new TextForm(
                      Pattern.compile("i-[0-9a-f]{4,17}"), "an instance's id such as i-0abc"),
                  TextForm.IPV4_ADDRESS),
              BalancerForms.NETWORK,
              Optional.of(BalancerForms.APPLICATION)),
          new TagForm(
              50,
              tagText(
                  1,
                  128,
                  "on aws 1 to 128 letters, digits, blanks and + - = . _ : / @, not beginning with"
                      + " aws:"),
              tagText(
                  0,
                  256,
                  "on aws up to 256 letters, digits, blanks and + - = . _ : / @, not beginning with"
                      + " aws:")),
          new DnsForm(
              new TextForm(
                  Pattern.compile("Z[0-9A-Z]{1,31}"), "a hosted zone's id such as Z0ABCDEFGHIJKL"),
              (zone, name) -> true),
          BalancerForms.LOGS);

  private Forms() {}

  private static TextForm tagText(int from, int to, String rule) {
    return new TextForm(
        Pattern.compile(
            "(?!(?i:aws):)(?![\\p{Z}])[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{"
                + from
                + ","
                + to
                + "}(?<![\\p{Z}])"),
        rule);
  }
}
