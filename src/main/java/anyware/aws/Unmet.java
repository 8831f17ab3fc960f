package anyware.aws;

import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.Log;
import anyware.problem.Problem;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What settings ask for one by one and AWS has not together. Nothing of it is in a plan. */
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
    site.logs().balancer().ifPresent(unmet::balancerLog);
    site.logs().flows().flatMap(Log::destination).ifPresent(unmet::flowLog);
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

  /**
   * Network Load Balancers log TLS only:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
   */
  private void balancerLog(Log log) {
    Optional<Application> application = site.balancer().flatMap(Balancer::application);
    Optional<Application.AccessLogs> accessLogs = application.flatMap(Application::accessLogs);
    String key = "logs.balancer";
    if (log.destination().isPresent() && application.isEmpty()) {
      add(
          key,
          log.destination().get(),
          "nothing on aws without a balancer of layer 7: others have nothing to log",
          "restate it at the site: logs: {balancer: false}");
    } else if (log.destination().isPresent() && accessLogs.isPresent()) {
      add(key, log.destination().get(), "either this or balancer.accessLogs", "remove one of them");
    } else if (log.destination().isEmpty() && application.isPresent() && accessLogs.isEmpty()) {
      add(
          key,
          "true",
          "a bucket's name, or true with balancer.accessLogs",
          "name a bucket that lets the log delivery in");
    }
  }

  /** Whose network it is logs it; and log groups are of a region, which buckets need not be. */
  private void flowLog(String destination) {
    boolean isThere = site.network().fold(created -> false, existing -> true);
    if (isThere) {
      add(
          "logs.flows",
          destination,
          "nothing on aws in a network that is there, whose owner logs it",
          "restate it at the site: logs: {flows: false}");
    } else if (destination.contains(":logs:") && !region(destination).equals(site.region())) {
      add(
          "logs.flows",
          destination,
          "a log group of the site's region, " + site.region(),
          "or a bucket, which may be of any");
    }
  }

  private static String region(String arn) {
    return arn.split(":", -1)[3];
  }

  /** The region is an ARN's fourth part. */
  private void regional(String key, String what, String arn) {
    if (!region(arn).equals(site.region())) {
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
