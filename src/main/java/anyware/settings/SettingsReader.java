package anyware.settings;

import anyware.settings.SiteReader.Draft;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a stack's settings, strictly and with every problem at once. DenyAll is guessed and nothing
 * is left aside: a key that is not known here is a problem.
 */
public final class SettingsReader {
  /** The namespace of the settings, which is the project's name. */
  public static final String NAMESPACE = "anyware-network";

  private static final ValueReader<Integer> AWS_RULES = Scalars.integer(1, 1000);

  private SettingsReader() {}

  /**
   * Reads the settings.
   *
   * @param config the stack's configuration: {@code namespace:key} to text, which is JSON where the
   *     value is a list or a structure. Other namespaces are left to their owners.
   */
  public static Reading read(Map<String, String> config) {
    return read(config, Set.of());
  }

  /**
   * Reads settings of which some are secret.
   *
   * @param config the stack's configuration, decrypted
   * @param secretKeys the keys ({@code namespace:key}) whose values no problem may show
   */
  public static Reading read(Map<String, String> config, Set<String> secretKeys) {
    Problems problems = new Problems(secretKeys);
    Settings settings = SettingsRoot.of(config, problems).read(SettingsReader::settings);
    return problems.isEmpty() ? new Reading.Valid(settings) : new Reading.Invalid(problems.list());
  }

  private static Settings settings(Section root) {
    Optional<Boolean> open = root.optional(OpenAdministration.KEY, Scalars::bool);
    Peers peers =
        root.required("peers", node -> PeersReader.read(node, open)).orElse(PeersReader.UNREAD);
    Optional<Radius> radius = root.optional("radius", ServersReader::radius);
    boolean legacyHttp = root.or("legacyHttp", Scalars::bool, false);
    Optional<LicenseServer> licenseServer =
        root.optional("licenseServer", ServersReader::licenseServer);
    boolean dnsOverTcp = root.or("dnsOverTcp", Scalars::bool, false);
    Quotas quotas = root.or("quotas", SettingsReader::quotas, Quotas.DEFAULT);
    List<Draft> sites = root.required("sites", SitesReader::read).orElse(List.of());
    SortedMap<String, String> tags =
        root.or("tags", node -> TagsReader.read(node, clouds(sites)), new TreeMap<>());
    List<String> names = sites.stream().map(Draft::name).toList();
    List<Expectation> expectations =
        root.or("expect", node -> ExpectReader.read(node, names), List.of());
    return new Settings(
        peers,
        radius,
        legacyHttp,
        licenseServer,
        dnsOverTcp,
        tags,
        quotas,
        sites.stream().map(Draft::site).flatMap(Optional::stream).toList(),
        expectations);
  }

  private static Optional<Quotas> quotas(Node node) {
    return node.section(
        "a structure {awsRulesPerGroup}",
        quotas ->
            new Quotas(
                quotas.or("awsRulesPerGroup", AWS_RULES, Quotas.DEFAULT.awsRulesPerGroup())));
  }

  private static Set<Cloud> clouds(List<Draft> sites) {
    Set<Cloud> clouds = EnumSet.noneOf(Cloud.class);
    sites.forEach(site -> site.cloud().ifPresent(clouds::add));
    return clouds;
  }
}
