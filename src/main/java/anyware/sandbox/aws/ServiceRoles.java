package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;

/** Roles that AWS's services take on, and the policies in them. */
final class ServiceRoles {
  static final String ROLE = "aws:iam/role:Role";
  static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

  private static final Shape POLICY =
      text().where("\"{property}\" contains an invalid JSON policy", ServiceRoles::isPolicy);

  private static final Shape NAME =
      text().matching("[\\w+=,.@-]*", "invalid value for {property} (must match [\\w+=,.@-])");

  private ServiceRoles() {}

  static List<ResourceType> types() {
    return List.of(role(), policy());
  }

  private static ResourceType role() {
    return ResourceType.named(
            ROLE, "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html")
        .has(properties())
        .has(Tags.properties())
        .has(
            computed(
                "arn",
                (request, enclosing) ->
                    "arn:aws:iam::"
                        + Identifiers.ACCOUNT
                        + ":role"
                        + enclosing.text("path", "/")
                        + enclosing.text("name", "")),
            computed("createDate", (request, enclosing) -> "2026-01-01T00:00:00Z"),
            computed(
                "uniqueId",
                (request, enclosing) ->
                    "AROA" + request.hex("unique", 17).toUpperCase(Locale.ROOT)))
        .idIs(request -> request.inputs().text("name", ""))
        .knownBy("arn")
        .autoNamed(AutoName.dashed("name", 64))
        .completedBy(Tags::merged)
        .exists("EntityAlreadyExists: Role with name {name} already exists.")
        .inUse("DeleteConflict: Cannot delete entity, must delete policies first.")
        .gone("NoSuchEntity: The role with name {id} cannot be found.")
        .build();
  }

  private static Property[] properties() {
    return new Property[] {
      required("assumeRolePolicy", POLICY),
      optional("description", text().length(0, 1000)),
      optional("forceDetachPolicies", flag()).defaultsTo(false),
      optional(
              "inlinePolicies",
              setOf(object(optional("name", NAME.length(1, 128)), optional("policy", POLICY))))
          .orComputed((request, enclosing) -> List.of()),
      optional("managedPolicyArns", setOf(Arns.ARN)).orComputed((request, enclosing) -> List.of()),
      optional("maxSessionDuration", whole().between(3600, 43_200)).defaultsTo(3600),
      optional("name", NAME.length(1, 64)).replaces(),
      optional("namePrefix", NAME.length(1, 38)).replaces(),
      optional("path", text().length(1, 512)).replaces().defaultsTo("/"),
      optional("permissionsBoundary", Arns.ARN)
    };
  }

  private static ResourceType policy() {
    return ResourceType.named(
            ROLE_POLICY,
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html")
        .has(
            optional("name", NAME.length(1, 128)).replaces(),
            optional("namePrefix", NAME.length(1, 102)).replaces(),
            required("policy", POLICY),
            required(
                    "role",
                    text()
                        .naming(
                            Reference.to(
                                "NoSuchEntity: The role with name {value} cannot be found.", ROLE)))
                .replaces())
        .idIs(
            request -> request.inputs().text("role", "") + ":" + request.inputs().text("name", ""))
        .autoNamed(AutoName.dashed("name", 128))
        .gone("NoSuchEntity: The role policy with name {name} cannot be found.")
        .build();
  }

  private static boolean isPolicy(Object text) {
    try {
      return JsonParser.parseString(String.valueOf(text)).isJsonObject();
    } catch (JsonParseException e) {
      return false;
    }
  }
}
