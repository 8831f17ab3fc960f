package anyware.settings;

import anyware.cloud.ApplicationForm;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.CertificateForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code certificate} and {@code domains} of a balancer. */
final class CertificateReader {
  private static final String CERTIFICATE = "certificate";
  private static final String DOMAINS = "domains";
  private static final String EITHER = "exactly one of certificate, domains";
  private final Section section;
  private final OnLayer on;

  CertificateReader(Section section, OnLayer on) {
    this.section = section;
    this.on = on;
  }

  /** The certificate; one must be there on layer 7, and none can be on layer 4. */
  Optional<Certificate> read() {
    boolean isManaged = section.has(DOMAINS);
    boolean isNeeded = on.layer() == Balancer.Layer.SEVEN && !isManaged;
    Optional<Certificate> managed =
        section.optional(
            DOMAINS,
            on.where(
                layer ->
                    layer
                        .application()
                        .map(ApplicationForm::certificate)
                        .filter(form -> form.managedDomains() > 0),
                form -> domains(form.managedDomains())));
    ValueReader<Certificate> given =
        on.where(layer -> layer.application().map(ApplicationForm::certificate), this::given);
    Optional<Certificate> certificate =
        isNeeded ? section.required(CERTIFICATE, given) : section.optional(CERTIFICATE, given);
    if (isManaged && section.has(CERTIFICATE) && on.application().isPresent()) {
      return section.child(DOMAINS).report("both", EITHER, "remove one of them");
    }
    return managed.or(() -> certificate);
  }

  private static ValueReader<Certificate> domains(int most) {
    return node ->
        atMost(node, TextLists.read(node, DnsReader.HOST), most, "domain")
            .map(Certificate.Managed::new);
  }

  private ValueReader<Certificate> given(CertificateForm form) {
    if (form.identity().isPresent()) {
      return node -> ofVault(node, form.id(), form.identity().get());
    }
    ValueReader<String> id = Scalars.text(form.id().form(), form.id().rule());
    return form.most() == 1
        ? node -> id.read(node).map(one -> new Certificate.Given(List.of(one)))
        : node ->
            atMost(node, TextLists.read(node, id), form.most(), CERTIFICATE)
                .map(Certificate.Given::new);
  }

  private static Optional<Certificate> ofVault(Node node, TextForm id, TextForm identity) {
    return node.section(
            "a structure {secretId, identity}",
            vault -> {
              Optional<String> secret =
                  vault.required("secretId", Scalars.text(id.form(), id.rule()));
              Optional<String> reader =
                  vault.required("identity", Scalars.text(identity.form(), identity.rule()));
              return secret.flatMap(
                  there ->
                      reader.<Certificate>map(known -> new Certificate.VaultSecret(there, known)));
            })
        .flatMap(Function.identity());
  }

  private static Optional<List<String>> atMost(
      Node node, Optional<List<String>> list, int most, String one) {
    if (node.isRecorded()) {
      node.expects(SettingForms.items(most));
    }
    boolean isReported = node.problems().concernPart(node.path());
    return isReported || list.isEmpty() || (!list.get().isEmpty() && list.get().size() <= most)
        ? list
        : node.report(
            list.get().size() + " " + one + "s", "a list of 1 to " + most + " " + one + "s", "");
  }
}
