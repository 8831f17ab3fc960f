package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuseEach;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Shape;
import java.util.stream.Stream;

/**
 * What a listener does with a connection:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html.
 */
final class ListenerActions {
  private static final Shape ARN =
      text()
          .matching("arn:[a-z-]+:[^:]+:[^:]*:[^:]*:.+", "({property}) is an invalid ARN: {value}");
  private static final Shape TARGETS = ARN.naming(TargetGroups.A_TARGET_GROUP);

  /** The actions as a program writes them. */
  static final Shape ACTION =
      object(
          optional(
              "authenticateCognito",
              object(
                      required("userPoolArn", ARN),
                      required("userPoolClientId", text()),
                      required("userPoolDomain", text()))
                  .plus(authentication())),
          optional(
              "authenticateOidc",
              object(
                      required("authorizationEndpoint", text()),
                      required("clientId", text()),
                      required("clientSecret", text()),
                      required("issuer", text()),
                      required("tokenEndpoint", text()),
                      required("userInfoEndpoint", text()))
                  .plus(authentication())),
          optional(
              "fixedResponse",
              object(
                  required(
                      "contentType",
                      text()
                          .oneOf(
                              "text/plain",
                              "text/css",
                              "text/html",
                              "application/javascript",
                              "application/json")),
                  optional("messageBody", text().length(0, 1024)),
                  optional(
                          "statusCode",
                          text()
                              .matching("[245][0-9][0-9]", "invalid value for {property}: {value}"))
                      .orComputed((request, enclosing) -> "200"))),
          optional(
              "forward",
              object(
                  optional(
                      "stickiness",
                      object(
                          required("duration", whole().between(1, 604_800)),
                          optional("enabled", flag()).defaultsTo(false))),
                  required(
                      "targetGroups",
                      setOf(
                              object(
                                  required("arn", TARGETS),
                                  optional("weight", whole().between(0, 999)).defaultsTo(1)))
                          .items(1, 5)))),
          optional("order", whole().between(1, 50_000)).orComputed((request, enclosing) -> 1),
          optional(
              "redirect",
              object(
                  optional("host", text()).defaultsTo("#{host}"),
                  optional("path", text()).defaultsTo("/#{path}"),
                  optional("port", text()).defaultsTo("#{port}"),
                  optional("protocol", text().oneOf("#{protocol}", "HTTP", "HTTPS"))
                      .defaultsTo("#{protocol}"),
                  optional("query", text()).defaultsTo("#{query}"),
                  required("statusCode", text().oneOf("HTTP_301", "HTTP_302")))),
          optional("targetGroupArn", TARGETS),
          required(
              "type",
              text()
                  .oneOf(
                      "forward",
                      "authenticate-oidc",
                      "authenticate-cognito",
                      "redirect",
                      "fixed-response")));

  private ListenerActions() {}

  private static Property[] authentication() {
    return new Property[] {
      optional("authenticationRequestExtraParams", mapOf(text())),
      optional("onUnauthenticatedRequest", text().oneOf("deny", "allow", "authenticate"))
          .orComputed((request, enclosing) -> "authenticate"),
      optional("scope", text()).orComputed((request, enclosing) -> "openid"),
      optional("sessionCookieName", text())
          .orComputed((request, enclosing) -> "AWSELBAuthSessionCookie"),
      optional("sessionTimeout", whole().between(1, 604_800))
          .orComputed((request, enclosing) -> 604_800)
    };
  }

  /** The provider's own rules. */
  static Constraint[] constraints() {
    return new Constraint[] {
      refuseEach(
          "defaultActions",
          "type",
          "Either \"targetGroupArn\" or \"forward\" must be specified when \"type\" is"
              + " \"forward\".",
          action ->
              is(action, "forward") && !action.has("targetGroupArn") && !action.has("forward")),
      refuseEach(
          "defaultActions",
          "",
          "You can specify both a top-level target group ARN (\"targetGroupArn\") and, with"
              + " \"forward\", a target group list with ARNs, only if the ARNs match.",
          action ->
              action.has("targetGroupArn")
                  && action.has("forward")
                  && targets(action).distinct().count() > 1),
      needed("redirect", "redirect"),
      needed("fixed-response", "fixedResponse"),
      needed("authenticate-cognito", "authenticateCognito"),
      needed("authenticate-oidc", "authenticateOidc")
    };
  }

  /**
   * The target groups to which an action forwards.
   *
   * @param action the action
   * @return their ARNs, perhaps one twice
   */
  static Stream<String> targets(Props action) {
    return Stream.concat(
        action.text("targetGroupArn").stream(),
        action.objects("forward.targetGroups").stream()
            .flatMap(target -> target.text("arn").stream()));
  }

  /**
   * Tells an action's type.
   *
   * @param action the action
   * @param type a type
   * @return whether it is the action's
   */
  static boolean is(Props action, String type) {
    return action.text("type", "").equals(type);
  }

  private static Constraint needed(String type, String property) {
    return refuseEach(
        "defaultActions",
        property,
        "Attribute \"" + property + "\" must be specified when \"type\" is \"" + type + "\".",
        action -> is(action, type) && !action.has(property));
  }
}
