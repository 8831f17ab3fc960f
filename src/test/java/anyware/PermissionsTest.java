package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.plan.SitePlan;
import anyware.platform.CloudPlatform;
import anyware.platform.PlannedSite;
import anyware.platform.TypePermissions;
import anyware.platform.TypePermissions.Operation;
import anyware.sandbox.aws.Aws;
import anyware.sandbox.azure.Azure;
import anyware.sandbox.gcp.Gcp;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.ResourceType;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.state.StateResource;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an identity may do is what the engine does with the resources that a stack has. */
class PermissionsTest {
  /** What never goes, and why. */
  private static final Map<String, String> NEVER_DELETED =
      Map.of(
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          "it is the VPC's own: the provider only lets go of it");

  private static final Map<String, ResourceType> OFFLINE =
      Stream.of(Aws.cloud(), Azure.cloud(), Gcp.cloud())
          .map(Cloud::types)
          .flatMap(types -> types.entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  static Stream<String> stacks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("stacks"))) {
      return files.map(Path::toString).filter(name -> name.endsWith(".yaml")).toList().stream();
    }
  }

  private static StackPlan plan(String stack) throws IOException {
    String yaml =
        stack.endsWith(".yaml")
            ? Files.readString(Path.of(stack))
            : Optional.ofNullable(StackMatrix.STACKS.get(stack)).orElseThrow();
    Settings settings =
        StackFile.read(Clouds.ALL, stack, yaml)
            .fold(
                valid -> valid,
                problems -> {
                  throw new AssertionError(problems.toString());
                });
    return StackPlan.of("matrix", settings);
  }

  private static Set<String> types(List<StateResource> resources) {
    return resources.stream()
        .map(StateResource::type)
        .filter(type -> !type.startsWith("pulumi:"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Fails where a site registers what it needs no permission for, or the other way round. */
  static void assertCovers(PlannedSite<?> site, List<StateResource> registered) {
    assertThat(planned(site).stream().map(TypePermissions::type).collect(Collectors.toSet()))
        .isEqualTo(types(registered));
  }

  private static <P extends SitePlan> List<TypePermissions<P>> planned(PlannedSite<P> site) {
    return site.cloud().permissions().stream()
        .filter(row -> row.isPlanned().test(site.plan()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void everyTypeThatIsRegisteredHasItsActionsAndNoOtherTypeHas(String stack) throws IOException {
    for (PlannedSite<?> site : plan(stack).sites()) {
      assertCovers(site, RegisteredStates.of(site));
      SortedSet<String> actions = new TreeSet<>();
      planned(site).forEach(row -> row.actions().values().forEach(more -> actions.addAll(more)));
      SortedSet<String> said = new TreeSet<>();
      site.actions().values().forEach(more -> said.addAll(more));
      assertThat(said).isEqualTo(actions);
    }
  }

  static Stream<CloudPlatform<?>> clouds() {
    return Clouds.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void everyOperationThatTheOfflineCloudServesIsCovered(CloudPlatform<?> cloud) {
    for (String type : types(cloud)) {
      ResourceType offline = Optional.ofNullable(OFFLINE.get(type)).orElseThrow();
      Set<Operation> served = EnumSet.of(Operation.CREATE, Operation.READ);
      if (!NEVER_DELETED.containsKey(type)) {
        served.add(Operation.DELETE);
      }
      if (offline.body().fields().stream().anyMatch(PermissionsTest::changesInPlace)) {
        served.add(Operation.UPDATE);
      }
      assertThat(operations(cloud, type)).as(type).isEqualTo(served);
    }
  }

  private static boolean changesInPlace(Property property) {
    if (property.use() == Property.Use.OUTPUT || property.keeps()) {
      return false;
    }
    try {
      List<Property> parts = property.shape().item().orElse(property.shape()).fields();
      return !property.replacing().test("one", "other")
          && (parts.isEmpty() || parts.stream().anyMatch(PermissionsTest::changesInPlace));
    } catch (ClassCastException e) {
      // It depends on values that are no texts, so not every change replaces.
      return true;
    }
  }

  private static Set<String> types(CloudPlatform<?> cloud) {
    Set<String> types = new TreeSet<>();
    cloud.permissions().forEach(row -> types.add(row.type()));
    return types;
  }

  private static Set<Operation> operations(CloudPlatform<?> cloud, String type) {
    Set<Operation> operations = new HashSet<>();
    cloud.permissions().stream()
        .filter(row -> row.type().equals(type))
        .forEach(row -> operations.addAll(row.actions().keySet()));
    return operations;
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void everyRowNamesItsPageAndSingleActions(CloudPlatform<?> cloud) {
    assertThat(cloud.permissions()).isNotEmpty();
    cloud
        .permissions()
        .forEach(
            row -> {
              assertThat(row.source()).as(row.type()).startsWith("https://");
              assertThat(row.actions().values().stream().flatMap(List::stream))
                  .as(row.type())
                  .isNotEmpty()
                  .allMatch(action -> action.matches("[A-Za-z0-9]+([.:/][A-Za-z0-9]+)+"));
            });
  }

  @Test
  void whatIsNotPlannedIsNotAllowed() throws IOException {
    String all = said("aws-created-public-plain");
    String less = said("aws-existing-none-plain");

    assertThat(all).contains("ec2:CreateVpc", "elasticloadbalancing:CreateLoadBalancer");
    assertThat(less)
        .contains("ec2:CreateSecurityGroup")
        .doesNotContain("ec2:CreateVpc", "elasticloadbalancing:", "iam:");
  }

  private static String said(String stack) throws IOException {
    return plan(stack).sites().get(0).actions().toString();
  }
}
