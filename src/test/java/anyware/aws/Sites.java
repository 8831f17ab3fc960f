package anyware.aws;

import anyware.catalogue.Role;
import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.DnsName;
import anyware.cloud.Log;
import anyware.cloud.Probing;
import anyware.net.Cidr;
import anyware.settings.Logs;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.SiteCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sites of every shape. */
final class Sites {
  private static final Cidr NETWORK = Cidr.of("10.20.0.0/16");

  static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001";

  static final String WEB_ACL =
      "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/filter/0a1b2c3d";

  private static final Balancer.Scheme PUBLIC = Balancer.Scheme.PUBLIC;
  private static final Balancer.Scheme INTERNAL = Balancer.Scheme.INTERNAL;

  private static final Optional<DnsName> NAMED =
      Optional.of(new DnsName("Z0123456789ABC", "pcoip-{number}.example.com"));

  static final String LOG_GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:flows";

  private Sites() {}

  /** Each shape of a site by its name, the plain one left out. */
  static Map<String, Site> shapes() {
    Map<String, Site> shapes = new LinkedHashMap<>();
    shapes.put("without-ipv6", Fixtures.withoutIpv6(plain()));
    shapes.put("without-nat", withoutNat());
    shapes.put("without-addresses", without(Fixtures.withNetwork(plain(), created(true), 0)));
    shapes.put("internal", internal());
    shapes.put("internal-with-addresses", internal("10.20.128.10", "10.20.192.10"));
    shapes.put("existing", existing());
    shapes.put("existing-without-balancer", without(existing()));
    shapes.put("existing-internal", inside());
    shapes.put("existing-internal-with-addresses", inside("10.7.1.10", "10.7.2.10"));
    shapes.put("existing-unknown", elsewhere());
    shapes.put("instances", withTargets(2, "i-0bbb", "i-0aaa", "i-0ccc"));
    shapes.put("addresses", withTargets(1, "10.20.0.9", "10.77.0.9"));
    shapes.put("protected", protectedSite());
    shapes.put("tuned", balanced(plain(), tuned(Optional.empty())));
    shapes.put("application", application());
    shapes.put("application-with-everything", balanced(plain(), tuned(everything())));
    shapes.put("application-internal", balanced(internal(), application(INTERNAL)));
    shapes.put("application-existing", balanced(existing(), application(PUBLIC)));
    shapes.put("application-existing-internal", balanced(inside(), application(INTERNAL)));
    shapes.put(
        "application-instances", balanced(withTargets(2, "i-0bbb", "i-0aaa"), application(PUBLIC)));
    shapes.put("application-addresses", balanced(withTargets(1, "10.77.0.9"), application(PUBLIC)));
    shapes.put(
        "named-without-ipv6",
        Fixtures.with(
            Fixtures.withNetwork(Fixtures.withoutIpv6(named()), onlyIpv4(), 2), NAMED, Logs.NONE));
    shapes.put(
        "named", Fixtures.with(Fixtures.withNetwork(named(), created(true), 2), NAMED, Logs.NONE));
    shapes.put("logged", logged("", ""));
    shapes.put("logged-to-bucket", logged("arn:aws:s3:::my-flows/here", ""));
    shapes.put("logged-to-group", logged(LOG_GROUP, ""));
    shapes.put("application-logged", logged(LOG_GROUP, "my-logs"));
    return shapes;
  }

  static Site plain() {
    return Fixtures.site(Aws.CLOUD);
  }

  private static Site without(Site site) {
    return Fixtures.withoutBalancer(site);
  }

  private static SiteNetwork created(boolean nat) {
    return new SiteNetwork.Created(NETWORK, nat, true);
  }

  private static SiteNetwork onlyIpv4() {
    return new SiteNetwork.Created(NETWORK, true, false);
  }

  /** Without a way out for machines without public addresses. */
  static Site withoutNat() {
    return Fixtures.withNetwork(plain(), created(false), 1);
  }

  private static Site balanced(Site site, Balancer balancer) {
    return Fixtures.withBalancer(site, Optional.of(balancer));
  }

  /** With a balancer that has a name in a zone. */
  private static Site named() {
    DnsName name = new DnsName("Z0123456789ABC", "pcoip.example.com");
    return balanced(
        plain(),
        new Balancer(
            PUBLIC,
            List.of(),
            false,
            Optional.empty(),
            Probing.DEFAULT,
            false,
            Optional.of(name),
            Optional.empty()));
  }

