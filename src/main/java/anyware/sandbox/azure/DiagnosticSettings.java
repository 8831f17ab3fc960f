package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Diagnostic settings, which send a resource's logs somewhere
 * (https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings). Storage
 * accounts and workspaces are of others, and taken to be there.
 */
final class DiagnosticSettings {
  static final String DIAGNOSTIC_SETTING = "azure-native:insights:DiagnosticSetting";

  /**
   * The logs of an application gateway
   * (https://learn.microsoft.com/azure/application-gateway/monitor-application-gateway-reference#resource-logs).
   */
  private static final Set<String> GATEWAY_LOGS =
      Set.of(
          "ApplicationGatewayAccessLog",
          "ApplicationGatewayPerformanceLog",
          "ApplicationGatewayFirewallLog");

  private static final String NAME = "name";
  private static final String RESOURCE = "resourceUri";

  /** A resource has five settings at most; the same page. */
  private static final int MOST = 5;

  private DiagnosticSettings() {}

  static ResourceType type() {
    return ResourceType.named(
            DIAGNOSTIC_SETTING,
            "https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/create-or-update")
        .has(
            optional("eventHubAuthorizationRuleId", text()),
            optional("eventHubName", text()),
            optional("logAnalyticsDestinationType", text()),
            optional("logs", listOf(log())),
            optional("marketplacePartnerId", text()),
            optional("metrics", listOf(metric())),
            optional(NAME, ResourceIds.name(1, 260)).replaces(),
            required(
                    RESOURCE,
                    text()
                        .naming(
                            ApiErrors.reference(
                                    "diagnosticSettings/{name}",
                                    ApplicationGateways.APPLICATION_GATEWAY,
                                    LoadBalancers.LOAD_BALANCER)
                                .loose()))
                .replaces(),
            optional("serviceBusRuleId", text()),
            optional(
                "storageAccountId",
                text()
                    .where(ApiErrors.NO_FULL_ID, id -> String.valueOf(id).startsWith("/"))
                    .refusedAtUp()),
            optional("workspaceId", text()),
            computed("type", (request, enclosing) -> "Microsoft.Insights/diagnosticSettings"))
        .idIs(
            request ->
                request.inputs().text(RESOURCE, "")
                    + "/providers/Microsoft.Insights/diagnosticSettings/"
                    + request.inputs().text(NAME, ""))
        .autoNamed(AutoName.azure(NAME))
        .constraint(new Constraint(Step.UP, DiagnosticSettings::refusals))
        .exists("cannot create already existing resource '{id}'")
        .gone(ApiErrors.of("ResourceNotFound", "The diagnostic setting '{name}' was not found."))
        .build();
  }

  private static Shape retention() {
    return object(required("days", whole()), required("enabled", flag()));
  }

  private static Shape log() {
    return object(
        optional("category", text()),
        optional("categoryGroup", text()),
        required("enabled", flag()),
        optional("retentionPolicy", retention()));
  }

  private static Shape metric() {
    return object(
        optional("category", text()),
        required("enabled", flag()),
        optional("retentionPolicy", retention()),
        optional("timeGrain", text()));
  }

  private static List<Refusal> refusals(RequestContext request) {
    Props inputs = request.inputs();
    List<Refusal> found = new ArrayList<>();
    if (Stream.of(
            "storageAccountId",
            "workspaceId",
            "eventHubAuthorizationRuleId",
            "marketplacePartnerId")
        .noneMatch(inputs::has)) {
      found.add(
          new Refusal(
              "storageAccountId",
              ApiErrors.of("BadRequest", "At least one data sink needs to be specified.")));
    }
    if (Stream.of("logs", "metrics")
        .flatMap(list -> inputs.objects(list).stream())
        .noneMatch(one -> one.isTrue("enabled"))) {
      found.add(
          new Refusal("logs", ApiErrors.of("BadRequest", "No log or metric category is enabled.")));
    }
    boolean gateway =
        request
            .find(ApplicationGateways.APPLICATION_GATEWAY, inputs.text(RESOURCE, ""))
            .isPresent();
    List<Props> logs = inputs.objects("logs");
    for (int i = 0; i < logs.size(); i++) {
      Props log = logs.get(i);
      String path = "logs[" + i + "].category";
      if (log.has("category") == log.has("categoryGroup")) {
        found.add(new Refusal(path, "A log has either a category or a categoryGroup"));
      }
      log.text("category")
          .filter(category -> gateway && !GATEWAY_LOGS.contains(category))
          .ifPresent(
              category ->
                  found.add(
                      new Refusal(
                          path,
                          ApiErrors.of(
                              "BadRequest", "Category '" + category + "' is not supported."))));
    }
    if (others(request).count() >= MOST) {
      found.add(new Refusal(RESOURCE, "A resource can have at most 5 diagnostic settings"));
    }
    others(request)
        .filter(other -> other.text("storageAccountId").equals(inputs.text("storageAccountId")))
        .filter(other -> inputs.has("storageAccountId"))
        .findFirst()
        .ifPresent(
            other ->
                found.add(
                    new Refusal(
                        "storageAccountId",
                        ApiErrors.of(
                            "Conflict",
                            "Data sink '"
                                + inputs.text("storageAccountId", "")
                                + "' is already used in diagnostic setting '"
                                + other.text(NAME, "")
                                + "'. Data sinks can't be reused in different settings on the same"
                                + " category for the same resource."))));
    return found;
  }

  private static Stream<Props> others(RequestContext request) {
    return request.all(DIAGNOSTIC_SETTING).stream()
        .filter(other -> !other.id().equalsIgnoreCase(request.id()))
        .map(other -> other.inputs())
        .filter(
            other ->
                other.text(RESOURCE, "").equalsIgnoreCase(request.inputs().text(RESOURCE, "")));
  }
}
