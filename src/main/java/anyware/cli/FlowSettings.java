package anyware.cli;

import anyware.audit.Hop;
import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.platform.PlannedSite;
import anyware.settings.SettingPaths;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.List;
import java.util.stream.Stream;

/** Which settings bring the addresses that a flow is about. */
final class FlowSettings {
  private FlowSettings() {}

  /** Paths with their values, of the flow by which the policy decides; none where none does. */
  static List<String> of(Settings settings, PlannedSite<?> planned, Hop hop) {
    return planned.policy().flows().stream()
        .filter(flow -> flow.id().equals(hop.policy().rule()))
        .flatMap(flow -> flow.justifications().stream())
        .flatMap(why -> Stream.of(why.from(), why.to()))
        .flatMap(party -> party.fold(role -> Stream.<Peer>empty(), Stream::of))
        .flatMap(peer -> setting(settings, planned.site(), peer))
        .distinct()
        .toList();
  }

  private static Stream<String> setting(Settings settings, Site site, Peer peer) {
    AddressSet addresses = site.options().peers().of(peer);
    return addresses.isEmpty()
        ? Stream.empty()
        : Stream.of(SettingPaths.of(settings, site, peer) + " " + addresses);
  }
}
