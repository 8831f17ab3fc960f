package anyware.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANNOTATIONS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import anyware.platform.CloudPlatform;
import com.pulumi.core.Output;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/** Who may know whom. */
@AnalyzeClasses(packages = "anyware", importOptions = ImportOption.DoNotIncludeTests.class)
class LawsTest {
  private static final String[] CLOUDS = Rooms.CLOUDS.toArray(String[]::new);

  /** The methods that ask {@code instanceof} of a type of ours, beside {@code equals}, and why. */
  private static final Map<String, String> ASKED_WITH_REASON =
      Map.of(
          "anyware.cli.Complaints.handleExecutionException",
          "the command line's library hands over whatever was thrown, ours or not");

  @ArchTest
  static final ArchRule onlyTheShellKnowsPulumi =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("anyware.App")
          .and()
          .doNotHaveFullyQualifiedName("anyware.Program")
          .and(Rooms.areNoComponents())
          .and(not(Rooms.theCloudItself()))
          .and()
          .resideOutsideOfPackages("anyware.platform..", "anyware.sandbox..", "anyware.sdk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.pulumi..", "pulumirpc..");

  /** A cloud starts its component and hands on what that promises. */
  @ArchTest
  static final ArchRule cloudsKnowOfPulumiItsOutputsOnly =
      noClasses()
          .that(Rooms.theCloudItself())
          .or()
          .resideInAPackage("anyware.platform..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("com.pulumi..", "pulumirpc..").and(not(type(Output.class))));

  @ArchTest
  static final ArchRule theSdkPatchesKnowNothingOfTheProduct =
      noClasses()
          .that()
          .resideInAPackage("anyware.sdk..")
          .should()
          .dependOnClassesThat(Rooms.livesOutside("anyware.sdk"));

  @ArchTest
  static final ArchRule noCloudKnowsAnother =
      classes().that().resideInAnyPackage(CLOUDS).should(Rooms.knowOneAtMostOf(Rooms.CLOUDS));

  /** A cloud that nobody registered would be compiled, shipped and never used. */
  @ArchTest
  static final ArchRule everyCloudIsRegistered =
      classes()
          .that()
          .areAssignableTo(CloudPlatform.class)
          .and()
          .areNotInterfaces()
          .should(Rooms.beRegistered());

  @ArchTest
  static final ArchRule onlyTheSandboxsRegistryKnowsSeveralOfItsClouds =
      classes()
          .that()
          .resideInAPackage("anyware.sandbox..")
          .and()
          .doNotHaveFullyQualifiedName("anyware.sandbox.OfflineClouds")
          .should(Rooms.knowOneAtMostOf(Rooms.OFFLINE_CLOUDS));

  /** A cloud that can't be tried offline would be half a cloud. */
  @ArchTest
  static final ArchRule theSandboxsRegistryKnowsEveryCloud =
      classes()
          .that()
          .haveFullyQualifiedName("anyware.sandbox.OfflineClouds")
          .should(Rooms.knowAllOf(Rooms.OFFLINE_CLOUDS));

  /** What depends on the kind of a value is a method of it, so that a new kind can't be missed. */
  @ArchTest
  static final ArchRule nobodyAsksWhatKindAValueOfOursIs =
      classes()
          .that()
          .resideOutsideOfPackage("anyware.sandbox..")
          .should(Rooms.askNoKindBut(ASKED_WITH_REASON));

  @ArchTest
  static final ArchRule theRegistryAloneNamesTheClouds =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLOUDS)
          .and()
          .doNotHaveFullyQualifiedName("anyware.Clouds")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLOUDS);

  @ArchTest
  static final ArchRule ofACloudOthersKnowTheCloudItselfOnly =
      classes()
          .that()
          .resideInAnyPackage(CLOUDS)
          .and(Rooms.areKnownInOtherRooms())
          .should(ArchCondition.from(Rooms.theCloudItself()).as("be the cloud itself"));

  /** The JVM makes a class of every kind of annotation that is read, at each start anew. */
  @ArchTest
  static final ArchRule commandsAreDeclaredWithoutAnnotations =
      noClasses().should().dependOnClassesThat(resideInAPackage("picocli..").and(ANNOTATIONS));

  @ArchTest
  static final ArchRule valuesKnowNothing =
      noClasses()
          .that()
          .resideInAPackage("anyware.net..")
          .should()
          .dependOnClassesThat(Rooms.livesOutside("anyware.net"));

  @ArchTest
  static final ArchRule problemsKnowNothing =
      noClasses()
          .that()
          .resideInAPackage("anyware.problem..")
          .should()
          .dependOnClassesThat(Rooms.livesOutside("anyware.problem"));

  @ArchTest
  static final ArchRule theReaderOfJsonKnowsValuesAndProblemsOnly =
      noClasses()
          .that()
          .resideInAPackage("anyware.json..")
          .should()
          .dependOnClassesThat(
              Rooms.livesOutside("anyware.net", "anyware.problem", "anyware.json"));

  @ArchTest
  static final ArchRule whatACloudDeclaresOfItselfIsData =
      noClasses()
          .that()
          .resideInAPackage("anyware.cloud..")
          .should()
          .dependOnClassesThat(Rooms.livesOutside("anyware.net", "anyware.cloud"));

  @ArchTest
  static final ArchRule theCatalogueKnowsValuesOnly =
      noClasses()
          .that()
          .resideInAPackage("anyware.catalogue..")
          .should()
          .dependOnClassesThat(Rooms.livesOutside("anyware.net", "anyware.catalogue"));

  @ArchTest
  static final ArchRule settingsDoNotKnowThePolicy =
      noClasses()
          .that()
          .resideInAPackage("anyware.settings..")
          .should()
          .dependOnClassesThat(
              Rooms.livesOutside(
                  "anyware.net",
                  "anyware.cloud",
                  "anyware.problem",
                  "anyware.json",
                  "anyware.catalogue",
                  "anyware.settings"));

  @ArchTest
  static final ArchRule thePolicyKnowsNoCloudsPlan =
      noClasses()
          .that()
          .resideInAPackage("anyware.policy..")
          .should()
          .dependOnClassesThat(
              Rooms.livesOutside(
                  "anyware.net",
                  "anyware.cloud",
                  "anyware.catalogue",
                  "anyware.settings",
                  "anyware.firewall",
                  "anyware.policy"));

  /** How machines join is told from outputs and settings, whatever was planned. */
  @ArchTest
  static final ArchRule whatIsAttachedKnowsNoPlan =
      noClasses()
          .that()
          .resideInAPackage("anyware.attach..")
          .should()
          .dependOnClassesThat(
              Rooms.livesOutside(
                  "anyware.net",
                  "anyware.problem",
                  "anyware.json",
                  "anyware.catalogue",
                  "anyware.settings",
                  "anyware.attach"));

  /** Judges that shared anything with what they judge would find it right. */
  @ArchTest
  static final ArchRule judgesKnowNothingThatLowersAPolicy =
      noClasses()
          .that(Rooms.judge())
          .should()
          .transitivelyDependOnClassesThat(Rooms.lowerAPolicy());

  /** A policy's end is no rule's: what a rule means is worked out anew. */
  @ArchTest
  static final ArchRule judgesKnowNoPolicy =
      noClasses()
          .that(Rooms.judge())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("anyware.policy..");

  @ArchTest
  static final ArchRule roomsDoNotKnowEachOtherInACircle =
      slices().assignedFrom(Rooms.below("anyware")).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theSandboxsRoomsDoNotKnowEachOtherInACircle =
      slices().assignedFrom(Rooms.below("anyware.sandbox")).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theSandboxKnowsNothingOfTheProduct =
      noClasses()
          .that()
          .resideInAPackage("anyware.sandbox..")
          .should()
          .dependOnClassesThat(Rooms.livesOutside("anyware.net", "anyware.sandbox"));

  @ArchTest
  static final ArchRule theProductDoesNotKnowTheSandbox =
      noClasses()
          .that()
          .resideOutsideOfPackage("anyware.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("anyware.sandbox..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(Rooms.beInANullMarkedPackage());
}
