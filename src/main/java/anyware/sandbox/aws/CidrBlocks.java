package anyware.sandbox.aws;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Shape;

/** Address ranges, as strict as the provider is. */
final class CidrBlocks {
  /** An IPv4 range without host bits. */
  static final Shape IPV4 =
      text().where("\"{value}\" is not a valid IPv4 CIDR block", CidrBlock::isExactV4);

  /** An IPv6 range without host bits. */
  static final Shape IPV6 =
      text().where("\"{value}\" is not a valid IPv6 CIDR block", CidrBlock::isExactV6);

  private CidrBlocks() {}
}
