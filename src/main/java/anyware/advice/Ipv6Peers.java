package anyware.advice;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.net.AddressSet;
import anyware.net.Family;
import anyware.problem.Advice;
import anyware.settings.SettingPaths;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * IPv6 addresses that somebody gave and that a site without IPv6 leaves out. The defaults are the
 * vendor's, so nobody can be told to change them.
 */
final class Ipv6Peers {
  private Ipv6Peers() {}

  /** Addresses that one setting gives. */
  private record Given(String path, AddressSet addresses) {}

  static List<Advice> advice(Settings settings) {
    Map<Given, List<String>> without = new LinkedHashMap<>();
    for (Site site : settings.sites()) {
      for (Peer peer : Peer.values()) {
        AddressSet addresses = site.options().peers().of(peer);
        if (!site.network().ipv6()
            && !addresses.of(Family.IPV6).isEmpty()
            && peer.setting().flatMap(PeerSetting::fallback).filter(addresses::equals).isEmpty()) {
          Given given = new Given(SettingPaths.of(settings, site, peer), addresses);
          without.computeIfAbsent(given, key -> new ArrayList<>()).add(site.name());
        }
      }
    }
    List<Advice> advice = new ArrayList<>();
    without.forEach((given, sites) -> advice.add(advice(given, sites)));
    return advice;
  }

  private static Advice advice(Given given, List<String> sites) {
    boolean isAll = given.addresses().of(Family.IPV4).isEmpty();
    return new Advice(
        given.path(),
        "no rule is made for %s at %s, which %s no IPv6%s"
            .formatted(
                given.addresses().of(Family.IPV6),
                String.join(", ", sites),
                sites.size() == 1 ? "has" : "have",
                isAll ? "; there is no other address" : ""),
        "set network.ipv6: true where the network has IPv6, or remove it");
  }
}
