package anyware.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The kinds of settings that say where in a cloud a site is. */
final class SiteForms {
  /** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
  private static final Pattern AWS_REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+){1,2}-[1-9]\\d?");

  /** https://learn.microsoft.com/azure/reliability/regions-list (the programmatic name) */
  private static final Pattern AZURE_LOCATION = Pattern.compile("[a-z]{3,}[1-9]?[a-z]*");

  /** https://cloud.google.com/compute/docs/regions-zones */
  private static final Pattern GCP_REGION = Pattern.compile("[a-z]+-[a-z]+[1-9]\\d?");

  /** https://cloud.google.com/resource-manager/docs/creating-managing-projects */
  private static final ValueReader<String> PROJECT =
      Scalars.text(
          Pattern.compile("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]"),
          "a project id: 6 to 30 lower-case letters, digits and hyphens, a letter first, no hyphen"
              + " last");

  /** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
  private static final ValueReader<String> RESOURCE_GROUP =
      Scalars.text(
          Pattern.compile("[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]"),
          "a resource group's name: up to 90 letters, digits and _ - . ( ), no dot last");

  private SiteForms() {}

  /** The region of a site; of any form where the cloud is not known. */
  static ValueReader<String> region(Optional<Cloud> cloud) {
    return cloud
        .map(SiteForms::region)
        .orElse(Scalars.text(Pattern.compile(".+"), "a region of the site's cloud"));
  }

  private static ValueReader<String> region(Cloud cloud) {
    return switch (cloud) {
      case AWS ->
          region(
              AWS_REGION,
              "an AWS region such as us-east-1",
              text -> text.replaceAll("(?<=[a-z])(?=\\d)", "-").replaceAll("(?<=\\d)[a-z]$", ""));
      case AZURE ->
          region(
              AZURE_LOCATION,
              "an Azure location such as northeurope",
              text -> text.replaceAll("[^a-z0-9]", ""));
      case GCP ->
          region(
              GCP_REGION,
              "a Google Cloud region such as us-central1",
              text -> text.replaceAll("-[a-f]$", "").replaceAll("-(?=\\d)", ""));
    };
  }

  private static ValueReader<String> region(
      Pattern form, String allowed, UnaryOperator<String> repair) {
    return node -> {
      Optional<String> text = node.text();
      if (text.filter(t -> form.matcher(t).matches()).isPresent()) {
        return text;
      }
      String fix =
          text.map(t -> repair.apply(t.toLowerCase(Locale.ROOT)))
              .filter(repaired -> form.matcher(repaired).matches())
              .map(DidYouMean::question)
              .orElse("");
      return node.refuse(allowed, fix);
    };
  }

  /** A Google Cloud project. */
  static ValueReader<String> project(Optional<Cloud> cloud) {
    return only(Cloud.GCP, cloud, PROJECT);
  }

  /** An Azure resource group. */
  static ValueReader<String> resourceGroup(Optional<Cloud> cloud) {
    return only(Cloud.AZURE, cloud, RESOURCE_GROUP);
  }

  private static ValueReader<String> only(
      Cloud owner, Optional<Cloud> cloud, ValueReader<String> kind) {
    return node ->
        cloud.isPresent() && cloud.get() != owner
            ? node.refuse(
                "nothing on " + cloud.get().slug(), "remove it, only " + owner.slug() + " has it")
            : kind.read(node);
  }
}
