package anyware.vendor;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The requests of stacks: the demo and the other stack files, the matrix, and all options. */
final class AzureBodies {
  private static final Path STACKS = Path.of("stacks");
  private static final Map<String, List<AzureRequest>> ALL = load();

  private AzureBodies() {}

  /** The requests by stack. */
  static Map<String, List<AzureRequest>> all() {
    return ALL;
  }

  private static Map<String, List<AzureRequest>> load() {
    Map<String, List<AzureRequest>> all = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(STACKS)) {
      for (Path file : files.sorted().toList()) {
        add(all, file.getFileName().toString(), read(file.toString(), Files.readString(file)));
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    Fixtures.optionSets().forEach((name, settings) -> add(all, name, settings));
    StackMatrix.STACKS.forEach((name, yaml) -> add(all, name, read(name, yaml)));
    return all;
  }

  private static Settings read(String name, String yaml) {
    return StackFile.read(Clouds.ALL, name, yaml)
        .fold(
            settings -> settings,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static void add(Map<String, List<AzureRequest>> all, String name, Settings settings) {
    List<AzureRequest> requests =
        StackPlan.of("test", settings).sites().stream()
            .filter(site -> site.key().componentType().endsWith(":Azure"))
            .flatMap(site -> RegisteredStates.of(site).stream())
            .filter(resource -> resource.type().startsWith("azure-native:"))
            .map(resource -> AzureRequest.of(resource.type(), resource.inputs()))
            .toList();
    if (!requests.isEmpty()) {
      all.put(name, requests);
    }
  }
}
