package anyware.architecture;

import anyware.Clouds;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program's packages and who is in them, in the words of its laws. */
final class Rooms {
  /** The clouds' rooms. */
  static final Set<String> CLOUDS =
      Clouds.ALL.stream()
          .map(cloud -> cloud.getClass().getPackageName())
          .collect(Collectors.toUnmodifiableSet());

  /** The rooms of the same clouds in the sandbox. */
  static final Set<String> OFFLINE_CLOUDS =
      CLOUDS.stream()
          .map(room -> room.replaceFirst("^anyware", "anyware.sandbox"))
          .collect(Collectors.toUnmodifiableSet());

  private Rooms() {}

  static boolean isIn(String room, JavaClass type) {
    return type.getPackageName().equals(room) || type.getPackageName().startsWith(room + ".");
  }

  private static boolean isInACloud(JavaClass type) {
    return CLOUDS.contains(type.getPackageName());
  }

  static DescribedPredicate<JavaClass> areNoComponents() {
    return DescribedPredicate.describe(
        "are no cloud's component nor a part of it",
        type -> !isInACloud(type) || !type.getName().matches(".*\\.(Site)?Component\\w*(\\$.*)?"));
  }

  /** The rooms among these in which a class is, or which it knows. */
  private static Set<String> known(Set<String> rooms, JavaClass type) {
    return Stream.concat(
            Stream.of(type),
            type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass))
        .flatMap(one -> rooms.stream().filter(room -> isIn(room, one.getBaseComponentType())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static ArchCondition<JavaClass> knowOneAtMostOf(Set<String> rooms) {
    return condition(
        "know one at most of " + new TreeSet<>(rooms),
        type -> {
          Set<String> known = known(rooms, type);
          return known.size() > 1 ? Stream.of("knows " + known) : Stream.empty();
        });
  }

  static ArchCondition<JavaClass> knowAllOf(Set<String> rooms) {
    return condition(
        "know all of " + new TreeSet<>(rooms),
        type -> {
          Set<String> missed = new TreeSet<>(rooms);
          missed.removeAll(known(rooms, type));
          return missed.isEmpty() ? Stream.empty() : Stream.of("does not know " + missed);
        });
  }

  static ArchCondition<JavaClass> beRegistered() {
    return condition(
        "be in the registry of clouds",
        type ->
            Clouds.ALL.stream().anyMatch(cloud -> type.isEquivalentTo(cloud.getClass()))
                ? Stream.empty()
                : Stream.of(type.getName() + " is not in the registry"));
  }

  /** {@code instanceof} of a type of ours stands in {@code equals} and in these methods only. */
  static ArchCondition<JavaClass> askNoKindBut(Map<String, String> reasons) {
    return condition(
        "ask instanceof of no type of ours but in " + reasons,
        type ->
            type.getInstanceofChecks().stream()
                .filter(check -> isIn("anyware", check.getRawType()))
                .filter(check -> !check.getOwner().getName().equals("equals"))
                .filter(
                    check ->
                        !reasons.containsKey(type.getName() + "." + check.getOwner().getName()))
                .map(check -> check.getSourceCodeLocation() + " asks of " + check.getRawType()));
  }

  private static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, Stream<String>> wrong) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        wrong
            .apply(type)
            .forEach(
                what ->
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " " + what)));
      }
    };
  }

  static DescribedPredicate<JavaClass> livesOutside(String... rooms) {
    return DescribedPredicate.describe(
        "live in another room",
        type -> isIn("anyware", type) && Arrays.stream(rooms).noneMatch(room -> isIn(room, type)));
  }

  static DescribedPredicate<JavaClass> judge() {
    return DescribedPredicate.describe(
        "judge packets or say whom a rule means",
        type ->
            isIn("anyware.firewall", type)
                || (isInACloud(type)
                    && type.getName().matches(".*(Evaluator|Judge|ResolutionContext|Resolved).*")));
  }

  /** Planners by their names, and in a cloud's room whoever else reads a policy. */
  static DescribedPredicate<JavaClass> lowerAPolicy() {
    return DescribedPredicate.describe(
        "lower a policy to rules",
        type ->
            isInACloud(type)
                && (type.getName().contains("Planner")
                    || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(known -> isIn("anyware.policy", known.getTargetClass()))));
  }

  /** Looked at from the classes: a package-info without annotations leaves no class file. */
  static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return ArchCondition.from(
        DescribedPredicate.describe(
            "be in a package that is null-marked",
            type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")));
  }

  static DescribedPredicate<JavaClass> areKnownInOtherRooms() {
    return DescribedPredicate.describe(
        "are known in other rooms",
        type ->
            type.getDirectDependenciesToSelf().stream()
                .anyMatch(known -> !isIn(type.getPackageName(), known.getOriginClass())));
  }

  /** The object in the registry. */
  static DescribedPredicate<JavaClass> theCloudItself() {
    return DescribedPredicate.describe(
        "are the cloud itself",
        type -> Clouds.ALL.stream().anyMatch(cloud -> type.isEquivalentTo(cloud.getClass())));
  }

  /** The rooms below a package; the package's own classes are one more. */
  static SliceAssignment below(String house) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (!isIn(house, type)) {
          return SliceIdentifier.ignore();
        }
        String room = type.getPackageName().substring(house.length());
        return SliceIdentifier.of(room.isEmpty() ? house : room.replaceFirst("^\\.(\\w+).*", "$1"));
      }

      @Override
      public String getDescription() {
        return "the rooms of " + house;
      }
    };
  }
}
