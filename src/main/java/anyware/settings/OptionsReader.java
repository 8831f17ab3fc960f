package anyware.settings;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what stands both at a stack and at its sites: the peers and the options. What a site leaves
 * out is as at its stack.
 */
final class OptionsReader {
  /** Says that something which stands at the stack is not there at a site. */
  private static final String NONE = "none";

  private static final String SSH = "ssh";
  private static final ValueReader<Outbound.Limit> LIMIT = Scalars.oneOf(limits());
  private final Section section;
  private final Options inherited;

  private OptionsReader(Section section, Options inherited) {
    this.section = section;
    this.inherited = inherited;
  }

  /**
   * Reads a stack's options. A peer that must be given may be left to the sites, when each of them
   * gives it.
   */
  static Options ofStack(Section root) {
    Optional<Boolean> open = root.optional(OpenAdministration.KEY, Scalars::bool);
    PeersReader peers = PeersReader.ofStack(open, key -> Restated.atEverySite(root, "peers", key));
    OptionsReader reader = new OptionsReader(root, Options.DEFAULT);
    ValueReader<Peers> kind = node -> peers.read(node, Options.DEFAULT.peers());
    return reader.options(
        Restated.atEverySite(root, "peers")
            ? root.optional("peers", kind)
            : root.required("peers", kind),
        OpenAdministration.isGiven(root));
  }

  /**
   * Reads a site's options.
   *
   * @param open whether the stack lets everybody reach the management interface
   */
  static Options ofSite(Section site, Options stack, boolean open) {
    PeersReader peers = PeersReader.ofSite(open);
    return new OptionsReader(site, stack)
        .options(site.optional("peers", node -> peers.read(node, stack.peers())), open);
  }

  private Options options(Optional<Peers> given, boolean open) {
    Peers peers = given.orElse(inherited.peers());
    Optional<Radius> radius = restated("radius", ServersReader::radius, inherited.radius());
    boolean legacyHttp = section.or("legacyHttp", Scalars::bool, inherited.legacyHttp());
    Optional<LicenseServer> licenseServer =
        restated("licenseServer", ServersReader::licenseServer, inherited.licenseServer());
    boolean dnsOverTcp = section.or("dnsOverTcp", Scalars::bool, inherited.dnsOverTcp());
    ValueReader<AddressSet> hosts =
        open ? AddressLists::any : OpenAdministration.restricted(AddressLists::any);
    AddressSet ssh = section.or(SSH, hosts, inherited.peers().of(Peer.SSH));
    Outbound outbound = section.or("outbound", this::outbound, inherited.outbound());
    return new Options(
        peers.with(Peer.SSH, ssh), radius, legacyHttp, licenseServer, dnsOverTcp, outbound);
  }

  /** What is given, also that there is none; as inherited where nothing is given. */
  private <T> Optional<T> restated(String key, ValueReader<T> kind, Optional<T> fallback) {
    section.child(key).expectsWord(NONE);
    if (!section.has(key)) {
      return section.optional(key, kind).or(() -> fallback);
    }
    boolean isNone = section.child(key).text().filter(NONE::equals).isPresent();
    return section.optional(key, isNone ? node -> Optional.empty() : kind);
  }

  private Optional<Outbound> outbound(Node node) {
    return node.section(
        "a structure {workstation, licenseServer}",
        outbound ->
            new Outbound(
                limit(outbound, "workstation", inherited.outbound().workstation()),
                limit(outbound, "licenseServer", inherited.outbound().licenseServer())));
  }

  private static Outbound.Limit limit(Section outbound, String key, Outbound.Limit fallback) {
    return outbound.or(key, LIMIT, fallback, fallback.slug());
  }

  private static Map<String, Outbound.Limit> limits() {
    Map<String, Outbound.Limit> limits = new LinkedHashMap<>();
    for (Outbound.Limit limit : Outbound.Limit.values()) {
      limits.put(limit.slug(), limit);
    }
    return limits;
  }
}
