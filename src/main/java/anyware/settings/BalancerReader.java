package anyware.settings;

import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.cloud.DnsName;
import anyware.cloud.LayerForm;
import anyware.cloud.Probing;
import anyware.net.IpAddress;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code balancer} of a site. */
final class BalancerReader {
  private static final String NONE = "none";
  private static final String ALLOWED = "none or a structure {layer: 4, scheme: public}";
  private static final String INTERNAL_ONLY = "nothing unless scheme is internal";
  private final Optional<Cloud> cloud;

  private BalancerReader(Optional<Cloud> cloud) {
    this.cloud = cloud;
  }

  /**
   * A balancer, or that there is to be none.
   *
   * @param cloud the site's cloud; absent where it could not be read
   */
  static ValueReader<Optional<Balancer>> of(Optional<Cloud> cloud) {
    return new BalancerReader(cloud)::read;
  }

  private Optional<Optional<Balancer>> read(Node node) {
    node.expectsWord(NONE);
    Optional<String> text = node.text();
    if (text.filter(NONE::equals).isPresent()) {
      return Optional.of(Optional.empty());
    }
    if (text.isPresent()) {
      return node.refuse(ALLOWED, DidYouMean.question(text.get(), Map.of(NONE, NONE).keySet()));
    }
    return node.section(ALLOWED, balancer -> Optional.of(balancer(balancer)));
  }

  private Balancer balancer(Section section) {
    Balancer.Layer layer = section.or("layer", this::layer, Balancer.Layer.FOUR);
    section.byDefault("layer", () -> new JsonPrimitive(Balancer.Layer.FOUR.number()));
    OnLayer on = new OnLayer(cloud, layer);
    Balancer.Scheme scheme =
        section.or("scheme", schemes(on), Balancer.Scheme.PUBLIC, Balancer.Scheme.PUBLIC.slug());
    boolean isInternal = scheme == Balancer.Scheme.INTERNAL;
    List<IpAddress> addresses =
        section.or(
            "address",
            node ->
                isInternal
                    ? BalancerAddresses.read(node, cloud)
                    : node.refuse(INTERNAL_ONLY, "remove it"),
            List.of());
    boolean globalAccess =
        section.or(
            "globalAccess",
            node -> isInternal ? access(node) : node.refuse(INTERNAL_ONLY, ""),
            false);
    Optional<Integer> idleSeconds = on.number(section, "idleSeconds", LayerForm::idleSeconds);
    Probing probing = ProbingReader.read(section, on);
    boolean deletionProtection =
        section.or("deletionProtection", on.flag(LayerForm::deletionProtection), false);
    Optional<DnsName> dns = section.optional("dns", DnsReader.ofBalancer(cloud));
    Optional<Application> application = new ApplicationReader(section, on).read();
    return new Balancer(
        scheme,
        addresses,
        globalAccess,
        idleSeconds,
        probing,
        deletionProtection,
        dns,
        application);
  }

  /** The layers of which the cloud has a balancer. */
  private Optional<Balancer.Layer> layer(Node node) {
    Map<BigDecimal, Balancer.Layer> layers = new LinkedHashMap<>();
    Arrays.stream(Balancer.Layer.values())
        .filter(layer -> cloud.filter(c -> c.forms().balancer().of(layer).isEmpty()).isEmpty())
        .forEach(layer -> layers.put(BigDecimal.valueOf(layer.number()), layer));
    if (node.isRecorded()) {
      node.expects(SettingForms.numbers(layers.keySet()));
    }
    Optional<Balancer.Layer> layer =
        node.scalar()
            .filter(JsonPrimitive::isNumber)
            .map(JsonPrimitive::getAsBigDecimal)
            .map(BigDecimal::stripTrailingZeros)
            .flatMap(number -> Optional.ofNullable(layers.get(number)));
    if (layer.isPresent()) {
      return layer;
    }
    boolean quoted = node.text().filter(text -> text.matches("[47]")).isPresent();
    return node.refuse(
        layers.keySet().stream().map(BigDecimal::toString).collect(Collectors.joining(", ")),
        quoted ? "write it without quotes" : "");
  }

  private ValueReader<Balancer.Scheme> schemes(OnLayer on) {
    Map<String, Balancer.Scheme> schemes = new LinkedHashMap<>();
    for (Balancer.Scheme scheme : Balancer.Scheme.values()) {
      schemes.put(scheme.slug(), scheme);
    }
    ValueReader<Balancer.Scheme> words = Scalars.oneOf(schemes);
    return node -> {
      Optional<Balancer.Scheme> read = words.read(node);
      if (node.isRecorded() && on.form().isPresent()) {
        node.expects(SettingForms.words(on.schemes()));
      }
      return read.flatMap(
          scheme ->
              on.form().isPresent() && !on.schemes().contains(scheme.slug())
                  ? node.refuse("nothing but " + String.join(", ", on.schemes()) + " " + on, "")
                  : Optional.of(scheme));
    };
  }

  private Optional<Boolean> access(Node node) {
    return cloud.filter(known -> !known.forms().balancer().globalAccess()).isPresent()
        ? node.refuse(
            "nothing on " + cloud.map(Cloud::slug).orElse(""),
            "remove it: clients in other regions reach the balancer without it")
        : Scalars.bool(node);
  }
}
