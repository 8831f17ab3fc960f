package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.required;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;

/**
 * What filters the requests to an application load balancer. It has one web ACL at a time, which a
 * further association replaces, of its own region:
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html.
 */
final class WebAclAssociations {
  static final String WEB_ACL_ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";

  private static final String INVALID =
      "WAFInvalidParameterException: Error reason: The ARN isn't valid. A valid ARN begins with"
          + " arn: and includes other information separated by colons or slashes., field: ";

  private WebAclAssociations() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                WEB_ACL_ASSOCIATION,
                "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html")
            .has(
                required(
                        "resourceArn",
                        Arns.ARN.naming(
                            Reference.to(
                                    "WAFNonexistentItemException: AWS WAF couldn't perform the"
                                        + " operation because your resource doesn't exist.",
                                    LoadBalancers.LOAD_BALANCER)
                                .cascading()))
                    .replaces(),
                required("webAclArn", Arns.ARN).replaces())
            .idIs(
                request ->
                    request.inputs().text("webAclArn", "")
                        + ","
                        + request.inputs().text("resourceArn", ""))
            .constraint(constraints())
            .displaces(WebAclAssociations::former)
            .gone("WAFNonexistentItemException: no web ACL is associated with '{resourceArn}'")
            .build());
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      refuse(
              "resourceArn",
              INVALID + "RESOURCE_ARN, parameter: {resourceArn}",
              association -> !association.text("resourceArn", "").contains(":loadbalancer/app/"))
          .at(Step.UP),
      refuseIn(
              "webAclArn",
              INVALID + "WEB_ACL_ARN, parameter: {webAclArn}",
              request ->
                  !Arns.isHere(
                      request,
                      request.inputs().text("webAclArn", ""),
                      "wafv2",
                      "regional/webacl/[^/]+/[^/]+"))
          .at(Step.UP)
    };
  }

  private static List<StoredResource> former(RequestContext request) {
    return request.all(WEB_ACL_ASSOCIATION).stream()
        .filter(
            other ->
                other.inputs().text("resourceArn").equals(request.inputs().text("resourceArn")))
        .toList();
  }
}
