package anyware.sandbox.training;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * The class of a lambda or method reference, which does what {@code LambdaMetafactory} says
 * (https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/invoke/LambdaMetafactory.html).
 *
 * @param name its internal name
 * @param method the name of the interface's method
 * @param factory takes what is captured, gives the interface
 * @param erased the interface's method, as it is called
 * @param body the method that does the work
 * @param actual the interface's method with the types that it has here
 */
record LambdaClass(
    String name, String method, Type factory, Type erased, Handle body, Type actual) {
  /** The static method that makes one, or gives the only one where nothing is captured. */
  static final String FACTORY = "of";

  private static final String CONSTRUCTOR = "<init>";
  private static final String ONLY_ONE = "ONLY_ONE";
  private static final int HIDDEN = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

  /**
   * The class file.
   *
   * @param host the host of the nest that it belongs to
   */
  byte[] bytes(String host) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        HIDDEN | Opcodes.ACC_SUPER,
        name,
        null,
        "java/lang/Object",
        new String[] {factory.getReturnType().getInternalName()});
    writer.visitNestHost(host);
    for (int i = 0; i < captured().length; i++) {
      writer.visitField(
          HIDDEN | Opcodes.ACC_PRIVATE, field(i), captured()[i].getDescriptor(), null, null);
    }
    writeConstructor(writer);
    writeFactory(writer);
    writeMethod(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Type type() {
    return Type.getObjectType(name);
  }

  private Type[] captured() {
    return factory.getArgumentTypes();
  }

  private static String field(int i) {
    return "captured" + i;
  }

  private Method constructor() {
    return new Method(CONSTRUCTOR, Type.VOID_TYPE, captured());
  }

  private static GeneratorAdapter code(ClassVisitor target, int access, Method method) {
    GeneratorAdapter code =
        new GeneratorAdapter(
            access,
            method,
            target.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
    code.visitCode();
    return code;
  }

  private void writeConstructor(ClassVisitor target) {
    GeneratorAdapter code = code(target, Opcodes.ACC_PRIVATE, constructor());
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), new Method(CONSTRUCTOR, "()V"));
    for (int i = 0; i < captured().length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(type(), field(i), captured()[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  private void writeFactory(ClassVisitor target) {
    GeneratorAdapter code =
        code(target, Opcodes.ACC_STATIC, new Method(FACTORY, factory.getDescriptor()));
    if (captured().length == 0) {
      code.getStatic(type(), ONLY_ONE, type());
      writeOnlyOne(target);
    } else {
      create(code);
    }
    code.returnValue();
    code.endMethod();
  }

  private void writeOnlyOne(ClassVisitor target) {
    target.visitField(
        HIDDEN | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC,
        ONLY_ONE,
        type().getDescriptor(),
        null,
        null);
    GeneratorAdapter code = code(target, Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
    create(code);
    code.putStatic(type(), ONLY_ONE, type());
    code.returnValue();
    code.endMethod();
  }

  private void create(GeneratorAdapter code) {
    code.newInstance(type());
    code.dup();
    code.loadArgs();
    code.invokeConstructor(type(), constructor());
  }

  private void writeMethod(ClassVisitor target) {
    GeneratorAdapter code =
        code(target, Opcodes.ACC_PUBLIC, new Method(method, erased.getDescriptor()));
    LambdaBody work = new LambdaBody(body);
    work.begin(code);
    for (int i = 0; i < captured().length; i++) {
      code.loadThis();
      code.getField(type(), field(i), captured()[i]);
    }
    Type[] given = erased.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      Type taken = work.parameters().get(captured().length + i);
      LambdaBody.convert(code, given[i], actual.getArgumentTypes()[i], taken);
    }
    work.end(code);
    LambdaBody.convert(code, work.result(), erased.getReturnType(), erased.getReturnType());
    code.returnValue();
    code.endMethod();
  }
}
