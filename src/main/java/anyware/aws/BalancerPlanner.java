package anyware.aws;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Log;
import anyware.cloud.Probing;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import anyware.plan.Place;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Lowers a site's balancer, and what is registered at it. */
final class BalancerPlanner {
  /**
   * Load balancers and target groups have at most 32 characters
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
   */
  private static final int NAME = 32 - Planner.SUFFIX;

  private final Place place;
  private final Site site;
  private final Network network;

  BalancerPlanner(Place place, Site site, Network network) {
    this.place = place;
    this.site = site;
    this.network = network;
  }

  Optional<LoadBalancer> plan() {
    return site.balancer().map(this::loadBalancer);
  }

  private LoadBalancer loadBalancer(Balancer balancer) {
    List<Node> nodes = nodes(balancer);
    return new LoadBalancer(
        name(balancer),
        switch (balancer.scheme()) {
          case PUBLIC -> LoadBalancer.Scheme.INTERNET_FACING;
          case INTERNAL -> LoadBalancer.Scheme.INTERNAL;
        },
        site.network().ipv6(),
        nodes.isEmpty()
            ? subnets(balancer).stream().sorted().toList()
            : nodes.stream().map(Node::subnet).toList(),
        addresses(balancer, nodes),
        Set.of(Role.BALANCER),
        List.of(),
        site.protect() || balancer.deletionProtection(),
        balancer
            .application()
            .<Front>map(application -> application(balancer, application))
            .orElseGet(() -> network(balancer)),
        targetGroup(balancer),
        RecordPlanner.ofBalancer(place, site, balancer.dns()));
  }

  private String name(Balancer balancer) {
    return switch (balancer.layer()) {
      case FOUR ->
          Planner.roleFirst("nlb", balancer.addresses().isEmpty() ? site.name() : placed(), NAME);
      case SEVEN -> Planner.roleFirst("alb", site.name(), NAME);
    };
  }

  /** Of one of layer 7 AWS chooses them. */
  private static List<IpAddress> addresses(Balancer balancer, List<Node> nodes) {
    return switch (balancer.layer()) {
      case FOUR ->
          nodes.isEmpty() ? balancer.addresses() : nodes.stream().map(Node::address).toList();
      case SEVEN -> List.of();
    };
  }

  private static NetworkFront network(Balancer balancer) {
    return new NetworkFront(
        new Front.Listener("TCP", Service.HTTPS.port()),
        balancer.idleSeconds().orElse(BalancerForms.NETWORK_IDLE));
  }

  private ApplicationFront application(Balancer balancer, Application application) {
    return new ApplicationFront(
        new Front.Listener("HTTPS", Service.HTTPS.port()),
        application.certificate().fold(given -> given.ids().get(0), vault -> "", managed -> ""),
        application.tlsPolicy(),
        site.options().legacyHttp()
            ? Optional.of(new Front.Listener("HTTP", Service.HTTP.port()))
            : Optional.empty(),
        balancer.idleSeconds().orElse(BalancerForms.APPLICATION_IDLE),
        accessLogs(application),
        application.webAcl());
  }

  private Optional<ApplicationFront.AccessLogs> accessLogs(Application application) {
    return application
        .accessLogs()
        .map(logs -> new ApplicationFront.AccessLogs(logs.bucket(), logs.prefix()))
        .or(
            () ->
                site.logs()
                    .balancer()
                    .flatMap(Log::destination)
                    .map(bucket -> new ApplicationFront.AccessLogs(bucket, "")));
  }

