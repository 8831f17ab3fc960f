package anyware.settings;

import anyware.cloud.ApplicationForm;
import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.cloud.LayerForm;
import anyware.settings.FormVariants.Variant;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form of a site, which depends on its cloud, and that of its balancer on its layer, its scheme
 * and where its certificate comes from.
 *
 * @param clouds every cloud that a site can be in
 */
record SiteSchema(List<? extends Cloud> clouds) {
  private static final String SITE = "main";
  private static final String PROPERTIES = "properties";
  private static final String BALANCER = "balancer";

  /** The form of a site in any cloud. */
  JsonObject form() {
    return FormVariants.of(
        clouds.stream()
            .map(cloud -> new Variant(condition("cloud", cloud.slug()), form(cloud)))
            .toList());
  }

  private JsonObject form(Cloud cloud) {
    JsonObject form = recorded(example(cloud));
    JsonObject properties = form.getAsJsonObject(PROPERTIES);
    properties.asMap().forEach(SiteSchema::inherited);
    network(properties.getAsJsonObject("network"));
    SettingsSchema.eitherServers(properties.getAsJsonObject("licenseServer"));
    // Who else is a client is inherited.
    properties
        .getAsJsonObject("peers")
        .getAsJsonObject(PROPERTIES)
        .getAsJsonObject("clients")
        .remove("minItems");
    JsonArray ways = properties.getAsJsonObject(BALANCER).getAsJsonArray("anyOf");
    ways.set(ways.size() - 1, FormVariants.of(balancers(cloud)));
    return form;
  }

  /** What a site leaves out of what it may restate is as at its stack. */
  private static void inherited(String key, JsonElement form) {
    if (SettingMeanings.isRestated(key)) {
      withoutDefaults(form);
    }
  }

  private static void withoutDefaults(JsonElement form) {
    if (form instanceof JsonObject structure) {
      structure.remove("default");
      structure.asMap().values().forEach(SiteSchema::withoutDefaults);
    } else if (form instanceof JsonArray several) {
      several.forEach(SiteSchema::withoutDefaults);
    }
  }

  /** Exactly one of a network to make and one that is there, whose way out is its owner's. */
  private static void network(JsonObject form) {
    form.remove("required");
    JsonObject made = new JsonObject();
    made.add("required", FormVariants.array(List.of("cidr")));
    JsonObject nothing = new JsonObject();
    nothing.addProperty("nat", false);
    JsonObject there = new JsonObject();
    there.add("required", FormVariants.array(List.of("existing")));
    there.add(PROPERTIES, nothing);
    JsonArray either = new JsonArray();
    either.add(made);
    either.add(there);
    form.add("oneOf", either);
  }

  private List<Variant> balancers(Cloud cloud) {
    List<Variant> variants = new ArrayList<>();
    for (Balancer.Layer layer : Balancer.Layer.values()) {
      cloud
          .forms()
          .balancer()
          .of(layer)
          .ifPresent(
              form ->
                  form.schemes().stream()
                      .sorted()
                      .forEach(scheme -> add(variants, cloud, layer, scheme, form)));
    }
    return variants;
  }

  private void add(
      List<Variant> variants,
      Cloud cloud,
      Balancer.Layer layer,
      Balancer.Scheme scheme,
      LayerForm form) {
    JsonObject balancer = new JsonObject();
    balancer.addProperty("layer", layer.number());
    balancer.addProperty("scheme", scheme.slug());
    boolean canBeManaged =
        form.application()
            .map(ApplicationForm::certificate)
            .filter(certificate -> certificate.managedDomains() > 0)
            .isPresent();
    variants.add(variant(cloud, balancer, layer, scheme, canBeManaged, false));
    if (canBeManaged) {
      balancer.add("domains", FormVariants.array(List.of("pcoip.example.com")));
      variants.add(variant(cloud, balancer, layer, scheme, true, true));
    }
  }

  private Variant variant(
      Cloud cloud,
      JsonObject balancer,
      Balancer.Layer layer,
      Balancer.Scheme scheme,
      boolean canBeManaged,
      boolean isManaged) {
    JsonObject site = example(cloud);
    site.add(BALANCER, balancer.deepCopy());
    JsonElement form = recorded(site).getAsJsonObject(PROPERTIES).get(BALANCER);
    JsonArray ways = form.getAsJsonObject().getAsJsonArray("anyOf");
    JsonObject structure = ways.get(ways.size() - 1).getAsJsonObject();
    if (isManaged) {
      structure.getAsJsonObject(PROPERTIES).addProperty("certificate", false);
    }
    JsonObject values = new JsonObject();
    values.add("layer", constant(String.valueOf(layer.number()), true));
    values.add("scheme", constant(scheme.slug(), false));
    List<String> said = new ArrayList<>();
    if (layer != Balancer.Layer.FOUR) {
      said.add("layer");
    }
    if (scheme != Balancer.Scheme.PUBLIC) {
      said.add("scheme");
    }
    if (isManaged) {
      said.add("domains");
    } else if (canBeManaged) {
      values.addProperty("domains", false);
    }
    JsonObject condition = new JsonObject();
    condition.add(PROPERTIES, values);
    condition.add("required", FormVariants.array(said));
    return new Variant(condition, structure);
  }

  private static JsonObject constant(String value, boolean isNumber) {
    JsonObject form = new JsonObject();
    if (isNumber) {
      form.addProperty("const", Integer.valueOf(value));
    } else {
      form.addProperty("const", value);
    }
    return form;
  }

  private static JsonObject condition(String key, String value) {
    JsonObject properties = new JsonObject();
    properties.add(key, constant(value, false));
    JsonObject condition = new JsonObject();
    condition.add(PROPERTIES, properties);
    condition.add("required", FormVariants.array(List.of(key)));
    return condition;
  }

  private static JsonObject example(Cloud cloud) {
    return SettingForms.of("cloud", cloud.slug());
  }

  /** What the reader asks of a site that says this. */
  private JsonObject recorded(JsonObject site) {
    JsonObject sites = new JsonObject();
    sites.add(SITE, site);
    FormRecorder recorder = new FormRecorder();
    SettingsReader.record(clouds, Map.of(SettingPaths.SITES, sites.toString()), recorder);
    return recorder.form(SettingPaths.ofSite(SITE)).getAsJsonObject();
  }
}
