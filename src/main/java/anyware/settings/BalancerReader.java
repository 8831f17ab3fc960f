package anyware.settings;

import anyware.cloud.Balancer;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads {@code balancer} of a site. */
final class BalancerReader {
  private static final String NONE = "none";
  private static final String ALLOWED = "none or a structure {layer: 4, scheme: public}";
  private static final String PUBLIC = "public";
  private static final String INTERNAL = "internal";
  private static final BigDecimal LAYER_7 = BigDecimal.valueOf(7);
  private static final String NOT_OFFERED = "this version does not offer ";
  private static final ValueReader<Balancer.Scheme> SCHEMES =
      Scalars.oneOf(Map.of(PUBLIC, Balancer.Scheme.PUBLIC));

  private BalancerReader() {}

  /** The answer: the balancer that is wanted, or that there is to be no balancer. */
  static Optional<Optional<Balancer>> read(Node node) {
    if (node.text().filter(NONE::equals).isPresent()) {
      return Optional.of(Optional.empty());
    }
    Optional<String> text = node.text();
    if (text.isPresent()) {
      return node.refuse(ALLOWED, DidYouMean.question(text.get(), Map.of(NONE, NONE).keySet()));
    }
    return node.section(
        ALLOWED,
        balancer ->
            Optional.of(
                new Balancer(
                    balancer.or("layer", BalancerReader::layer, Balancer.Layer.FOUR),
                    balancer.or("scheme", BalancerReader::scheme, Balancer.Scheme.PUBLIC))));
  }

  private static Optional<Balancer.Layer> layer(Node node) {
    Optional<BigDecimal> number =
        node.scalar().filter(JsonPrimitive::isNumber).map(JsonPrimitive::getAsBigDecimal);
    for (Balancer.Layer layer : Balancer.Layer.values()) {
      if (number.filter(n -> n.compareTo(BigDecimal.valueOf(layer.number())) == 0).isPresent()) {
        return Optional.of(layer);
      }
    }
    if (number.filter(n -> n.compareTo(LAYER_7) == 0).isPresent()) {
      return node.refuse("4", NOT_OFFERED + "layer 7: use layer 4 or balancer: none");
    }
    boolean quoted = node.text().filter(text -> text.matches("[47]")).isPresent();
    return node.refuse("4", quoted ? "write it without quotes" : "");
  }

  private static Optional<Balancer.Scheme> scheme(Node node) {
    return node.text().filter(INTERNAL::equals).isPresent()
        ? node.refuse(PUBLIC, NOT_OFFERED + "internal balancers: use public or balancer: none")
        : SCHEMES.read(node);
  }
}
