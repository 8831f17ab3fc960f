package anyware.settings;

import anyware.cloud.ApplicationForm;
import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.cloud.LayerForm;
import anyware.cloud.NumberForm;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The kinds of settings that a balancer of one layer has on a site's cloud. Where the cloud is not
 * known, they are let pass: that is its own problem.
 *
 * @param cloud the site's cloud; absent where it could not be read
 * @param layer the balancer's layer
 */
record OnLayer(Optional<Cloud> cloud, Balancer.Layer layer) {
  /** What can be said; absent where the cloud is not known. */
  Optional<LayerForm> form() {
    return cloud.flatMap(known -> known.forms().balancer().of(layer));
  }

  /** What can be said on layer 7 only; absent on layer 4. */
  Optional<ApplicationForm> application() {
    return form().flatMap(LayerForm::application);
  }

  /** In words, such as {@code on aws at layer 7}. */
  @Override
  public String toString() {
    String place = cloud.map(known -> "on " + known.slug() + " ").orElse("");
    return place + "at layer " + layer.number();
  }

  /** The schemes that there are, by their words. */
  List<String> schemes() {
    return form().stream()
        .flatMap(form -> form.schemes().stream())
        .sorted()
        .map(Balancer.Scheme::slug)
        .toList();
  }

  /** The kind of a setting that is only there where the cloud has a form for it. */
  <F, T> ValueReader<T> where(
      Function<LayerForm, Optional<F>> member, Function<F, ValueReader<T>> kind) {
    return node -> {
      if (cloud.isEmpty()) {
        return Optional.empty();
      }
      Optional<F> known = form().flatMap(member);
      return known.isPresent() ? kind.apply(known.get()).read(node) : refuse(node);
    };
  }

  /** A switch that only some clouds have. */
  ValueReader<Boolean> flag(Predicate<LayerForm> member) {
    return where(form -> Optional.of(form).filter(member), there -> Scalars::bool);
  }

  /** A number; the cloud's default where nothing is said. */
  Optional<Integer> number(
      Section section, String key, Function<LayerForm, Optional<NumberForm>> member) {
    Optional<Integer> fallback = form().flatMap(member).flatMap(NumberForm::fallback);
    fallback.ifPresent(number -> section.byDefault(key, () -> new JsonPrimitive(number)));
    return section.optional(key, where(member, OnLayer::number)).or(() -> fallback);
  }

  /** Numbers of a form. */
  static ValueReader<Integer> number(NumberForm form) {
    ValueReader<Integer> inRange = Scalars.integer(form.range().least(), form.range().most());
    return node -> {
      Optional<Integer> read = inRange.read(node);
      if (node.isRecorded()) {
        node.expects(SettingForms.multipleOf(form.step()));
      }
      return read.flatMap(
          number ->
              number % form.step() == 0
                  ? Optional.of(number)
                  : node.refuse("a multiple of " + form.step(), ""));
    };
  }

  private <T> Optional<T> refuse(Node node) {
    return node.refuse("nothing " + this, "remove it");
  }
}
