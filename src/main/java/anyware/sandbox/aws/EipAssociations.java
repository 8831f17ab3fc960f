package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Elastic IP addresses that machines have. AWS takes an address away from the machine that has it,
 * and the address that a machine has away from it, without a word, and the former association is no
 * more: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html. The
 * provider never sends {@code allowReassociation: false}, so that it cannot be had otherwise
 * (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/ec2_eip_association.go).
 * What a NAT gateway or a load balancer has is not taken. Where AWS publishes a code without its
 * wording, the wording here is our own.
 */
final class EipAssociations {
  static final String EIP_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";

  private EipAssociations() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                EIP_ASSOCIATION,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html")
            .has(properties())
            .idIs(Identifiers.id("eipassoc"))
            .constraint(constraints())
            .displaces(EipAssociations::former)
            .gone("InvalidAssociationID.NotFound: The association ID '{id}' does not exist")
            .build());
  }

  private static Property[] properties() {
    return new Property[] {
      optional(
              "allocationId",
              text()
                  .naming(
                      Reference.to(
                          "InvalidAllocationID.NotFound: The allocation ID '{value}' does not"
                              + " exist",
                          ElasticIps.ELASTIC_IP)))
          .replaces()
          .orComputed(
              (request, enclosing) ->
                  address(request, enclosing).map(StoredResource::id).orElse("")),
      optional("allowReassociation", flag()).replaces(),
      optional("instanceId", Instances.INSTANCE_ID)
          .replaces()
          .orComputed((request, enclosing) -> ""),
      optional("networkInterfaceId", text().naming(NetworkInterfaces.AN_INTERFACE.cascading()))
          .replaces()
          .orComputed(
              (request, enclosing) ->
                  target(request)
                      .map(StoredResource::id)
                      .orElseGet(() -> Identifiers.fresh(request, "eni"))),
      optional("privateIpAddress", SubnetAddresses.ADDRESS)
          .replaces()
          .orComputed(
              (request, enclosing) ->
                  target(request)
                      .flatMap(one -> one.outputs().text("privateIp"))
                      .orElseGet(() -> somewhere(request))),
      optional("publicIp", text())
          .replaces()
          .orComputed(
              (request, enclosing) ->
                  address(request, enclosing)
                      .flatMap(found -> found.outputs().text("publicIp"))
                      .orElse(""))
    };
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      refuse(
              "allocationId",
              "MissingParameter: Either public IP or allocation id must be specified",
              association -> !association.has("allocationId") && !association.has("publicIp"))
          .at(Step.UP),
      refuse(
              "instanceId",
              "MissingParameter: Either instance id or network interface id must be specified",
              association ->
                  association.text("instanceId", "").isEmpty()
                      && association.text("networkInterfaceId", "").isEmpty())
          .at(Step.UP),
      refuseFor(
              "publicIp",
              request ->
                  request
                      .inputs()
                      .text("publicIp")
                      .filter(ip -> address(request, request.inputs()).isEmpty())
                      .map(ip -> "InvalidAddress.NotFound: Address '%s' not found".formatted(ip)))
          .at(Step.UP),
      refuseFor(
              "allocationId",
              request ->
                  address(request, request.inputs())
                      .filter(address -> ElasticIps.isManaged(request, address))
                      .map(
                          address ->
                              "AuthFailure: You do not have permission to access the specified"
                                  + " resource."))
          .at(Step.UP),
      refuseFor("", EipAssociations::unreachable).at(Step.UP)
    };
  }

  private static Optional<String> unreachable(RequestContext request) {
    return target(request)
        .flatMap(found -> NetworkInterfaces.vpcOf(request, found))
        .filter(vpc -> !InternetGateways.isAttached(request, vpc))
        .map(
            vpc ->
                "Gateway.NotAttached: Network %s is not attached to any internet gateway"
                    .formatted(vpc));
  }

  /** The interface that is to have the address, where the cloud knows it. */
  private static Optional<StoredResource> target(RequestContext request) {
    return request
        .inputs()
        .text("networkInterfaceId")
        .flatMap(id -> request.find(NetworkInterfaces.NETWORK_INTERFACE, id))
        .or(
            () ->
                request
                    .inputs()
                    .text("instanceId")
                    .flatMap(id -> Instances.networkInterface(request, id)));
  }

  private static Optional<StoredResource> address(RequestContext request, Props association) {
    Optional<StoredResource> byId =
        association.text("allocationId").flatMap(id -> request.find(ElasticIps.ELASTIC_IP, id));
    return byId.or(
        () ->
            request.all(ElasticIps.ELASTIC_IP).stream()
                .filter(one -> request.find(one.type(), one.id()).isPresent())
                .filter(one -> one.outputs().text("publicIp").equals(association.text("publicIp")))
                .findFirst());
  }

  /** The associations that end when this one begins: of the address, and of the machine. */
  private static List<StoredResource> former(RequestContext request) {
    Optional<String> allocation = address(request, request.inputs()).map(StoredResource::id);
    return request.all(EIP_ASSOCIATION).stream()
        .filter(other -> request.find(other.type(), other.id()).isPresent())
        .filter(
            other ->
                other.outputs().text("allocationId").equals(allocation)
                    || Stream.of("instanceId", "networkInterfaceId")
                        .anyMatch(target -> isSame(other, request, target)))
        .toList();
  }

  private static boolean isSame(StoredResource other, RequestContext request, String target) {
    return request
        .inputs()
        .text(target)
        .filter(own -> other.outputs().text(target, "").equals(own))
        .isPresent();
  }

  /** The private address of a machine of which nothing is known; a made-up one. */
  private static String somewhere(RequestContext request) {
    int number = Integer.parseInt(request.hex("somewhere", 6), 16);
    return "10.%d.%d.%d".formatted(number >> 16, (number >> 8) & 255, number & 255);
  }
}
