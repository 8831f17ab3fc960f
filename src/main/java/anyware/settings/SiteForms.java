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

  private static final int MOST_SLIPS = 2;

  /** The region of a site; of any form where the cloud is not known. */
  ValueReader<String> region() {
    return cloud.map(known -> region(known.forms().region())).orElse(ANY_REGION);
  }

  private static ValueReader<String> region(RegionForm form) {
    return node -> {
      if (node.isRecorded()) {
        node.expects(SettingForms.text(form.name().form()));
      }
      Optional<String> text = node.text();
      if (text.filter(form.name()::takes).isPresent()) {
        Optional<String> misspelt = text.flatMap(region -> misspelt(form, region));
        return misspelt.isPresent()
            ? node.refuse(form.name().rule(), DidYouMean.question(misspelt.get()))
            : text;
      }
      String fix = text.flatMap(form::meant).map(DidYouMean::question).orElse("");
      return node.refuse(form.name().rule(), fix);
    };
  }

  /** The known region that differs by a letter or two; new regions differ by words or numbers. */
  private static Optional<String> misspelt(RegionForm form, String region) {
    if (form.known().contains(region)) {
      return Optional.empty();
    }
    List<String> alike =
        form.known().stream().filter(known -> digits(known).equals(digits(region))).toList();
    return DidYouMean.within(MOST_SLIPS, region, alike);
  }

  private static String digits(String region) {
    return region.replaceAll("\\D", "");
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
