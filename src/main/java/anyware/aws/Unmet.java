package anyware.aws;

import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.problem.Problem;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * What settings ask for one by one and AWS has not together. Nothing of it is in the plan, so that
 * a plan with anything of the kind must not be deployed.
 */
final class Unmet {
  private final Site site;
  private final List<Problem> problems = new ArrayList<>();

  private Unmet(Site site) {
    this.site = site;
  }

  /** Every problem of a site's settings that only their places or their company make one. */
  static List<Problem> of(Site site) {
    Unmet unmet = new Unmet(site);
    site.balancer().ifPresent(unmet::check);
    return List.copyOf(unmet.problems);
  }

  private void check(Balancer balancer) {
    balancer
        .application()
        .ifPresent(
            application -> {
              addresses(balancer);
              certificate(application);
              application.webAcl().ifPresent(arn -> regional("webAcl", "a web ACL", arn));
            });
  }

  /**
   * Only Network Load Balancers take private addresses:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SubnetMapping.html
   */
  private void addresses(Balancer balancer) {
    if (!balancer.addresses().isEmpty()) {
      add(
          "balancer.address",
          String.valueOf(balancer.addresses().get(0)),
          "nothing on aws at layer 7, where AWS chooses the addresses",
          "remove it and use the balancer's DNS name");
    }
  }

  private void certificate(Application application) {
    List<String> arns =
        application
            .certificate()
            .fold(Certificate.Given::ids, vault -> List.of(), managed -> List.of());
    arns.forEach(arn -> regional("certificate", "a certificate", arn));
  }

  /** The region is an ARN's fourth part. */
  private void regional(String key, String what, String arn) {
    if (!arn.split(":", -1)[3].equals(site.region())) {
      add(
          "balancer." + key,
          arn,
          what + " of the site's region, " + site.region(),
          "a balancer uses only what its own region has");
    }
  }

  private void add(String path, String found, String allowed, String fix) {
    problems.add(
        new Problem(Limits.SETTINGS + "sites." + site.name() + "." + path, found, allowed, fix));
  }
}
