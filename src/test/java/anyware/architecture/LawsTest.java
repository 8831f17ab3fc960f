package anyware.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.pulumi.core.Output;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "anyware", importOptions = ImportOption.DoNotIncludeTests.class)
class LawsTest {
  private static final String[] CLOUDS = {"anyware.aws..", "anyware.azure..", "anyware.gcp.."};

  @ArchTest
  static final ArchRule onlyTheShellKnowsPulumi =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("anyware.App")
          .and()
          .doNotHaveFullyQualifiedName("anyware.Program")
          .and(LawsTest.registersNothing())
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
  static final ArchRule awsKnowsNoOtherCloud = knowsNoOther("anyware.aws..", CLOUDS[1], CLOUDS[2]);

  @ArchTest
  static final ArchRule azureKnowsNoOtherCloud =
      knowsNoOther("anyware.azure..", CLOUDS[0], CLOUDS[2]);

  @ArchTest
  static final ArchRule googleKnowsNoOtherCloud =
      knowsNoOther("anyware.gcp..", CLOUDS[0], CLOUDS[1]);

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

  private static ArchRule knowsNoOther(String cloud, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(cloud)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static DescribedPredicate<JavaClass> registersNothing() {
    return DescribedPredicate.describe(
        "are no cloud's component nor a part of it, nor the cloud that registers it",
        type ->
            !type.getFullName().matches("anyware\\.(aws|azure|gcp)\\.(Site)?Component\\w*(\\$.*)?")
                && !Rooms.theCloudItself().test(type));
  }
}