  /**
   * With logs.
   *
   * @param flows where connections are logged; empty for a place that is made
   * @param bucket where a balancer of layer 7 logs; empty for one of layer 4
   */
  static Site logged(String flows, String bucket) {
    Logs logs =
        new Logs(
            Optional.of(new Log(Optional.of(flows).filter(text -> !text.isEmpty()))),
            Optional.empty(),
            Optional.of(bucket)
                .filter(text -> !text.isEmpty())
                .map(text -> new Log(Optional.of(text))));
    return Fixtures.with(bucket.isEmpty() ? plain() : application(), Optional.empty(), logs);
  }

  /** With a public balancer of layer 7 of which nothing is said but its certificate. */
  static Site application() {
    return balanced(plain(), application(PUBLIC));
  }

  /** A balancer of layer 7 of which nothing is said but its certificate. */
  static Balancer application(Balancer.Scheme scheme) {
    return of(scheme, Optional.of(bare(CERTIFICATE)));
  }

  /** What must be said of layer 7. */
  static Application bare(String certificate) {
    return new Application(
        new Certificate.Given(List.of(certificate)),
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** All that can be said of layer 7. */
  private static Optional<Application> everything() {
    return Optional.of(
        new Application(
            new Certificate.Given(List.of(CERTIFICATE)),
            "ELBSecurityPolicy-TLS13-1-3-2021-06",
            Optional.of(7200),
            Optional.of(WEB_ACL),
            Optional.of(new Application.AccessLogs("my-logs", "front")),
            Optional.empty(),
            Optional.empty()));
  }

  /** A balancer of which nothing else is said. */
  static Balancer of(Balancer.Scheme scheme, Optional<Application> application) {
    return new Balancer(
        scheme,
        List.of(),
        false,
        Optional.empty(),
        Probing.DEFAULT,
        false,
        Optional.empty(),
        application);
  }

  /** All that can be said on either layer. */
  private static Balancer tuned(Optional<Application> application) {
    return new Balancer(
        PUBLIC,
        List.of(),
        false,
        Optional.of(600),
        new Probing(Optional.of(10), Optional.of(4), Optional.of(2), Optional.of(5)),
        true,
        Optional.empty(),
        application);
  }

  private static Balancer inner(String... addresses) {
    return Balancer.of(Balancer.Scheme.INTERNAL)
        .at(Stream.of(addresses).map(text -> Cidr.of(text + "/32").first()).toList());
  }

  /** With an internal balancer, at these addresses if any, and no connectors' addresses. */
  static Site internal(String... addresses) {
    Site site = Fixtures.withNetwork(plain(), created(true), 0);
    return Fixtures.withBalancer(site, Optional.of(inner(addresses)));
  }

  /** In a network that is there, with a public balancer. */
  static Site existing() {
    return Fixtures.withNetwork(plain(), there(), 1);
  }

  private static SiteNetwork there() {
    return new SiteNetwork.Existing(
        "vpc-0abc",
        List.of("subnet-0aaa", "subnet-0bbb"),
        Map.of(
            Role.CONNECTOR, List.of(Cidr.of("10.7.1.0/24")),
            Role.WORKSTATION, List.of(Cidr.of("10.7.4.0/22"))),
        true);
  }

  /** In a network of which nothing but its id is known. */
  static Site elsewhere() {
    return without(
        Fixtures.withNetwork(
            plain(), new SiteNetwork.Existing("vpc-0abc", List.of(), Map.of(), true), 1));
  }

  /** In a network that is there, with an internal balancer. */
  static Site inside(String... addresses) {
    Site site = Fixtures.withNetwork(plain(), there(), 0);
    return Fixtures.withBalancer(site, Optional.of(inner(addresses)));
  }

  /** With connectors that are known. */
  static Site withTargets(int connectors, String... targets) {
    Site site = Fixtures.withNetwork(plain(), created(true), connectors);
    return changed(site, List.of(targets), false);
  }

  /** With deletion protection. */
  static Site protectedSite() {
    return changed(plain(), List.of(), true);
  }

  private static Site changed(Site site, List<String> targets, boolean protect) {
    return SiteCopy.of(site).targets(targets).protect(protect).site();
  }
}
