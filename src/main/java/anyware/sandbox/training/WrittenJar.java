package anyware.sandbox.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A jar whose classes are written out. Its entries keep their order and their times; what is made
 * follows at the end, with the time of the first entry: the same bytes at each build.
 */
final class WrittenJar {
  private static final String VERSIONS = "META-INF/";

  private final Path jar;
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final Map<String, LocalDateTime> times = new HashMap<>();

  WrittenJar(Path jar) {
    this.jar = jar;
  }

  /** Puts the new jar in the place of the old one, in one step. */
  void rewrite() throws IOException {
    read();
    LocalDateTime first = Objects.requireNonNull(times.get(contents.keySet().iterator().next()));
    WrittenOut.of(classes())
        .forEach(
            (name, bytes) -> {
              contents.put(name + WrittenOut.CLASS, bytes);
              times.putIfAbsent(name + WrittenOut.CLASS, first);
            });
    Path made = jar.resolveSibling(jar.getFileName() + ".written");
    write(made);
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Those for every version of Java, by their names. */
  private Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    contents.forEach(
        (file, bytes) -> {
          if (file.endsWith(WrittenOut.CLASS) && !file.startsWith(VERSIONS)) {
            String name = file.substring(0, file.length() - WrittenOut.CLASS.length());
            classes.put(name, bytes);
          }
        });
    return classes;
  }

  private void read() throws IOException {
    try (InputStream file = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry at = zip.getNextEntry(); at != null; at = zip.getNextEntry()) {
        contents.put(at.getName(), zip.readAllBytes());
        times.put(at.getName(), at.getTimeLocal());
      }
    }
  }

  private void write(Path target) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
        ZipEntry at = new ZipEntry(entry.getKey());
        at.setTimeLocal(times.get(entry.getKey()));
        zip.putNextEntry(at);
        zip.write(entry.getValue());
      }
    }
  }
}