  private TargetGroup targetGroup(Balancer balancer) {
    Optional<Application> application = balancer.application();
    return new TargetGroup(
        Planner.roleFirst("tg", site.name(), NAME),
        site.targets().stream().allMatch(BalancerPlanner::isInstance)
            ? TargetGroup.INSTANCES
            : TargetGroup.ADDRESSES,
        application.isPresent() ? "HTTPS" : "TCP",
        Service.HTTPS.port(),
        application
            .map(
                of ->
                    TargetGroup.Affinity.ofCookie(of.cookieSeconds().orElse(BalancerForms.COOKIE)))
            .orElse(TargetGroup.Affinity.SOURCE),
        new TargetGroup.HealthCheck(
            "HTTPS",
            HealthCheck.PATH,
            HealthCheck.HEALTHY,
            pace(
                balancer.probing(),
                application.isPresent()
                    ? BalancerForms.APPLICATION_PACE
                    : BalancerForms.NETWORK_PACE)),
        targets());
  }

  private static TargetGroup.Pace pace(Probing asked, TargetGroup.Pace otherwise) {
    return new TargetGroup.Pace(
        asked.intervalSeconds().orElse(otherwise.intervalSeconds()),
        asked.timeoutSeconds().orElse(otherwise.timeoutSeconds()),
        asked.healthy().orElse(otherwise.healthy()),
        asked.unhealthy().orElse(otherwise.unhealthy()));
  }

  /**
   * With the place, so that a balancer with addresses of its choice, which can only be replaced
   * after the old one is gone, has another name where its place is another, and comes first there.
   */
  private String placed() {
    String place =
        network
            .fold(created -> String.valueOf(created.ranges()), ExistingVpc::id)
            .replaceAll("[^0-9a-z]+", "-");
    return site.name() + "-" + site.region() + "-" + place;
  }

  private List<String> subnets(Balancer balancer) {
    return network.fold(
        created ->
            switch (balancer.scheme()) {
              case PUBLIC -> names(created.publicRoutes().subnets());
              case INTERNAL -> names(created.privateSubnets());
            },
        existing -> site.network().fold(c -> List.of(), SiteNetwork.Existing::balancerSubnets));
  }

  private static List<String> names(List<Subnet> subnets) {
    return subnets.stream().map(Subnet::name).toList();
  }

  /**
   * A subnet with the address of the balancer's choice there.
   *
   * @param subnet how the balancer names it
   * @param address the private address
   */
  private record Node(String subnet, IpAddress address) {}

  /** Sorted; none unless there is one address for each subnet. */
  private List<Node> nodes(Balancer balancer) {
    List<String> subnets = subnets(balancer);
    List<IpAddress> addresses = balancer.addresses();
    if (subnets.size() != addresses.size()) {
      return List.of();
    }
    return IntStream.range(0, subnets.size())
        .mapToObj(at -> new Node(subnets.get(at), addresses.get(at)))
        .sorted(Comparator.comparing(Node::subnet))
        .toList();
  }

  private List<Target> targets() {
    return site.targets().stream()
        .map(id -> new Target(id, isElsewhere(id)))
        .sorted(Comparator.comparing(Target::id))
        .toList();
  }

  /** Of a network that is there nobody knows what else belongs to it. */
  private boolean isElsewhere(String target) {
    return !isInstance(target)
        && network.fold(
            created -> created.ranges().stream().noneMatch(range -> contains(range, target)),
            existing -> false);
  }

  private static boolean contains(Cidr range, String address) {
    try {
      return range.contains(IpAddress.parse(address));
    } catch (MalformedException e) {
      throw new IllegalStateException("the settings take addresses only", e);
    }
  }

  /**
   * The connectors' addresses, the instances among the targets one each in their order.
   *
   * @param names the addresses' logical names
   */
  List<ConnectorAddress> addresses(List<String> names) {
    List<String> instances = site.targets().stream().filter(BalancerPlanner::isInstance).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            at ->
                new ConnectorAddress(
                    names.get(at),
                    instances.stream().skip(at).findFirst(),
                    site.connectorDns()
                        .map(dns -> RecordPlanner.ofAddress(names.get(at), dns, at + 1))))
        .toList();
  }

  private static boolean isInstance(String target) {
    return target.startsWith("i-");
  }
}
