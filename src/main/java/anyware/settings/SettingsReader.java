package anyware.settings;

import anyware.cloud.Cloud;
import anyware.settings.SiteReader.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a stack's settings, strictly and with every problem at once. Nothing is guessed and nothing
 * is left aside: a key that is not known here is a problem.
 */
public final class SettingsReader {
  /** The namespace of the settings, which is the project's name. */
  public static final String NAMESPACE = "anyware-network";

  private static final ValueReader<Integer> AWS_RULES = Scalars.integer(1, 1000);
  private static final ValueReader<Integer> AWS_ADDRESSES = Scalars.integer(1, 5000);

  private SettingsReader() {}

  /**
   * Reads the settings.
   *
   * @param clouds every cloud that a site can be in
   * @param config the stack's configuration: {@code namespace:key} to text, which is JSON where the
   *     value is a list or a structure. Other namespaces are left to their owners.
   */
  public static Reading read(List<? extends Cloud> clouds, Map<String, String> config) {
    return read(clouds, config, Set.of());
  }

  /**
   * Reads settings of which some are secret.
   *
   * @param clouds every cloud that a site can be in
   * @param config the stack's configuration, decrypted
   * @param secretKeys the keys ({@code namespace:key}) whose values no problem may show
   */
  public static Reading read(
      List<? extends Cloud> clouds, Map<String, String> config, Set<String> secretKeys) {
    Problems problems = new Problems(secretKeys);
    Settings settings = SettingsRoot.of(config, problems).read(root -> settings(root, clouds));
    return problems.isEmpty() ? new Reading.Valid(settings) : new Reading.Invalid(problems.list());
  }

  /**
   * Reads for the sake of what is asked for, which the recorder then knows.
   *
   * @param config what decides what else is asked for
   */
  static void record(
      List<? extends Cloud> clouds, Map<String, String> config, FormRecorder recorder) {
    SettingsRoot.of(config, new Problems(recorder)).read(root -> settings(root, clouds));
  }

  private static Settings settings(Section root, List<? extends Cloud> clouds) {
    Options options = OptionsReader.ofStack(root);
    Profile profile =
        root.or(
            "profile", Scalars.oneOf(Profile.words()), Profile.STANDARD, Profile.STANDARD.word());
    boolean protect = root.or("protect", Scalars::bool, profile.protects());
    Quotas quotas = root.or("quotas", SettingsReader::quotas, Quotas.DEFAULT);
    boolean documents = root.or("outputs", SettingsReader::documents, false);
    SiteReader siteReader =
        new SiteReader(
            clouds,
            options,
            OpenAdministration.isGiven(root),
            protect,
            LogsReader.ofStack(root, clouds, profile.logs()));
    List<Draft> sites =
        root.required("sites", node -> SitesReader.read(node, siteReader)).orElse(List.of());
    SortedMap<String, String> tags =
        root.or("tags", node -> TagsReader.read(node, used(clouds, sites)), new TreeMap<>());
    List<String> names = sites.stream().map(Draft::name).toList();
    List<Expectation> expectations =
        root.or("expect", node -> ExpectReader.read(node, names), List.of());
    return new Settings(
        options,
        tags,
        quotas,
        documents,
        sites.stream().map(Draft::site).flatMap(Optional::stream).toList(),
        expectations);
  }

  private static Optional<Boolean> documents(Node node) {
    return node.section(
        "a structure {documents}", outputs -> outputs.or("documents", Scalars::bool, false));
  }

  private static Optional<Quotas> quotas(Node node) {
    return node.section(
        "a structure {awsRulesPerGroup, awsAddresses}",
        quotas ->
            new Quotas(
                quotas.or("awsRulesPerGroup", AWS_RULES, Quotas.DEFAULT.awsRulesPerGroup()),
                quotas.or("awsAddresses", AWS_ADDRESSES, Quotas.DEFAULT.awsAddresses())));
  }

  /** Those clouds that some site is in. */
  private static List<Cloud> used(List<? extends Cloud> clouds, List<Draft> sites) {
    List<Cloud> used = new ArrayList<>(clouds);
    used.retainAll(sites.stream().flatMap(site -> site.cloud().stream()).toList());
    return used;
  }
}
