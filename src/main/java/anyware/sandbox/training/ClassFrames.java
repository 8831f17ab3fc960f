package anyware.sandbox.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives the classes of Java 5 the stack map frames of later ones (Java Virtual Machine
 * Specification, 4.10.1). Without frames an archive does not keep that a class is verified: each
 * start loads the old verifier and infers for every class what the frames say.
 */
final class ClassFrames {
  private static final String OBJECT = "java/lang/Object";

  /** The first version whose frames the JVM relies on, without going back to the old verifier. */
  private static final int FRAMED = Opcodes.V1_7;

  private final Map<String, byte[]> classes;

  private ClassFrames(Map<String, byte[]> classes) {
    this.classes = classes;
  }

  /**
   * The classes, all with frames but for those from before Java 5, whose compilers made what no
   * frame can describe.
   *
   * @param classes all classes of a program, by their internal names
   */
  static Map<String, byte[]> in(Map<String, byte[]> classes) {
    ClassFrames work = new ClassFrames(classes);
    Map<String, byte[]> framed = new TreeMap<>(classes);
    framed.replaceAll((name, bytes) -> work.framed(bytes));
    return framed;
  }

  private byte[] framed(byte[] bytes) {
    if (WrittenOut.version(bytes) != Opcodes.V1_5) {
      return bytes;
    }
    ClassWriter writer = new FrameWriter();
    new ClassReader(bytes).accept(new Later(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** From the class itself up to {@code Object}; as much of it as is known. */
  private List<String> line(String name) {
    List<String> line = new ArrayList<>();
    for (@Nullable String at = name; at != null; at = superclass(at)) {
      line.add(at);
    }
    return line;
  }

  private @Nullable String superclass(String name) {
    byte[] bytes = classes.get(name);
    if (bytes != null) {
      return new ClassReader(bytes).getSuperName();
    }
    if (name.equals(OBJECT)) {
      return null;
    }
    try {
      Class<?> above =
          Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader())
              .getSuperclass();
      return above == null ? OBJECT : above.getName().replace('.', '/');
    } catch (ClassNotFoundException e) {
      // Of a library that is not there: nothing can be an instance of it.
      return OBJECT;
    }
  }

  /** Looks classes up among those that are rewritten, and loads none of them. */
  private final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(ClassWriter.COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      List<String> above = line(other);
      return line(one).stream().filter(above::contains).findFirst().orElse(OBJECT);
    }
  }

  private static final class Later extends ClassVisitor {
    Later(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      super.visit(FRAMED, access, name, signature, superName, interfaces);
    }
  }
}
