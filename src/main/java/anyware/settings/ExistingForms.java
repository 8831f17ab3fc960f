package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.ExistingForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The kinds of settings that name what is there already.
 *
 * @param clouds every cloud that a site can be in
 * @param cloud the site's cloud; absent where it could not be read
 */
record ExistingForms(List<? extends Cloud> clouds, Optional<Cloud> cloud) {
  private static final ValueReader<String> ANY_ID =
      Scalars.text(Pattern.compile(".+"), "an id as the site's cloud spells it");

  /** A network's id. */
  ValueReader<String> network() {
    return id(ExistingForm::network);
  }

  /**
   * The id of a subnet.
   *
   * @param network the id of its network; absent where that could not be read
   */
  ValueReader<String> subnet(Optional<String> network) {
    ValueReader<String> form = id(ExistingForm::subnet);
    return node ->
        form.read(node)
            .flatMap(
                subnet ->
                    network.filter(whole -> !isPart(whole, subnet)).isPresent()
                        ? node.refuse("a subnet of network.existing.network", "")
                        : Optional.of(subnet));
  }

  private boolean isPart(String network, String subnet) {
    return cloud.map(known -> known.forms().existing().isPart().test(network, subnet)).orElse(true);
  }

  private ValueReader<String> id(Function<ExistingForm, TextForm> member) {
    return cloud
        .map(known -> notAnothers(known, member.apply(known.forms().existing())))
        .orElse(ANY_ID);
  }

  /** The form, except for what is another cloud's beyond doubt. */
  private ValueReader<String> notAnothers(Cloud own, TextForm form) {
    ValueReader<String> kind = Scalars.text(form.form(), form.rule());
    return node -> {
      Optional<String> owner = node.text().flatMap(text -> otherOwner(own, text));
      return owner.isPresent()
          ? node.refuse(form.rule(), "this is an id of " + owner.get())
          : kind.read(node);
    };
  }

  private Optional<String> otherOwner(Cloud own, String text) {
    return clouds.stream()
        .filter(other -> !other.slug().equals(own.slug()))
        .filter(other -> other.forms().existing().own().matcher(text).matches())
        .<String>map(Cloud::title)
        .findFirst();
  }
}
