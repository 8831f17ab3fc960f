package anyware.testing;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.cloud.Balancer;
import anyware.net.AddressSet;
import anyware.plan.SitePlan;
import anyware.platform.CloudPlatform;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Updates to be judged: from each named set of options to each other one, and between random ones.
 *
 * @param <P> the cloud's plans
 * @param cloud the cloud
 * @param parts what its plans' filters are made of
 */
public record UpdateCases<P extends SitePlan>(CloudPlatform<P> cloud, UpdateParts<P> parts) {
  private static final int RANDOM = 200;
  private static final int ORDERS = 2;

  /** Every pair of named sets; {@code -Dseed=N} repeats the orders. */
  public void namedOnesNeitherCutNorOpen() {
    Chance chance = chance("named");
    Map<String, Site> sites = named();
    sites.forEach(
        (from, old) ->
            sites.forEach((to, now) -> assertHolds(from + " to " + to, update(old, now), chance)));
  }

  /** Every pair of named sets before a balancer of layer 7; likewise. */
  public void namedOnesOnLayer7NeitherCutNorOpen() {
    Chance chance = chance("layer 7");
    Map<String, Site> sites = named();
    sites.remove("no-balancer");
    sites.replaceAll((name, site) -> Layer7.site(site, Balancer.Scheme.PUBLIC));
    sites.forEach(
        (from, old) ->
            sites.forEach(
                (to, now) -> assertHolds(from + " to " + to + " on 7", update(old, now), chance)));
  }

  /** IPv6 that comes to each named set, and that goes; likewise. */
  public void ipv6NeitherCutsNorOpensOnItsWay() {
    Chance chance = chance("IPv6");
    named()
        .forEach(
            (name, both) -> {
              Site ipv4 = Fixtures.withoutIpv6(both);
              assertHolds(name + " gets IPv6", update(ipv4, both), chance);
              assertHolds(name + " loses IPv6", update(both, ipv4), chance);
            });
  }

  /** Random pairs; {@code -Dseed=N} repeats them. */
  public void randomOnesNeitherCutNorOpen() {
    Chance chance = chance("random");
    RandomSites sites = new RandomSites(chance.random(), cloud);
    int judged = 0;
    for (int pair = 0; pair < RANDOM; pair++) {
      SiteNetwork network = sites.network();
      Site from = sites.site(network);
      Site to = sites.site(network);
      Update<P> update = update(from, to);
      assertHolds(from.options() + "\nto " + to.options() + "\nin " + network, update, chance);
      judged += update.judged();
    }
    System.out.println(cloud.slug() + ": " + judged + " states of " + RANDOM + " updates judged");
    assertThat(judged).as("seed %d", chance.seed()).isGreaterThan(10 * RANDOM);
  }

  private record Chance(long seed, Random random) {}

  private Chance chance(String what) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(cloud.slug() + " updates, " + what + ": -Dseed=" + seed);
    return new Chance(seed, new Random(seed));
  }

  private Update<P> update(Site from, Site to) {
    return new Update<>(cloud, parts, from, to);
  }

  private static void assertHolds(String name, Update<?> update, Chance chance) {
    assertThat(update.atWorst().inOrdersOfChance(chance.random(), ORDERS).findings())
        .as("seed %d: %s", chance.seed(), name)
        .isEmpty();
  }

  private Map<String, Site> named() {
    AddressSet any = AddressSet.of("0.0.0.0/0");
    AddressSet some = AddressSet.of("192.0.2.0/26");
    Map<String, Settings> sets = new LinkedHashMap<>(Fixtures.optionSets());
    sets.put("manager-any", vendors(any, some));
    sets.put("logs-any", vendors(some, any));
    sets.put("manager-some", vendors(some, AddressSet.of("192.0.2.64/26")));
    sets.put("logs-some", vendors(AddressSet.of("192.0.2.64/26"), some));
    Map<String, Site> sites = new LinkedHashMap<>();
    sets.forEach(
        (name, set) -> sites.put(name, Fixtures.withOptions(Fixtures.site(cloud), set.options())));
    sites.put(
        "no-balancer", Fixtures.withoutBalancer(Objects.requireNonNull(sites.get("minimal"))));
    return sites;
  }

  private static Settings vendors(AddressSet manager, AddressSet logs) {
    return Fixtures.minimal(
        Fixtures.DISTINCT_PEERS
            .with(Peer.ANYWARE_MANAGER, manager)
            .with(Peer.SUMO_LOGIC, logs)
            .with(Peer.CLOUD_LICENSE_SERVER, AddressSet.of("198.51.100.7")));
  }
}
