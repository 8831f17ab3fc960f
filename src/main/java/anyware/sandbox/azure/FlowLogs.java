package anyware.sandbox.azure;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Flow logs of network security groups
 * (https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-overview). Azure makes a Network
 * Watcher in each region that has a virtual network, in a resource group of its own
 * (https://learn.microsoft.com/azure/network-watcher/network-watcher-create): both are taken to be
 * there, and so is the storage account.
 */
final class FlowLogs {
  static final String FLOW_LOG = "azure-native:network:FlowLog";

  private static final String NAME = "flowLogName";
  private static final String TARGET = "targetResourceId";

  private FlowLogs() {}

  static ResourceType type() {
    return ResourceType.named(
            FLOW_LOG,
            "https://learn.microsoft.com/rest/api/network-watcher/flow-logs/create-or-update")
        .has(
            ChildResources.off("enabled"),
            optional("flowAnalyticsConfiguration", anything()),
            optional(NAME, ResourceIds.name(1, 80)).replaces(),
            optional("format", format())
                .orComputed((request, enclosing) -> Map.of("type", "JSON", "version", 0)),
            optional("id", text()),
            CommonProperties.location("networkWatchers/flowLogs"),
            required("networkWatcherName", text()).replaces(),
            required("resourceGroupName", text()).replaces(),
            optional("retentionPolicy", retention()),
            required(
                "storageId",
                text()
                    .where(
                        ApiErrors.NO_FULL_ID,
                        id ->
                            String.valueOf(id)
                                .matches(
                                    "(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                                        + "Microsoft\\.Storage/storageAccounts/[a-z0-9]{3,24}"))
                    .refusedAtUp()),
            required(
                TARGET,
                text()
                    .naming(
                        ApiErrors.reference(
                                "networkWatchers/{networkWatcherName}/flowLogs/{flowLogName}",
                                NetworkSecurityGroups.NETWORK_SECURITY_GROUP)
                            .cascading())),
            optional("tags", CommonShapes.TAGS),
            computed("etag", CommonProperties.ETAG),
            computed("name", (request, enclosing) -> enclosing.text(NAME, "")),
            computed("provisioningState", CommonProperties.SUCCEEDED),
            computed("targetResourceGuid", (request, enclosing) -> request.uuid("target")),
            computed("type", (request, enclosing) -> "Microsoft.Network/networkWatchers/flowLogs"))
        .idIs(
            ResourceIds.id(
                inputs ->
                    "networkWatchers/"
                        + inputs.text("networkWatcherName", "")
                        + "/flowLogs/"
                        + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .constraint(
            CommonProperties.LOCATED,
            refuse(
                    "networkWatcherName",
                    ApiErrors.of(
                        "ParentResourceNotFound",
                        "Failed to perform 'write' on resource(s) of type"
                            + " 'networkWatchers/flowLogs', because the parent resource"
                            + " '{networkWatcherName}' in resource group '{resourceGroupName}'"
                            + " could not be found."),
                    inputs -> !isThere(inputs))
                .at(Step.UP),
            new Constraint(Step.UP, FlowLogs::refusals))
        .exists("cannot create already existing resource '{id}'")
        .gone(ApiErrors.of("NotFound", "Flow log {id} not found."))
        .build();
  }

  private static Shape format() {
    return object(
        optional("type", CommonShapes.choice("JSON")),
        optional("version", CommonShapes.between(0, 2, "The flow log version {value} is invalid")));
  }

  private static Shape retention() {
    return object(
        optional(
            "days",
            CommonShapes.between(
                0, 365, "The retention of {value} days is invalid: 0 to 365 are allowed")),
        optional("enabled", flag()));
  }

  /** The watcher that Azure makes in a region is called after it. */
  private static boolean isThere(Props inputs) {
    return inputs.text("resourceGroupName", "").equalsIgnoreCase("NetworkWatcherRG")
        && inputs
            .text("networkWatcherName", "")
            .equalsIgnoreCase("NetworkWatcher_" + CommonProperties.region(inputs));
  }

  private static List<Refusal> refusals(RequestContext request) {
    String target = request.inputs().text(TARGET, "").toLowerCase(Locale.ROOT);
    List<Refusal> found = new ArrayList<>();
    request.all(FLOW_LOG).stream()
        .filter(other -> !other.id().equalsIgnoreCase(request.id()))
        .filter(other -> other.inputs().text(TARGET, "").equalsIgnoreCase(target))
        .findFirst()
        .ifPresent(
            other ->
                found.add(
                    new Refusal(
                        TARGET,
                        ApiErrors.of(
                            "FlowLogAlreadyExists",
                            "Resource "
                                + target
                                + " has the flow log "
                                + other.id()
                                + " already."))));
    Optional<StoredResource> group =
        request.find(
            NetworkSecurityGroups.NETWORK_SECURITY_GROUP, request.inputs().text(TARGET, ""));
    group
        .filter(
            its ->
                !CommonProperties.region(its.inputs())
                    .equals(CommonProperties.region(request.inputs())))
        .ifPresent(
            its -> found.add(new Refusal(TARGET, ApiErrors.notFound(its.id(), request.id()))));
    return found;
  }
}
