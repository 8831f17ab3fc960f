package anyware.sandbox.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** The method that does a lambda's work, and how it is called. */
final class LambdaBody {
  private static final Map<String, Type> IN_BOXES =
      Map.of(
          "java/lang/Boolean", Type.BOOLEAN_TYPE,
          "java/lang/Character", Type.CHAR_TYPE,
          "java/lang/Byte", Type.BYTE_TYPE,
          "java/lang/Short", Type.SHORT_TYPE,
          "java/lang/Integer", Type.INT_TYPE,
          "java/lang/Float", Type.FLOAT_TYPE,
          "java/lang/Long", Type.LONG_TYPE,
          "java/lang/Double", Type.DOUBLE_TYPE);

  private final Handle handle;
  private final Type owner;

  LambdaBody(Handle handle) {
    this.handle = handle;
    owner = Type.getObjectType(handle.getOwner());
  }

  private boolean isConstructor() {
    return handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  /** What it takes, in its order: the receiver first, where there is one. */
  List<Type> parameters() {
    List<Type> all = new ArrayList<>();
    if (!isConstructor() && handle.getTag() != Opcodes.H_INVOKESTATIC) {
      all.add(owner);
    }
    all.addAll(List.of(Type.getArgumentTypes(handle.getDesc())));
    return all;
  }

  /** What it gives; of a constructor, what is made. */
  Type result() {
    return isConstructor() ? owner : Type.getReturnType(handle.getDesc());
  }

  /** Before the arguments. */
  void begin(GeneratorAdapter code) {
    if (isConstructor()) {
      code.newInstance(owner);
      code.dup();
    }
  }

  /** After the arguments. A private method is called as any other in its nest. */
  void end(GeneratorAdapter code) {
    Method method = new Method(handle.getName(), handle.getDesc());
    if (isConstructor()) {
      code.invokeConstructor(owner, method);
    } else {
      code.visitMethodInsn(
          opcode(),
          handle.getOwner(),
          method.getName(),
          method.getDescriptor(),
          handle.isInterface());
    }
  }

  private int opcode() {
    if (handle.getTag() == Opcodes.H_INVOKESTATIC) {
      return Opcodes.INVOKESTATIC;
    }
    return handle.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
  }

  /**
   * Converts the value on the stack.
   *
   * @param from its type as far as the class file says
   * @param as what it is for certain
   * @param to what is wanted; void drops it
   */
  static void convert(GeneratorAdapter code, Type from, Type as, Type to) {
    if (to.equals(Type.VOID_TYPE)) {
      drop(code, from);
    } else if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        code.cast(from, to);
      } else {
        code.valueOf(from);
      }
    } else if (isPrimitive(to)) {
      Type inside = isPrimitive(as) ? to : IN_BOXES.getOrDefault(as.getInternalName(), to);
      code.unbox(inside);
      code.cast(inside, to);
    } else {
      narrow(code, from, as);
      narrow(code, as, to);
    }
  }

  private static void drop(GeneratorAdapter code, Type type) {
    switch (type.getSize()) {
      case 1 -> code.pop();
      case 2 -> code.pop2();
      default -> {}
    }
  }

  private static void narrow(GeneratorAdapter code, Type from, Type to) {
    if (!from.equals(to)) {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
