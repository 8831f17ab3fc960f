package anyware.settings;

import anyware.cloud.Application;
import anyware.cloud.Application.AccessLogs;
import anyware.cloud.Application.Backend;
import anyware.cloud.Application.Capacity;
import anyware.cloud.ApplicationForm;
import anyware.cloud.ApplicationForm.CapacityForm;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.LayerForm;
import anyware.cloud.NumberForm;
import anyware.cloud.TextForm;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what {@code balancer} has on layer 7 only. */
final class ApplicationReader {
  private static final ValueReader<String> PREFIX =
      Scalars.text(
          Pattern.compile("[A-Za-z0-9!_.*'()-]([A-Za-z0-9!_.*'()/-]{0,250}[A-Za-z0-9!_.*'()-])?"),
          "what the objects' names begin with: letters, digits and ! - _ . * ' ( ), / inside");

  private static final ValueReader<String> TRUSTED_ROOT =
      Scalars.text(
          Pattern.compile(
              "(?s)\\s*-----BEGIN CERTIFICATE-----.+-----END CERTIFICATE-----\\s*"
                  + "|https://[a-z0-9-]+\\.vault\\.azure\\.net/secrets/[^/]+(/[^/]+)?"),
          "a certificate in PEM or a Key Vault secret's id");

  private final Section section;
  private final OnLayer on;

  ApplicationReader(Section section, OnLayer on) {
    this.section = section;
    this.on = on;
  }

  /** What is said; absent on layer 4, where nothing of it can be. */
  Optional<Application> read() {
    Optional<Certificate> certificate = new CertificateReader(section, on).read();
    Optional<String> tlsPolicy = text("tlsPolicy", form -> Optional.of(form.tlsPolicy()));
    on.application()
        .map(ApplicationForm::defaultTlsPolicy)
        .ifPresent(name -> section.byDefault("tlsPolicy", () -> new JsonPrimitive(name)));
    Optional<Integer> cookieSeconds =
        on.number(section, "cookieSeconds", member(ApplicationForm::cookieSeconds));
    Optional<String> webAcl = text("webAcl", form -> Optional.of(form.webAcl()));
    Optional<AccessLogs> accessLogs =
        section.optional(
            "accessLogs",
            on.where(member(ApplicationForm::accessLogBucket), ApplicationReader::accessLogs));
    Optional<Capacity> capacity =
        section.optional(
            "capacity", on.where(member(ApplicationForm::capacity), ApplicationReader::capacity));
    Optional<Backend> backend =
        section.optional(
            "backend",
            on.where(
                member(form -> Optional.of(form).filter(ApplicationForm::backend)),
                form -> ApplicationReader::backend));
    return on.layer() == Balancer.Layer.FOUR
        ? Optional.empty()
        : certificate.map(
            shown ->
                new Application(
                    shown,
                    tlsPolicy
                        .or(() -> on.application().map(ApplicationForm::defaultTlsPolicy))
                        .orElse(""),
                    cookieSeconds,
                    webAcl,
                    accessLogs,
                    capacity.or(
                        () ->
                            on.application()
                                .flatMap(ApplicationForm::capacity)
                                .map(CapacityForm::fallback)),
                    backend));
  }

  private static <F> Function<LayerForm, Optional<F>> member(
      Function<ApplicationForm, Optional<F>> member) {
    return form -> form.application().flatMap(member);
  }

  private Optional<String> text(String key, Function<ApplicationForm, Optional<TextForm>> form) {
    return section.optional(
        key, on.where(member(form), text -> Scalars.text(text.form(), text.rule())));
  }

  private static ValueReader<AccessLogs> accessLogs(TextForm bucket) {
    return node ->
        node.section(
                "a structure {bucket, prefix}",
                logs -> {
                  Optional<String> name =
                      logs.required("bucket", Scalars.text(bucket.form(), bucket.rule()));
                  String prefix = logs.or("prefix", PREFIX, "");
                  return name.map(there -> new AccessLogs(there, prefix));
                })
            .flatMap(Function.identity());
  }

  private static ValueReader<Capacity> capacity(CapacityForm form) {
    Function<Integer, ValueReader<Integer>> from =
        least -> OnLayer.number(NumberForm.of(least, form.range().most()));
    return node ->
        node.section(
            "a structure {min, max}",
            capacity -> {
              int min = capacity.or("min", from.apply(form.range().least()), form.fallback().min());
              int max =
                  capacity.or(
                      "max", from.apply(Math.max(1, min)), Math.max(min, form.fallback().max()));
              return new Capacity(min, max);
            });
  }

  private static Optional<Backend> backend(Node node) {
    return node.section(
        "a structure {trustedRoot, hostName}",
        backend ->
            new Backend(
                backend.optional("trustedRoot", TRUSTED_ROOT),
                backend.optional("hostName", DnsReader.HOST)));
  }
}
