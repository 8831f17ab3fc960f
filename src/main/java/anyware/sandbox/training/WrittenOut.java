package anyware.sandbox.training;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes out what the compiler leaves to the JVM: the methods of records, the classes of lambdas
 * and method references, and the frames of old classes. What the JVM makes of them costs each start
 * anew, at the first use of each one, and an archive of classes keeps either nothing of it or too
 * little. Two steps of the build: one between compilation and tests, so that what is tested is what
 * runs, and one for the libraries in the jars.
 */
public final class WrittenOut {
  static final String CLASS = ".class";

  /** Where a class file says its version (Java Virtual Machine Specification, 4.1). */
  private static final int MAJOR_VERSION_AT = 6;

  private WrittenOut() {}

  /**
   * Rewrites the classes that need it, in place.
   *
   * @param arguments folders and jars
   */
  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        inFolder(path);
      } else {
        new WrittenJar(path).rewrite();
      }
    }
  }

  /**
   * Classes with everything written out. Written out before, they stay as they are: the very same
   * bytes.
   *
   * @param compiled all classes of a program, by their internal names
   */
  static Map<String, byte[]> of(Map<String, byte[]> compiled) {
    Map<String, byte[]> records = new TreeMap<>(compiled);
    records.replaceAll((name, bytes) -> RecordMethods.writtenOut(bytes));
    return LambdaClasses.writtenOut(ClassFrames.in(records));
  }

  /**
   * The version of a class file as {@code org.objectweb.asm.Opcodes} names it, but for previews.
   */
  static int version(byte[] classFile) {
    return ByteBuffer.wrap(classFile).getShort(MAJOR_VERSION_AT);
  }

  private static void inFolder(Path folder) throws IOException {
    Map<String, byte[]> compiled = read(folder);
    Map<String, byte[]> written = of(compiled);
    for (Map.Entry<String, byte[]> entry : written.entrySet()) {
      if (entry.getValue() != compiled.get(entry.getKey())) {
        Files.write(folder.resolve(entry.getKey() + CLASS), entry.getValue());
      }
    }
    for (String name : compiled.keySet()) {
      if (!written.containsKey(name)) {
        Files.delete(folder.resolve(name + CLASS));
      }
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(CLASS)).toList();
    }
    Map<String, byte[]> classes = new TreeMap<>();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      classes.put(name.substring(0, name.length() - CLASS.length()), Files.readAllBytes(file));
    }
    return classes;
  }
}
