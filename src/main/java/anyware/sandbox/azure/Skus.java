package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.object;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Shape;
import java.util.Map;

/**
 * SKUs of public addresses and load balancers: https://learn.microsoft.com/azure/load-balancer/skus
 */
final class Skus {
  /** What a resource has whose program names none. */
  static final Map<String, String> DEFAULT = Map.of("name", "Basic", "tier", "Regional");

  private Skus() {}

  /** A SKU, whose name is one of those. */
  static Shape shape(String... names) {
    return object(
        optional("name", CommonShapes.choice(names)).orComputed((request, enclosing) -> "Basic"),
        optional("tier", CommonShapes.choice("Regional", "Global"))
            .orComputed((request, enclosing) -> "Regional"));
  }

  /** Tells whether a resource with these inputs is of the Standard SKU. */
  static boolean isStandard(Props inputs) {
    return CommonShapes.isChosen(inputs, "sku.name", "Standard");
  }
}
