package anyware.cli;

import anyware.json.JsonPart;
import anyware.settings.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stack that {@code pulumi stack select} chose. The engine keeps it in a file of the user's,
 * named by the project's place
 * (https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/workspace.go).
 */
final class SelectedStack {
  private static final String FILE = "Pulumi.yaml";

  private SelectedStack() {}

  /**
   * The name; absent where none is selected.
   *
   * @param project the project's folder
   * @param environment the environment variables
   */
  static Optional<String> name(Path project, Map<String, String> environment) {
    return Optional.ofNullable(environment.get("PULUMI_STACK"))
        .filter(name -> !name.isEmpty())
        .or(() -> homes(project, environment).flatMap(home -> selected(home, project)).findFirst())
        .map(name -> name.substring(name.lastIndexOf('/') + 1));
  }

  /** The user's own, then the sandbox's. */
  private static Stream<Path> homes(Path project, Map<String, String> environment) {
    Path own =
        path(environment, "PULUMI_HOME")
            .orElseGet(() -> path(environment, "HOME").orElse(project).resolve(".pulumi"));
    Path sandbox = path(environment, "SANDBOX_HOME").orElse(project.resolve(".sandbox"));
    return Stream.of(own, sandbox.resolve("pulumi"));
  }

  private static Optional<Path> path(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(path -> !path.isEmpty())
        .map(Path::of);
  }

  private static Stream<String> selected(Path home, Path project) {
    String name =
        SettingsReader.NAMESPACE + "-" + sha1(project.resolve(FILE).toString()) + "-workspace.json";
    try {
      String text = Files.readString(home.resolve("workspaces").resolve(name));
      return JsonPart.parse(name, text, new ArrayList<>()).text("stack").stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static String sha1(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
