package anyware.sandbox.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Lambdas and method references of every kind, and what comes of them. */
@SuppressWarnings({"UnnecessaryLambda", "UnnecessaryMethodReference", "ImmutableEnumChecker"})
class LambdaSamples extends ArrayList<String> implements Callable<List<String>> {
  private static final long serialVersionUID = 1;

  /** Lambdas in an interface, which is a nest of its own. */
  interface Greeting {
    Supplier<String> HELLO = () -> said("hello");

    default Supplier<String> twice(String name) {
      return () -> one(name) + said(name);
    }

    private String one(String name) {
      return "one " + name;
    }

    private static String said(String text) {
      return "said " + text;
    }
  }

  /** Lambdas in an enum's constants. */
  enum Sign {
    PLUS(Integer::sum),
    MINUS((a, b) -> a - b);

    private final BinaryOperator<Integer> operator;

    Sign(BinaryOperator<Integer> operator) {
      this.operator = operator;
    }
  }

  private static final class Nested {
    private final int base;

    private Nested(int base) {
      this.base = base;
    }

    private int plus(int other) {
      return base + other;
    }

    private IntUnaryOperator adder() {
      return this::plus;
    }
  }

  @Override
  public List<String> call() throws Exception {
    List<Object> all = new ArrayList<>();
    addPlain(all);
    addReferences(all);
    addConverted(all);
    addCaptured(all);
    addNested(all);
    return all.stream().map(String::valueOf).toList();
  }

  @Override
  public String toString() {
    Supplier<String> inherited = super::toString;
    return "samples " + inherited.get();
  }

  private static void addPlain(List<Object> all) {
    Supplier<String> text = () -> "text";
    Predicate<String> empty = String::isEmpty;
    Runnable nothing = () -> {};
    nothing.run();
    all.add(text.get());
    all.add(empty.test(""));
    for (int i = 0; i < 2; i++) {
      Supplier<List<Object>> same = List::of;
      all.add(same.get());
    }
  }

  private void addReferences(List<Object> all) throws Exception {
    Function<String, String> bound = this::named;
    Function<Integer, Nested> made = Nested::new;
    Function<Nested, IntUnaryOperator> unbound = Nested::adder;
    IntFunction<String[]> array = String[]::new;
    BiFunction<String, Integer, Character> at = String::charAt;
    Callable<String> text = this::toString;
    all.add(bound.apply("x"));
    all.add(unbound.apply(made.apply(3)).applyAsInt(4));
    all.add(array.apply(2).length);
    all.add(at.apply("abc", 1));
    all.add(text.call());
  }

  private static void addConverted(List<Object> all) {
    Function<String, Integer> boxed = Integer::parseInt;
    ToIntFunction<Integer> unboxed = Integer::intValue;
    Function<Integer, Integer> through = Math::abs;
    ToLongFunction<Integer> widened = i -> i;
    ToDoubleFunction<Integer> fromInside = Integer::longValue;
    IntToLongFunction longer = Math::abs;
    Function<Character, Integer> code = Character::getNumericValue;
    ToIntFunction<Character> sign = LambdaSamples::wider;
    IntPredicate even = i -> i % 2 == 0;
    Supplier<Number> number = () -> 7;
    Supplier<String> cast = LambdaSamples::first;
    all.add(boxed.apply("12"));
    all.add(unboxed.applyAsInt(5));
    all.add(through.apply(-6));
    all.add(widened.applyAsLong(8));
    all.add(fromInside.applyAsDouble(9));
    all.add(longer.applyAsLong(-10));
    all.add(code.apply('7'));
    all.add(sign.applyAsInt('a'));
    all.add(even.test(2));
    all.add(number.get());
    all.add(cast.get());
    List<Long> dropped = new ArrayList<>();
    Consumer<Long> add = dropped::add;
    Consumer<Integer> wide = LambdaSamples::half;
    add.accept(11L);
    wide.accept(1);
    all.add(dropped);
  }

  private void addCaptured(List<Object> all) {
    boolean flag = true;
    byte small = 1;
    char letter = 'c';
    short less = 2;
    int whole = 3;
    long much = 4;
    float about = 5;
    double exact = 6;
    String name = "name";
    DoubleSupplier sum = () -> size() + small + less + whole + much + about + exact;
    Function<Object, Supplier<String>> text =
        given -> () -> name + letter + flag + much + given + named("y");
    all.add(sum.getAsDouble());
    all.add(text.apply(12).get());
  }

  private static void addNested(List<Object> all) {
    all.add(Greeting.HELLO.get());
    all.add(new Greeting() {}.twice("you").get());
    all.add(Sign.PLUS.operator.apply(1, 2));
    all.add(Sign.MINUS.operator.apply(1, 2));
    Supplier<String> more = (Supplier<String> & Serializable) () -> "more";
    all.add(more.get() + (more instanceof Serializable));
  }

  private String named(String other) {
    return size() + other;
  }

  private static double half(int number) {
    return number / 2.0;
  }

  private static int wider(int code) {
    return code + 1;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a return that needs a cast
  private static <T> T first() {
    return (T) "first";
  }
}
