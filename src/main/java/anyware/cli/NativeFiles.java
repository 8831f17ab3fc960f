package anyware.cli;

import anyware.Clouds;
import anyware.cloud.Cloud;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.platform.CloudPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the clouds' own command lines print of a network that this program did not make. */
final class NativeFiles {
  private final Map<CloudPlatform<?>, Path> files = new LinkedHashMap<>();

  @Option(
      names = "--roles",
      paramLabel = "FILE",
      description = "With these: JSON that says which groups or tags each role's machines carry.")
  private @Nullable Path roles;

  /**
   * Gives the command that has these files an option for every cloud.
   *
   * @param command that command
   */
  @Spec(Spec.Target.MIXEE)
  void addOptions(CommandSpec command) {
    for (CloudPlatform<?> cloud : Clouds.ALL) {
      command.addOption(
          OptionSpec.builder(option(cloud))
              .paramLabel("FILE")
              .type(Path.class)
              .description("What `" + cloud.nativeCommand() + "` printed.")
              .setter(setter(cloud))
              .build());
    }
  }

  private ISetter setter(CloudPlatform<?> cloud) {
    return new ISetter() {
      @Override
      public <T> T set(T value) {
        if (value instanceof Path file) {
          files.put(cloud, file);
        }
        return value;
      }
    };
  }

  private static String option(Cloud cloud) {
    return "--" + cloud.slug();
  }

  /** Whether there is any. */
  boolean given() {
    return !files.isEmpty() || roles != null;
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
  private Map.Entry<CloudPlatform<?>, Path> rulesFile() {
    if (files.size() != 1) {
      throw Refusal.ofUsage(
          "give one of "
              + Clouds.ALL.stream().map(NativeFiles::option).collect(Collectors.joining(", ")));
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
  NativeNetwork network(CloudPlatform<?> siteCloud) {
    Map.Entry<CloudPlatform<?>, Path> rules = rulesFile();
    if (!rules.getKey().equals(siteCloud)) {
      throw Refusal.ofUsage("the site is on " + siteCloud.slug() + ": give " + option(siteCloud));
    }
    try {
      return siteCloud.readNative(Read.text(rules.getValue()), Read.text(rolesFile()));
    } catch (UnreadableFileException e) {
      List<String> lines = new ArrayList<>();
      lines.add(rules.getValue() + " or " + rolesFile() + " is not what it should be:");
      lines.addAll(e.lines());
      throw Refusal.ofUsage(lines);
    }
  }
}
