package anyware.settings;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.problem.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How places in the settings are written, and where addresses stand. */
public final class SettingPaths {
  private static final String PREFIX = SettingsReader.NAMESPACE + ":";

  /** All sites. */
  public static final String SITES = PREFIX + "sites";

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,63}");

  private SettingPaths() {}

  /** A key, in brackets and quotes where it is not plain. */
  static String key(String key) {
    return PLAIN_KEY.matcher(key).matches() ? key : "[\"" + Printable.text(key) + "\"]";
  }

  /** What a key adds to the path of its structure. */
  static String step(String key) {
    return PLAIN_KEY.matcher(key).matches() ? "." + key : key(key);
  }

  /** What an index, from 0, adds to the path of its list. */
  static String step(int index) {
    return "[" + index + "]";
  }

  /** What a path is part of; empty where it is a setting. */
  static String around(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  /** A site. */
  public static String ofSite(Site site) {
    return ofSite(site.name());
  }

  /** The site of a name. */
  public static String ofSite(String name) {
    return SITES + step(name);
  }

  /** Every list of addresses that somebody gave, by its path: the stack's, then the sites' own. */
  public static Map<String, AddressSet> of(Settings settings) {
    Map<String, AddressSet> paths = new LinkedHashMap<>();
    Peers stack = settings.options().peers();
    for (Peer peer : Peer.values()) {
      add(paths, PREFIX, peer, stack.of(peer));
    }
    for (Site site : settings.sites()) {
      for (Peer peer : Peer.values()) {
        AddressSet addresses = site.options().peers().of(peer);
        if (!addresses.equals(stack.of(peer))) {
          add(paths, ofSite(site) + ".", peer, addresses);
        }
      }
    }
    return paths;
  }

  private static void add(
      Map<String, AddressSet> paths, String prefix, Peer peer, AddressSet addresses) {
    if (!addresses.isEmpty()) {
      paths.put(prefix + peer.givenBy(), addresses);
    }
  }

  /** Where the addresses of a peer that a site knows stand. */
  public static String of(Settings settings, Site site, Peer peer) {
    AddressSet addresses = site.options().peers().of(peer);
    boolean isStacks = addresses.equals(settings.options().peers().of(peer));
    return (isStacks ? PREFIX : ofSite(site) + ".") + peer.givenBy();
  }
}
