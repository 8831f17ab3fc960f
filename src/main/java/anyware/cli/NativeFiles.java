package anyware.cli;

import anyware.Clouds;
import anyware.catalogue.Role;
import anyware.natives.NativeNetwork;
import anyware.natives.UnreadableNetworkException;
import anyware.settings.Cloud;
import anyware.settings.Problem;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    } catch (UnreadableNetworkException e) {
      List<String> lines = new ArrayList<>();
      lines.add(rules.getValue() + " or " + rolesFile() + " is not what it should be:");
      e.problems().stream().map(Problem::toString).forEach(lines::add);
      throw Refusal.ofUsage(lines);
    }
  }

  /** The roles that the file with the roles names; it has been read before. */
  Set<Role> named() {
    Set<Role> named = EnumSet.noneOf(Role.class);
    if (JsonParser.parseString(Read.text(rolesFile())) instanceof JsonObject structure) {
      for (Role role : Role.values()) {
        if (structure.has(role.slug()) || structure.has(role.key())) {
          named.add(role);
        }
      }
    }
    return named;
  }
}
