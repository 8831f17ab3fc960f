package anyware.sandbox.azure;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import java.util.List;

/** The Basic SKU, of which nothing new can be made; what is there stays. */
final class RetiredBasic {
  private RetiredBasic() {}

  /**
   * A constraint on a type whose Basic SKU is retired; what else is wrong is said first.
   *
   * @param refusals what holds for every resource of the type
   * @param basic what is refused of new ones because Basic is retired
   * @param retired whether it is
   */
  static Constraint after(Constraint.Check refusals, Constraint.Check basic, boolean retired) {
    return new Constraint(
        Step.UP,
        request -> {
          List<Refusal> found = refusals.refusals(request);
          return found.isEmpty() && retired ? basic.refusals(request) : found;
        });
  }

  /**
   * No new Basic addresses since 31 March 2025:
   * https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-basic-upgrade-guidance
   * and, for the words, https://github.com/skypilot-org/skypilot/issues/7977.
   *
   * @param request the request for the address
   * @return the reasons to refuse
   */
  static List<Refusal> address(RequestContext request) {
    if (request.old().isPresent() || Skus.isStandard(request.inputs())) {
      return List.of();
    }
    String family =
        CommonShapes.isChosen(request.inputs(), "publicIPAddressVersion", "IPv6") ? "IPv6" : "IPv4";
    return List.of(
        new Refusal(
            "sku.name",
            ApiErrors.of(
                family + "BasicSkuPublicIpCountLimitReached",
                "Cannot create more than 0 "
                    + family
                    + " Basic SKU public IP addresses for this subscription in this region.")));
  }

  /**
   * No new Basic balancers since 31 March 2025:
   * https://learn.microsoft.com/azure/load-balancer/skus (no page has the words).
   *
   * @param request the request for the balancer
   * @return the reasons to refuse
   */
  static List<Refusal> balancer(RequestContext request) {
    return request.old().isPresent()
            || CommonShapes.isChosen(request.inputs(), "sku.name", "Gateway")
            || Skus.isStandard(request.inputs())
        ? List.of()
        : List.of(
            new Refusal(
                "sku.name",
                "Load balancer "
                    + request.id()
                    + " cannot be created: the Basic SKU is retired; use Standard"));
  }
}
