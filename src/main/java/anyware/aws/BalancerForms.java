package anyware.aws;

import anyware.cloud.ApplicationForm;
import anyware.cloud.Balancer;
import anyware.cloud.CertificateForm;
import anyware.cloud.LayerForm;
import anyware.cloud.LogForm;
import anyware.cloud.LogsForm;
import anyware.cloud.NumberForm;
import anyware.cloud.ProbingForm;
import anyware.cloud.TextForm;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be said of a balancer on each layer, and what the planner takes where nothing is said.
 */
final class BalancerForms {
  /**
   * What AWS's provider asks for where nothing is said, with AWS's own time-out for TCP targets.
   */
  static final TargetGroup.Pace NETWORK_PACE = new TargetGroup.Pace(30, 10, 3, 3);

  /** As in the vendor's reference deployment behind an Application Load Balancer. */
  static final TargetGroup.Pace APPLICATION_PACE = new TargetGroup.Pace(30, 5, 3, 3);

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html: 60 to
   * 6,000, 350 by default.
   */
  static final int NETWORK_IDLE = 350;

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html:
   * 1 to 4,000, 60 by default.
   */
  static final int APPLICATION_IDLE = 60;

  /** As in the vendor's reference deployment. */
  static final int COOKIE = 3600;

  /**
   * TLS 1.2 and 1.3:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  /** The form of a bucket's name, which its ARN has too. */
  static final String BUCKET = "(?!xn--|[0-9.]+$)[a-z0-9](?!.*\\.\\.)[a-z0-9.-]{1,61}[a-z0-9]";

  private static final TextForm A_BUCKET =
      new TextForm(Pattern.compile(BUCKET), "a bucket's name such as my-logs");

  static final LayerForm NETWORK =
      new LayerForm(
          EnumSet.allOf(Balancer.Scheme.class),
          Optional.of(NumberForm.of(60, 6000).or(NETWORK_IDLE)),
          probing(NETWORK_PACE),
          true,
          Optional.empty());

  static final LayerForm APPLICATION =
      new LayerForm(
          EnumSet.allOf(Balancer.Scheme.class),
          Optional.of(NumberForm.of(1, 4000).or(APPLICATION_IDLE)),
          probing(APPLICATION_PACE),
          true,
          Optional.of(application()));

  /**
   * Flow logs: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html. What a balancer of
   * layer 7 logs goes to the bucket that it names; one of layer 4 logs TLS only, which it never
   * ends.
   */
  static final LogsForm LOGS =
      new LogsForm(
          Optional.of(
              new LogForm(
                  true,
                  Optional.of(
                      new TextForm(
                          Pattern.compile(
                              "arn:aws[a-z-]*:(s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?"
                                  + "|logs:[a-z0-9-]+:\\d{12}:log-group:[\\w.#/-]{1,512})"),
                          "the ARN of a bucket or of a log group such as arn:aws:s3:::my-logs")))),
          Optional.empty(),
          Optional.of(new LogForm(true, Optional.of(A_BUCKET))));

  private BalancerForms() {}

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
   */
  private static ProbingForm probing(TargetGroup.Pace otherwise) {
    return new ProbingForm(
        Optional.of(NumberForm.of(5, 300).or(otherwise.intervalSeconds())),
        Optional.of(NumberForm.of(2, 120).or(otherwise.timeoutSeconds())),
        Optional.of(NumberForm.of(2, 10).or(otherwise.healthy())),
        Optional.of(NumberForm.of(2, 10).or(otherwise.unhealthy())));
  }

  /**
   * Certificates: https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html.
   * Cookies of 1 second to 7 days:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#sticky-sessions.
   * Web ACLs: https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html.
   * Buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html.
   */
  private static ApplicationForm application() {
    return new ApplicationForm(
        new CertificateForm(
            new TextForm(
                Pattern.compile("arn:aws[a-z-]*:acm:[a-z0-9-]+:\\d{12}:certificate/[\\w-]+"),
                "an ACM certificate's ARN such as"
                    + " arn:aws:acm:us-east-1:123456789012:certificate/0a1b"),
            1,
            Optional.empty(),
            0),
        new TextForm(
            Pattern.compile("ELBSecurityPolicy-TLS[A-Za-z0-9-]+"),
            "an ELBSecurityPolicy-TLS... of AWS's, such as " + TLS_POLICY),
        TLS_POLICY,
        Optional.of(NumberForm.of(1, 604_800).or(COOKIE)),
        new TextForm(
            Pattern.compile("arn:aws[a-z-]*:wafv2:[a-z0-9-]+:\\d{12}:regional/webacl/[^/]+/[^/]+"),
            "a regional web ACL's ARN such as"
                + " arn:aws:wafv2:us-east-1:123456789012:regional/webacl/NAME/ID"),
        Optional.of(A_BUCKET),
        Optional.empty(),
        false);
  }
}
