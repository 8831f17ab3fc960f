package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Instances, as far as they occupy subnetworks and carry network tags:
 * https://cloud.google.com/compute/docs/reference/rest/v1/instances. Nothing asks for their
 * addresses, so they have none.
 */
final class Instances {
  static final String INSTANCE = "gcp:compute/instance:Instance";

  private static final String LIST = "networkInterfaces";

  private static final Shape DISK =
      object(required("initializeParams", object(required("image", text()))).replaces());

  private static final Shape INTERFACE =
      object(
          optional("network", Networks.A_NETWORK).kept().shownAs(ResourceNames.link("network")),
          optional("subnetwork", Subnetworks.A_SUBNETWORK)
              .kept()
              .shownAs(ResourceNames.link("subnetwork")));

  private Instances() {}

  static ResourceType instance() {
    return ResourceType.named(
            INSTANCE, "https://cloud.google.com/compute/docs/reference/rest/v1/instances/insert")
        .has(CommonFields.early())
        .has(
            required("bootDisk", DISK),
            CommonFields.description().replaces(),
            required("machineType", text()),
            required(LIST, listOf(INTERFACE)),
            optional("tags", setOf(CommonFields.LATE_NAME)),
            CommonFields.zone(),
            computed("currentStatus", (request, enclosing) -> "RUNNING"),
            computed("instanceId", (request, enclosing) -> request.digits("instance", 19)))
        .idIs(ResourceNames.zonal("instances"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(
            CommonFields.needsProject(),
            new Constraint(Step.UP, InstanceGroups::unknownZone),
            new Constraint(Step.UP, Instances::refusals))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("instance", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> interfaces = request.inputs().objects(LIST);
    for (int i = 0; i < interfaces.size(); i++) {
      String path = LIST + "[" + i + "]";
      if (!interfaces.get(i).has("network") && !interfaces.get(i).has("subnetwork")) {
        // What the provider itself says, before it asks the API:
        // https://github.com/hashicorp/terraform-provider-google (compute_instance_helpers.go)
        found.add(
            new Refusal(
                path,
                "Error creating network interfaces: exactly one of network or subnetwork must be"
                    + " provided"));
      }
      placed(request, interfaces.get(i))
          .map(reason -> new Refusal(path, reason))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<String> placed(RequestContext request, Props one) {
    Optional<StoredResource> subnetwork =
        request.find(Subnetworks.SUBNETWORK, one.text("subnetwork", ""));
    Optional<StoredResource> network = request.find(Networks.NETWORK, one.text("network", ""));
    if (subnetwork.isEmpty()) {
      // https://github.com/hashicorp/terraform-provider-google/issues/175
      return network
          .filter(net -> !net.inputs().isTrue("autoCreateSubnetworks"))
          .map(
              net ->
                  ApiErrors.invalid(
                      "resource.networkInterfaces[0]",
                      "",
                      "Subnetwork should be specified for custom subnetmode network"));
    }
    String path = subnetwork.get().id();
    if (!ResourcePaths.regionOf(path).equals(ResourcePaths.regionOf(request.id()))) {
      // https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/3991
      return Optional.of(
          ApiErrors.invalid(
              "resource.networkInterfaces[0].subnetwork",
              path,
              "Subnetwork must be in the same region."));
    }
    boolean strange =
        network.filter(net -> !net.id().equals(networkOf(subnetwork.get()))).isPresent();
    // https://github.com/hashicorp/terraform-provider-google/issues/7895
    return strange
        ? Optional.of(
            "googleapi: Error 400: Subnetwork \"%s\" is not valid for Network \"%s\"., badRequest"
                .formatted(path, one.text("network", "")))
        : Optional.empty();
  }

  private static String networkOf(StoredResource subnetwork) {
    return ResourcePaths.canonical(subnetwork.inputs().text("network", ""), subnetwork.settings());
  }
}
