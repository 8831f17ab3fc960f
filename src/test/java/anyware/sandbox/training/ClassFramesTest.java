package anyware.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import picocli.CommandLine;

class ClassFramesTest {
  private static final String CLASS = ".class";

  /** A library whose classes are of Java 5, by their internal names. */
  private static Map<String, byte[]> picocli() throws IOException {
    Path jar =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Map<String, byte[]> classes = new TreeMap<>();
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(inside.getPath("picocli"))) {
      for (Path file : files.filter(at -> at.toString().endsWith(CLASS)).toList()) {
        String name = file.toString();
        classes.put(name.substring(0, name.length() - CLASS.length()), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static List<Integer> versions(Map<String, byte[]> classes) {
    return classes.values().stream().map(WrittenOut::version).distinct().toList();
  }

  /** The JVM has no second try for classes of this version whose frames are wrong. */
  @Test
  void theJvmVerifiesEachClassByItsFrames() throws IOException {
    Map<String, byte[]> before = picocli();
    Map<String, byte[]> framed = ClassFrames.in(before);
    assertThat(versions(before)).containsExactly(Opcodes.V1_5);
    assertThat(versions(framed)).containsExactly(Opcodes.V1_7);
    assertThat(framed).hasSameSizeAs(before).hasSizeGreaterThan(200);
    ClassLoader loader = new Only(framed);
    for (String name : framed.keySet()) {
      assertThatCode(() -> link(Class.forName(name.replace('/', '.'), false, loader)))
          .as(name)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void classesOfOtherVersionsStayAsTheyAre() {
    Map<String, byte[]> others =
        Map.of("older", ofVersion(Opcodes.V1_4), "later", ofVersion(Opcodes.V1_6));
    assertThat(ClassFrames.in(others)).containsExactlyInAnyOrderEntriesOf(others);
  }

  @Test
  void framedOnceAClassStaysAsItIs() throws IOException {
    Map<String, byte[]> once = ClassFrames.in(picocli());
    assertThat(ClassFrames.in(once)).containsExactlyEntriesOf(once);
  }

  private static byte[] ofVersion(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_SUPER, "a/Class", null, "java/lang/Object", null);
    return writer.toByteArray();
  }

  /** Whoever asks for a class's methods has it verified. */
  private static void link(Class<?> type) {
    assertThat(type.getDeclaredMethods()).isNotNull();
  }

  /** Takes these classes and otherwise the JDK's. */
  private static final class Only extends ClassLoader {
    private final Map<String, byte[]> classes;

    Only(Map<String, byte[]> classes) {
      super(ClassLoader.getPlatformClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/'));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
