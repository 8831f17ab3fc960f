package anyware.sandbox.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
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

  WrittenJar(Path jar) {
    this.jar = jar;
  }

  /**
   * A file in the jar.
   *
   * @param time when it was last changed
   * @param content its bytes
   */
  private record Entry(LocalDateTime time, byte[] content) {}

  /** Puts the new jar in the place of the old one, in one step. */
  void rewrite() throws IOException {
    Map<String, Entry> entries = read();
    LocalDateTime first = entries.values().iterator().next().time();
    WrittenOut.of(classes(entries))
        .forEach(
            (name, bytes) ->
                entries.merge(
                    name + WrittenOut.CLASS,
                    new Entry(first, bytes),
                    (old, made) -> new Entry(old.time(), made.content())));
    Path made = jar.resolveSibling(jar.getFileName() + ".written");
    write(entries, made);
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Those for every version of Java, by their names. */
  private static Map<String, byte[]> classes(Map<String, Entry> entries) {
    Map<String, byte[]> classes = new TreeMap<>();
    entries.forEach(
        (file, entry) -> {
          if (file.endsWith(WrittenOut.CLASS) && !file.startsWith(VERSIONS)) {
            String name = file.substring(0, file.length() - WrittenOut.CLASS.length());
            classes.put(name, entry.content());
          }
        });
    return classes;
  }

  private Map<String, Entry> read() throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry at = zip.getNextEntry(); at != null; at = zip.getNextEntry()) {
        entries.put(at.getName(), new Entry(at.getTimeLocal(), zip.readAllBytes()));
      }
    }
    return entries;
  }

  private static void write(Map<String, Entry> entries, Path target) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        ZipEntry at = new ZipEntry(entry.getKey());
        at.setTimeLocal(entry.getValue().time());
        zip.putNextEntry(at);
        zip.write(entry.getValue().content());
      }
    }
  }
}
