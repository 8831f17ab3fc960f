package anyware.sandbox.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a class in the place of each lambda and method reference. The compiler leaves them to {@code
 * java.lang.invoke.LambdaMetafactory}, which links each one at its first use: an archive keeps the
 * class that this makes, and not the linking, which costs more than the class. Those that ask for
 * more than an interface (serialization, markers, bridges: {@code altMetafactory}) stay.
 */
final class LambdaClasses {
  private static final int API = Opcodes.ASM9;
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /** Older classes have no nests: a class beside them could not call their private methods. */
  private static final int NESTS_SINCE = Opcodes.V11;

  /** What the names of the classes have between their owner's and a number. */
  static final String MARK = "$Lambda";

  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> written = new TreeMap<>();
  private final Map<String, List<String>> newMembers = new TreeMap<>();

  private LambdaClasses(Map<String, byte[]> classes) {
    this.classes = classes;
  }

  /**
   * The classes without lambdas, and those that take their place; those that an earlier build wrote
   * for a class which is compiled anew are left out.
   *
   * @param classes all classes of a program, by their internal names
   */
  static Map<String, byte[]> writtenOut(Map<String, byte[]> classes) {
    LambdaClasses work = new LambdaClasses(classes);
    classes.forEach(work::replace);
    work.newMembers.forEach(work::admit);
    return work.written;
  }

  private void replace(String name, byte[] bytes) {
    if (isMade(name)) {
      return;
    }
    if (WrittenOut.version(bytes) < NESTS_SINCE) {
      written.put(name, bytes);
      return;
    }
    ClassWriter writer = new ClassWriter(0);
    Rewrite rewrite = new Rewrite(writer, name);
    new ClassReader(bytes).accept(rewrite, 0);
    if (rewrite.made.isEmpty()) {
      written.put(name, bytes);
      keepEarlier(name);
      return;
    }
    written.put(name, writer.toByteArray());
    rewrite.made.forEach(
        made -> {
          written.put(made.name(), made.bytes(rewrite.host));
          newMembers.computeIfAbsent(rewrite.host, host -> new ArrayList<>()).add(made.name());
        });
  }

  private static boolean isMade(String name) {
    int mark = name.lastIndexOf(MARK);
    if (mark < 0) {
      return false;
    }
    String number = name.substring(mark + MARK.length());
    return !number.isEmpty() && number.chars().allMatch(Character::isDigit);
  }

  /** Those of a class that was written out before. */
  private void keepEarlier(String owner) {
    for (int number = 1; ; number++) {
      String name = owner + MARK + number;
      byte[] earlier = classes.get(name);
      if (earlier == null) {
        return;
      }
      written.put(name, earlier);
    }
  }

  /** A nest's host names its members, who may call each other's private methods. */
  private void admit(String host, List<String> members) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(written.get(host))
        .accept(
            new ClassVisitor(API, writer) {
              @Override
              public void visitEnd() {
                members.forEach(super::visitNestMember);
                super.visitEnd();
              }
            },
            0);
    written.put(host, writer.toByteArray());
  }

  /** Takes each lambda from the static method of its class. */
  private static final class Rewrite extends ClassVisitor {
    private final String owner;
    private final List<LambdaClass> made = new ArrayList<>();
    private String host;

    Rewrite(ClassVisitor target, String owner) {
      super(API, target);
      this.owner = owner;
      host = owner;
    }

    @Override
    public void visitNestHost(String nestHost) {
      host = nestHost;
      super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(
          API, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitInvokeDynamicInsn(
            String method, String factory, Handle bootstrap, Object... arguments) {
          if (!bootstrap.getOwner().equals(METAFACTORY)
              || !bootstrap.getName().equals("metafactory")) {
            super.visitInvokeDynamicInsn(method, factory, bootstrap, arguments);
            return;
          }
          LambdaClass lambda =
              new LambdaClass(
                  owner + MARK + (made.size() + 1),
                  method,
                  Type.getMethodType(factory),
                  (Type) arguments[0],
                  (Handle) arguments[1],
                  (Type) arguments[2]);
          made.add(lambda);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, lambda.name(), LambdaClass.FACTORY, factory, false);
        }
      };
    }
  }
}
