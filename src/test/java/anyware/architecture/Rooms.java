package anyware.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The program's packages and who is in them, in the words of its laws. */
final class Rooms {
  private static final List<String> CLOUDS = List.of("anyware.aws", "anyware.azure", "anyware.gcp");

  private Rooms() {}

  static boolean isIn(String room, JavaClass type) {
    return type.getPackageName().equals(room) || type.getPackageName().startsWith(room + ".");
  }

  private static boolean isInACloud(JavaClass type) {
    return CLOUDS.contains(type.getPackageName());
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

  /** The class that is called like its room. */
  static DescribedPredicate<JavaClass> theCloudItself() {
    return DescribedPredicate.describe(
        "are the cloud itself",
        type ->
            isInACloud(type)
                && type.getPackageName()
                    .endsWith("." + type.getSimpleName().toLowerCase(Locale.ROOT)));
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
