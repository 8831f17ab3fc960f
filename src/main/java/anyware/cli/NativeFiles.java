package anyware.cli;

import anyware.Clouds;
import anyware.cloud.Cloud;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeDetails;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.platform.CloudPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<CloudPlatform<?>, OptionSpec> details = new LinkedHashMap<>();

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
      cloud.nativeDetails().ifPresent(further -> addOption(command, cloud, further));
    }
  }

  /** As many files as the shell makes of a pattern. */
  private void addOption(CommandSpec command, CloudPlatform<?> cloud, NativeDetails further) {
    OptionSpec spec =
        OptionSpec.builder(option(cloud) + "-" + further.subject())
            .paramLabel("FILE")
            .type(Path[].class)
            .arity("1..*")
            .description("With " + option(cloud) + ": " + further.description())
            .build();
    details.put(cloud, spec);
    command.addOption(spec);
  }

  private static List<Path> paths(OptionSpec option) {
    return option.getValue() instanceof Path[] paths ? List.of(paths) : List.of();
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
    return !files.isEmpty()
        || roles != null
        || details.values().stream().anyMatch(option -> !paths(option).isEmpty());
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
    Path roleFile = rolesFile();
    List<Path> further =
        Optional.ofNullable(details.get(siteCloud)).map(NativeFiles::paths).orElse(List.of());
    try {
      return siteCloud.readNative(
          Read.text(rules.getValue()),
          Read.text(roleFile),
          further.stream().map(NativeFiles::file).toList());
    } catch (UnreadableFileException e) {
      List<String> lines = new ArrayList<>();
      List<Path> all = new ArrayList<>(List.of(rules.getValue(), roleFile));
      all.addAll(further);
      lines.add(
          all.stream().map(Path::toString).collect(Collectors.joining(" or "))
              + " is not what it should be:");
      lines.addAll(e.lines());
      throw Refusal.ofUsage(lines);
    }
  }

  private static NativeFile file(Path file) {
    return new NativeFile(String.valueOf(file.getFileName()), Read.text(file));
  }
}
