package anyware.cli;

import anyware.Clouds;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.settings.Cloud;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the clouds' own command lines print of a network that this program did not make. */
final class NativeFiles {
  @Option(
      names = "--aws",
      paramLabel = "FILE",
      description = "What `aws ec2 describe-security-groups` printed.")
  private @Nullable Path aws;

  @Option(
      names = "--azure",
      paramLabel = "FILE",
      description = "What `az network nsg list` (or show) printed.")
  private @Nullable Path azure;

  @Option(
      names = "--gcp",
      paramLabel = "FILE",
      description = "What `gcloud compute firewall-rules list --format=json` printed.")
  private @Nullable Path gcp;

  @Option(
      names = "--roles",
      paramLabel = "FILE",
      description = "With these: JSON that says which groups or tags each role's machines carry.")
  private @Nullable Path roles;

  private Map<Cloud, Path> files() {
    Map<Cloud, Path> files = new EnumMap<>(Cloud.class);
    Optional.ofNullable(aws).ifPresent(file -> files.put(Cloud.AWS, file));
    Optional.ofNullable(azure).ifPresent(file -> files.put(Cloud.AZURE, file));
    Optional.ofNullable(gcp).ifPresent(file -> files.put(Cloud.GCP, file));
    return files;
  }

  /** Whether there is any. */
  boolean given() {
    return !files().isEmpty() || roles != null;
  }

  /** The file with the roles. */
  private Path rolesFile() {
    Path file = roles;
    if (file == null) {
      throw Refusal.ofUsage("say with --roles which groups or tags each role's machines carry");
    }
    return file;
  }

  /** The only file with rules. */
  private Map.Entry<Cloud, Path> rulesFile() {
    Map<Cloud, Path> files = files();
    if (files.size() != 1) {
      throw Refusal.ofUsage("give one of --aws, --azure, --gcp");
    }
    return files.entrySet().iterator().next();
  }

  /** The file, for a heading. */
  String name() {
    return rulesFile().getValue().toString();
  }

  /**
   * The network.
   *
   * @param siteCloud the cloud of the site whose policy it is held to
   */
  NativeNetwork network(Cloud siteCloud) {
    Map.Entry<Cloud, Path> rules = rulesFile();
    if (rules.getKey() != siteCloud) {
      throw Refusal.ofUsage("the site is on " + siteCloud.slug() + ": give --" + siteCloud.slug());
    }
    try {
      return Clouds.readNative(siteCloud, Read.text(rules.getValue()), Read.text(rolesFile()));
    } catch (UnreadableFileException e) {
      List<String> lines = new ArrayList<>();
      lines.add(rules.getValue() + " or " + rolesFile() + " is not what it should be:");
      lines.addAll(e.lines());
      throw Refusal.ofUsage(lines);
    }
  }
}
