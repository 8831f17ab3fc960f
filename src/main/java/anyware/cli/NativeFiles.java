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

/** What the clouds' own command lines print of a network that this program did not make. */
final class NativeFiles implements Arguments {
  private final Map<CloudPlatform<?>, Given<Path>> files = new LinkedHashMap<>();
  private final Map<CloudPlatform<?>, Given<List<Path>>> details = new LinkedHashMap<>();
  private final Given<Path> roles =
      Given.path(
          "--roles",
          "FILE",
          "With these: JSON that says which groups or tags each role's machines carry.");

  /** With an option for every cloud. */
  NativeFiles() {
    for (CloudPlatform<?> cloud : Clouds.ALL) {
      String description = "What `" + cloud.nativeCommand() + "` printed.";
      files.put(cloud, Given.path(option(cloud), "FILE", description));
      cloud.nativeDetails().ifPresent(further -> details.put(cloud, option(cloud, further)));
    }
  }

  private static Given<List<Path>> option(Cloud cloud, NativeDetails further) {
    return Given.paths(
        option(cloud) + "-" + further.subject(),
        "FILE",
        "With " + option(cloud) + ": " + further.description());
  }

  @Override
  public List<Given<?>> all() {
    List<Given<?>> all = new ArrayList<>();
    all.add(roles);
    files.forEach(
        (cloud, file) -> {
          all.add(file);
          Optional.ofNullable(details.get(cloud)).ifPresent(all::add);
        });
    return all;
  }

  private static String option(Cloud cloud) {
    return "--" + cloud.slug();
  }

  /** Whether there is any. */
  boolean given() {
    return roles.isGiven()
        || files.values().stream().anyMatch(Given::isGiven)
        || details.values().stream().anyMatch(Given::isGiven);
  }

  /** The file with the roles. */
  private Path rolesFile() {
    return roles
        .given()
        .orElseThrow(
            () ->
                Refusal.ofUsage(
                    "say with --roles which groups or tags each role's machines carry"));
  }

  /** The only file with rules. */
  private Map.Entry<CloudPlatform<?>, Given<Path>> rules() {
    List<Map.Entry<CloudPlatform<?>, Given<Path>>> given =
        files.entrySet().stream().filter(file -> file.getValue().isGiven()).toList();
    if (given.size() != 1) {
      throw Refusal.ofUsage(
          "give one of "
              + Clouds.ALL.stream().map(NativeFiles::option).collect(Collectors.joining(", ")));
    }
    return given.get(0);
  }

  /** The file, for a heading. */
  String name() {
    return rules().getValue().value().toString();
  }

  /**
   * The network.
   *
   * @param siteCloud the cloud of the site whose policy it is held to
   */
  NativeNetwork network(CloudPlatform<?> siteCloud) {
    Map.Entry<CloudPlatform<?>, Given<Path>> rules = rules();
    if (!rules.getKey().equals(siteCloud)) {
      throw Refusal.ofUsage("the site is on " + siteCloud.slug() + ": give " + option(siteCloud));
    }
    Path rulesFile = rules.getValue().value();
    Path roleFile = rolesFile();
    List<Path> further =
        Optional.ofNullable(details.get(siteCloud)).map(Given::value).orElse(List.of());
    try {
      return siteCloud.readNative(
          Read.text(rulesFile),
          Read.text(roleFile),
          further.stream().map(NativeFiles::file).toList());
    } catch (UnreadableFileException e) {
      List<String> lines = new ArrayList<>();
      List<Path> all = new ArrayList<>(List.of(rulesFile, roleFile));
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
