package anyware.sandbox.aws;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The IPv6 blocks of VPCs and subnets: Amazon gives a VPC a /56, a subnet has a /64 of it, and each
 * is given back only when nothing uses it.
 *
 * <ul>
 *   <li>https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 *   <li>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateSubnetCidrBlock.html
 *   <li>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateSubnetCidrBlock.html
 *   <li>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateVpcCidrBlock.html
 * </ul>
 */
final class Ipv6Blocks {
  private static final String BLOCK = "ipv6CidrBlock";
  private static final int SUBNET = 64;

  private Ipv6Blocks() {}

  /** What Amazon gives a VPC, here out of the documentation's range (RFC 3849). */
  static String generated(RequestContext request) {
    return "2001:db8:" + request.hex("ipv6", 4) + ":" + request.hex("ipv6-part", 2) + "00::/56";
  }

  /**
   * Words the refusal to take a VPC's block away; the wording is the one that AWS gave in
   * https://github.com/hashicorp/terraform-provider-aws/issues/39854.
   */
  static Optional<String> isTakenFromSubnets(RequestContext request) {
    return request
        .old()
        .filter(vpc -> !request.inputs().isTrue("assignGeneratedIpv6CidrBlock"))
        .filter(vpc -> vpc.outputs().has(BLOCK))
        .filter(vpc -> request.all(Subnets.SUBNET).stream().anyMatch(one -> isIn(one, vpc)))
        .map(
            vpc ->
                "InvalidCidrBlock.InUse: The vpc %s currently has a subnet within CIDR block %s"
                    .formatted(vpc.id(), vpc.outputs().text(BLOCK, "")));
  }

  private static boolean isIn(StoredResource subnet, StoredResource vpc) {
    return subnet.inputs().has(BLOCK)
        && subnet.inputs().text("vpcId").filter(vpc.id()::equals).isPresent();
  }

  /** Subnets' blocks are of length 64 and lie in the VPC's own. */
  static boolean isOutsideVpc(RequestContext request) {
    Optional<CidrBlock> network =
        request
            .find(Vpcs.VPC, request.inputs().text("vpcId", ""))
            .flatMap(vpc -> vpc.outputs().text(BLOCK))
            .flatMap(CidrBlock::of);
    return block(request.inputs())
        .filter(own -> own.prefix() != SUBNET || network.filter(net -> net.contains(own)).isEmpty())
        .isPresent();
  }

  /** Whether another subnet has it. */
  static boolean isNeighbours(RequestContext request) {
    Optional<CidrBlock> own = block(request.inputs());
    return request.all(Subnets.SUBNET).stream()
        .filter(other -> request.old().map(StoredResource::id).filter(other.id()::equals).isEmpty())
        .flatMap(other -> block(other.inputs()).stream())
        .anyMatch(other -> own.filter(other::overlaps).isPresent());
  }

  /** Of this refusal AWS publishes no wording but the rule. */
  static Optional<String> isTakenFromBalancers(RequestContext request) {
    return request
        .old()
        .filter(subnet -> block(subnet.inputs()).isPresent())
        .filter(subnet -> !block(subnet.inputs()).equals(block(request.inputs())))
        .filter(subnet -> request.referrers(subnet).stream().anyMatch(Ipv6Blocks::isDualStack))
        .map(
            subnet ->
                "InvalidCidrBlock.InUse: The subnet IPv6 CIDR block with association ID %s may not"
                        .formatted(subnet.outputs().text("ipv6CidrBlockAssociationId", ""))
                    + " be disassociated, because its subnet has network interfaces with IPv6"
                    + " addresses");
  }

  private static boolean isDualStack(StoredResource user) {
    return user.type().equals(LoadBalancers.LOAD_BALANCER)
        && Stream.of("dualstack", "dualstack-without-public-ipv4")
            .anyMatch(user.outputs().text("ipAddressType", "")::equals);
  }

  private static Optional<CidrBlock> block(Props subnet) {
    return subnet.text(BLOCK).flatMap(CidrBlock::of);
  }
}
