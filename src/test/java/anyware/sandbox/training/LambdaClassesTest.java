package anyware.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;

class LambdaClassesTest {
  private static final String SAMPLES = LambdaSamples.class.getName().replace('.', '/');

  /** The samples and their nested classes. */
  private static Map<String, byte[]> compiled() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String nested : List.of("", "$Greeting", "$Sign", "$Nested", "$1")) {
      String file = "/" + SAMPLES + nested + ".class";
      try (InputStream in = Objects.requireNonNull(LambdaSamples.class.getResourceAsStream(file))) {
        classes.put(SAMPLES + nested, in.readAllBytes());
      }
    }
    return classes;
  }

  private static String constants(byte[] classFile) {
    return new String(classFile, StandardCharsets.ISO_8859_1);
  }

  /** Loads these classes and no others of their names. */
  private static ClassLoader loader(Map<String, byte[]> classes) {
    Map<String, byte[]> left = new HashMap<>(classes);
    return new ClassLoader(LambdaSamples.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = left.remove(name.replace('.', '/'));
        if (bytes != null) {
          return defineClass(name, bytes, 0, bytes.length);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
    };
  }

  private static List<?> results(Map<String, byte[]> classes) throws Exception {
    Class<?> twin = Class.forName(LambdaSamples.class.getName(), true, loader(classes));
    assertThat(twin).isNotEqualTo(LambdaSamples.class);
    var constructor = twin.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (List<?>) ((Callable<?>) constructor.newInstance()).call();
  }

  @Test
  void theClassesDoWhatTheLambdasDid() throws Exception {
    assertThat(results(LambdaClasses.writtenOut(compiled())))
        .hasSizeGreaterThan(20)
        .isEqualTo(new LambdaSamples().call());
  }

  @Test
  void nothingIsLeftToTheRunTimeButWhatAsksForMore() throws IOException {
    Map<String, byte[]> written = LambdaClasses.writtenOut(compiled());

    assertThat(written)
        .allSatisfy(
            (name, bytes) ->
                assertThat(constants(bytes).replace("altMetafactory", ""))
                    .as(name)
                    .doesNotContain("metafactory"));
    assertThat(
            written.values().stream()
                .filter(bytes -> constants(bytes).contains("altMetafactory"))
                .count())
        .as("serializable")
        .isOne();
  }

  @Test
  void aLambdaThatCapturesNothingIsMadeOnce() throws Exception {
    Map<String, byte[]> written = LambdaClasses.writtenOut(compiled());
    Class<?> greeting =
        Class.forName(LambdaSamples.Greeting.class.getName(), true, loader(written));
    var field = greeting.getField("HELLO");
    field.setAccessible(true);
    Class<?> hello = field.get(null).getClass();
    var factory = hello.getDeclaredMethod(LambdaClass.FACTORY);
    factory.setAccessible(true);

    assertThat(hello.getName()).contains(LambdaClasses.MARK);
    assertThat(hello.getNestHost().getName()).isEqualTo(LambdaSamples.class.getName());
    assertThat(factory.invoke(null)).isSameAs(factory.invoke(null));
  }

  @Test
  void aSecondTimeNothingChanges() throws IOException {
    Map<String, byte[]> once = LambdaClasses.writtenOut(compiled());
    Map<String, byte[]> twice = LambdaClasses.writtenOut(once);

    assertThat(twice.keySet()).isEqualTo(once.keySet());
    twice.forEach((name, bytes) -> assertThat(bytes).as(name).isSameAs(once.get(name)));
  }

  @Test
  void whatAnEarlierBuildWroteForAClassGoesWithIt(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, byte[]> entry : compiled().entrySet()) {
      Path file = folder.resolve(entry.getKey() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    WrittenOut.main(new String[] {folder.toString()});
    String before = names(folder);
    Files.write(
        folder.resolve(SAMPLES + ".class"), Objects.requireNonNull(compiled().get(SAMPLES)));
    Files.copy(
        folder.resolve(SAMPLES + "$Lambda1.class"), folder.resolve(SAMPLES + "$Lambda999.class"));
    WrittenOut.main(new String[] {folder.toString()});

    assertThat(names(folder)).isEqualTo(before).contains("$Sign$Lambda1");
  }

  @Test
  void aJarKeepsWhatItHasAndGetsTheClasses(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("samples.jar");
    LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      put(zip, "META-INF/MANIFEST.MF", time, "Name: value".getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : compiled().entrySet()) {
        put(zip, entry.getKey() + ".class", time, entry.getValue());
      }
    }
    WrittenOut.main(new String[] {jar.toString()});

    try (ZipFile made = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(made.entries());
      assertThat(entries.get(0).getName()).isEqualTo("META-INF/MANIFEST.MF");
      assertThat(entries)
          .hasSize(1 + LambdaClasses.writtenOut(compiled()).size())
          .allMatch(entry -> entry.getTimeLocal().equals(time));
      assertThat(made.getInputStream(made.getEntry(SAMPLES + ".class")).readAllBytes())
          .isEqualTo(LambdaClasses.writtenOut(compiled()).get(SAMPLES));
    }
    byte[] once = Files.readAllBytes(jar);
    WrittenOut.main(new String[] {jar.toString()});
    assertThat(Files.readAllBytes(jar)).as("a second time").isEqualTo(once);
  }

  private static void put(ZipOutputStream zip, String name, LocalDateTime time, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    zip.write(content);
  }

  @Test
  void classesFromBeforeNestsStayAsTheyAre() throws IOException {
    byte[] old = Objects.requireNonNull(compiled().get(SAMPLES + "$Sign")).clone();
    old[7] = (byte) Opcodes.V10;

    assertThat(LambdaClasses.writtenOut(Map.of("old", old))).containsExactly(Map.entry("old", old));
  }

  private static String names(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
    }
  }
}
