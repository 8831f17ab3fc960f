package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.CloudForms;
import anyware.cloud.RegionForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kinds of settings that say where in a cloud a site is.
 *
 * @param clouds every cloud that a site can be in
 * @param cloud the site's cloud; absent where it could not be read
 */
record SiteForms(List<? extends Cloud> clouds, Optional<Cloud> cloud) {
  private static final ValueReader<String> ANY_REGION =
      Scalars.text(Pattern.compile(".+"), "a region of the site's cloud");

  /** The region of a site; of any form where the cloud is not known. */
  ValueReader<String> region() {
    return cloud.map(known -> region(known.forms().region())).orElse(ANY_REGION);
  }

  private static ValueReader<String> region(RegionForm form) {
    return node -> {
      Optional<String> text = node.text();
      if (text.filter(form.name()::takes).isPresent()) {
        return text;
      }
      String fix = text.flatMap(form::meant).map(DidYouMean::question).orElse("");
      return node.refuse(form.name().rule(), fix);
    };
  }

  /** A project of the site's cloud. */
  ValueReader<String> project() {
    return name(CloudForms::project);
  }

  /** Whether a site of the cloud must name a project. */
  boolean needsProject() {
    return cloud.flatMap(known -> known.forms().project()).isPresent();
  }

  /** A resource group of the site's cloud. */
  ValueReader<String> resourceGroup() {
    return name(CloudForms::resourceGroup);
  }

  /** A name that only some clouds have. */
  private ValueReader<String> name(Function<CloudForms, Optional<TextForm>> member) {
    List<Cloud> owners =
        clouds.stream()
            .filter(owner -> member.apply(owner.forms()).isPresent())
            .<Cloud>map(owner -> owner)
            .toList();
    Optional<Cloud> owner = cloud.isPresent() ? cloud : owners.stream().findFirst();
    Optional<TextForm> form = owner.flatMap(known -> member.apply(known.forms()));
    if (form.isPresent()) {
      return Scalars.text(form.get().form(), form.get().rule());
    }
    String names = owners.stream().map(Cloud::slug).collect(Collectors.joining(", "));
    return node ->
        node.refuse(
            "nothing on " + cloud.map(Cloud::slug).orElse(""),
            "remove it, only " + names + " has it");
  }
}
