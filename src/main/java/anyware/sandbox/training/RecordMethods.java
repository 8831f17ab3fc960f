package anyware.sandbox.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Writes out what the compiler leaves to the JVM: {@code equals}, {@code hashCode} and {@code
 * toString} of records, which are otherwise made by {@code java.lang.runtime.ObjectMethods} when
 * they are first called. No archive of classes keeps what that makes, so every start would make it
 * anew. The methods are the same as those of the JVM; where a later compiler no longer leaves them
 * to it, there is nothing to write.
 */
final class RecordMethods {
  private static final int API = Opcodes.ASM9;
  private static final String MADE_AT_RUN_TIME = "java/lang/runtime/ObjectMethods";

  private RecordMethods() {}

  /** The class with these methods written out; the very same bytes where it has none of them. */
  static byte[] writtenOut(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    if (!"java/lang/Record".equals(reader.getSuperName())) {
      return bytes;
    }
    Found found = new Found();
    reader.accept(found, ClassReader.SKIP_FRAMES);
    if (found.methods.isEmpty()) {
      return bytes;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new Rewrite(writer, reader.getClassName(), found), 0);
    return writer.toByteArray();
  }

  /** What a record has, and which of its methods are made at run time. */
  private static final class Found extends ClassVisitor {
    private final List<RecordCode.Component> components = new ArrayList<>();
    private final Set<String> methods = new HashSet<>();

    Found() {
      super(API);
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, @Nullable String signature) {
      components.add(new RecordCode.Component(name, descriptor));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(API) {
        @Override
        public void visitInvokeDynamicInsn(
            String ofName, String ofDescriptor, Handle bootstrap, Object... arguments) {
          if (bootstrap.getOwner().equals(MADE_AT_RUN_TIME)) {
            methods.add(name);
          }
        }
      };
    }
  }

  /** Leaves these methods out and puts written ones in their place. */
  private static final class Rewrite extends ClassVisitor {
    private final String owner;
    private final Found found;

    Rewrite(ClassVisitor target, String owner, Found found) {
      super(API, target);
      this.owner = owner;
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!found.methods.contains(name) || !descriptor.equals(RecordCode.DESCRIPTORS.get(name))) {
        return method;
      }
      new RecordCode(Objects.requireNonNull(method), owner, found.components).write(name);
      return null;
    }
  }
}
