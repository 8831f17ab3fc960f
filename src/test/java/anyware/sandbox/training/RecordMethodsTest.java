package anyware.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordMethodsTest {
  private static final String MADE_AT_RUN_TIME = "java/lang/runtime/ObjectMethods";

  record Nothing() {}

  record Each(
      boolean flag,
      char sign,
      byte small,
      short less,
      int number,
      float about,
      long much,
      double exact,
      @Nullable String text,
      List<String> list) {}

  record Own(String name, int number) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Own own && own.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  private static String constants(byte[] classFile) {
    return new String(classFile, StandardCharsets.ISO_8859_1);
  }

  /** A record's twin whose methods are written out. */
  private static Constructor<?> twin(Class<?> type) throws IOException {
    byte[] written = RecordMethods.writtenOut(bytes(type));
    ClassLoader loader =
        new ClassLoader(type.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(type.getName())
                ? defineClass(name, written, 0, written.length)
                : super.loadClass(name, resolve);
          }
        };
    try {
      Constructor<?> constructor =
          Class.forName(type.getName(), true, loader).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Object[] values() {
    return new Object[] {
      true, 'x', (byte) -3, (short) 300, 70_000, 0.5f, 1L << 40, Math.PI, "text", List.of("a")
    };
  }

  static List<Class<?>> records() {
    return List.of(Nothing.class, Each.class, Own.class);
  }

  @ParameterizedTest
  @MethodSource("records")
  void nothingIsLeftToTheRunTime(Class<?> type) throws IOException {
    assertThat(constants(RecordMethods.writtenOut(bytes(type)))).doesNotContain(MADE_AT_RUN_TIME);
  }

  @Test
  void aRecordWithoutComponents() throws Exception {
    Constructor<?> twin = twin(Nothing.class);

    assertThat(twin.newInstance()).isEqualTo(twin.newInstance()).hasToString("Nothing[]");
    assertThat(twin.newInstance().hashCode()).isEqualTo(new Nothing().hashCode());
    assertThat(twin.newInstance()).isNotEqualTo("Nothing[]").isNotEqualTo(null);
  }

  @Test
  void oneWithEveryTypeOfComponent() throws Exception {
    Object[] values = values();
    Constructor<?> twin = twin(Each.class);
    Object model = Each.class.getDeclaredConstructors()[0].newInstance(values);
    Object made = twin.newInstance(values);

    assertThat(made.toString()).isEqualTo(model.toString());
    assertThat(made.hashCode()).isEqualTo(model.hashCode());
    assertThat(made).isEqualTo(twin.newInstance(values)).isNotEqualTo(model);
  }

  @Test
  void everyComponentMakesADifference() throws Exception {
    Object[] others = {
      false, 'y', (byte) 4, (short) 301, 70_001, -0.5f, 1L << 41, -0.0, null, List.of("b")
    };
    Constructor<?> twin = twin(Each.class);

    for (int i = 0; i < others.length; i++) {
      Object[] changed = values();
      changed[i] = others[i];
      Object same = Each.class.getDeclaredConstructors()[0].newInstance(changed);
      assertThat(twin.newInstance(changed))
          .as("component %d", i)
          .isNotEqualTo(twin.newInstance(values()))
          .hasToString(same.toString())
          .hasSameHashCodeAs(same);
    }
  }

  @Test
  void specialNumbersAreComparedAsByTheJvm() throws Exception {
    Constructor<?> twin = twin(Each.class);
    Object[] values = values();
    values[5] = Float.NaN;
    values[7] = 0.0;
    Object[] negative = values.clone();
    negative[7] = -0.0;

    assertThat(twin.newInstance(values))
        .isEqualTo(twin.newInstance(values))
        .isNotEqualTo(twin.newInstance(negative));
  }

  @Test
  void whatARecordSaysItselfStays() throws Exception {
    Constructor<?> twin = twin(Own.class);

    assertThat(twin.newInstance("a", 7))
        .isEqualTo(twin.newInstance("b", 7))
        .hasToString("Own[name=a, number=7]");
    assertThat(twin.newInstance("a", 7).hashCode()).isEqualTo(7);
  }

  @Test
  void otherClassesStayAsTheyAre() throws IOException {
    byte[] own = bytes(RecordMethodsTest.class);
    byte[] written = RecordMethods.writtenOut(bytes(Each.class));

    assertThat(RecordMethods.writtenOut(own)).isSameAs(own);
    assertThat(RecordMethods.writtenOut(written)).as("a second time").isSameAs(written);
  }
}
