package anyware.cli;

import anyware.settings.SettingLines;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings stand, for programs that show a file with remarks at its lines.
 *
 * @param file the file with the settings
 * @param lines on which lines they stand
 * @param root the folder that the file is told relative to, where it is in it
 */
record SettingPlaces(Path file, SettingLines lines, Path root) {
  private static final String PROJECT = "anyware.project";

  /** Relative to the project's folder. */
  static SettingPlaces of(Path file, SettingLines lines) {
    return new SettingPlaces(file, lines, Path.of(System.getProperty(PROJECT, "")));
  }

  /** The file's address: relative below the root, else absolute. */
  String uri() {
    Path folder = root.toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(folder)
        ? folder.toUri().relativize(absolute.toUri()).toString()
        : absolute.toUri().toString();
  }

  /** The line of a setting, counted from 1. */
  Optional<Integer> line(String path) {
    return lines.line(path);
  }

  /**
   * A setting's place as a location of SARIF
   * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html).
   */
  Map<String, Object> location(String path) {
    Map<String, Object> physical = Json.object("artifactLocation", Json.object("uri", uri()));
    line(path).ifPresent(line -> physical.put("region", Json.object("startLine", line)));
    return Json.object("physicalLocation", physical);
  }
}
