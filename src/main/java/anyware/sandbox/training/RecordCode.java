package anyware.sandbox.training;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The code of a record's methods, as {@code java.lang.runtime.ObjectMethods} would make it
 * (https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Record.html).
 */
final class RecordCode {
  /** The methods that it can write, with their descriptors. */
  static final Map<String, String> DESCRIPTORS =
      Map.of(
          "hashCode", "()I",
          "equals", "(Ljava/lang/Object;)Z",
          "toString", "()Ljava/lang/String;");

  private static final String BUILDER = "java/lang/StringBuilder";
  private static final int THIS = 0;
  private static final int OTHER = 1;
  private static final int SAME_TYPE = 2;

  private final MethodVisitor code;
  private final String owner;
  private final List<Component> components;

  /**
   * @param code takes the instructions
   * @param owner the record's internal name
   * @param components the record's components, in their order
   */
  RecordCode(MethodVisitor code, String owner, List<Component> components) {
    this.code = code;
    this.owner = owner;
    this.components = List.copyOf(components);
  }

  /**
   * A component of a record.
   *
   * @param name its name
   * @param descriptor its type
   */
  record Component(String name, String descriptor) {
    Type type() {
      return Type.getType(descriptor);
    }

    boolean isPrimitive() {
      return type().getSort() < Type.ARRAY;
    }

    /** The class with what there is to do with a value: its box, or that of all objects. */
    String tools() {
      return switch (type().getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.CHAR -> "java/lang/Character";
        case Type.BYTE -> "java/lang/Byte";
        case Type.SHORT -> "java/lang/Short";
        case Type.INT -> "java/lang/Integer";
        case Type.FLOAT -> "java/lang/Float";
        case Type.LONG -> "java/lang/Long";
        case Type.DOUBLE -> "java/lang/Double";
        default -> "java/util/Objects";
      };
    }

    /** The type as these tools take it. */
    String taken() {
      return isPrimitive() ? descriptor : "Ljava/lang/Object;";
    }
  }

  /** Writes one of {@link #DESCRIPTORS}. */
  void write(String name) {
    code.visitCode();
    switch (name) {
      case "hashCode" -> hashCodeOfAll();
      case "equals" -> equalsOfAll();
      case "toString" -> textOfAll();
      default -> throw new IllegalArgumentException(name);
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void hashCodeOfAll() {
    code.visitInsn(Opcodes.ICONST_0);
    for (Component component : components) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      get(component, THIS);
      call(component.tools(), "hashCode", "(" + component.taken() + ")I");
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private void equalsOfAll() {
    Label another = new Label();
    code.visitVarInsn(Opcodes.ALOAD, THIS);
    code.visitVarInsn(Opcodes.ALOAD, OTHER);
    code.visitJumpInsn(Opcodes.IF_ACMPNE, another);
    answer(true);
    code.visitLabel(another);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    Label sameType = new Label();
    code.visitVarInsn(Opcodes.ALOAD, OTHER);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    code.visitJumpInsn(Opcodes.IFNE, sameType);
    answer(false);
    code.visitLabel(sameType);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    if (!components.isEmpty()) {
      compareAll();
    }
    answer(true);
  }

  /** Answers at the first difference. */
  private void compareAll() {
    Label different = new Label();
    Label same = new Label();
    code.visitVarInsn(Opcodes.ALOAD, OTHER);
    code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    code.visitVarInsn(Opcodes.ASTORE, SAME_TYPE);
    for (Component component : components) {
      get(component, THIS);
      get(component, SAME_TYPE);
      String both = "(" + component.taken() + component.taken() + ")";
      if (component.isPrimitive()) {
        call(component.tools(), "compare", both + "I");
        code.visitJumpInsn(Opcodes.IFNE, different);
      } else {
        call(component.tools(), "equals", both + "Z");
        code.visitJumpInsn(Opcodes.IFEQ, different);
      }
    }
    code.visitJumpInsn(Opcodes.GOTO, same);
    code.visitLabel(different);
    code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {owner}, 0, null);
    answer(false);
    code.visitLabel(same);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
  }

  private void answer(boolean value) {
    code.visitInsn(value ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private void textOfAll() {
    code.visitTypeInsn(Opcodes.NEW, BUILDER);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    append(simpleName() + "[");
    String separator = "";
    for (Component component : components) {
      append(separator + component.name() + "=");
      get(component, THIS);
      call("java/lang/String", "valueOf", "(" + asText(component) + ")Ljava/lang/String;");
      append();
      separator = ", ";
    }
    append("]");
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
    code.visitInsn(Opcodes.ARETURN);
  }

  private String simpleName() {
    return owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
  }

  /** Small numbers are written as whole ones. */
  private static String asText(Component component) {
    return switch (component.type().getSort()) {
      case Type.BYTE, Type.SHORT -> "I";
      default -> component.taken();
    };
  }

  private void append(String text) {
    code.visitLdcInsn(text);
    append();
  }

  private void append() {
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        BUILDER,
        "append",
        "(Ljava/lang/String;)Ljava/lang/StringBuilder;",
        false);
  }

  private void get(Component component, int variable) {
    code.visitVarInsn(Opcodes.ALOAD, variable);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, component.name(), component.descriptor());
  }

  private void call(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }
}
