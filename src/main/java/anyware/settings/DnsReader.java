package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.DnsForm;
import anyware.cloud.DnsName;
import anyware.cloud.TextForm;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads records in DNS zones. */
final class DnsReader {
  /** A host's name. */
  static final ValueReader<String> HOST = Scalars.text(DnsForm.HOST.form(), DnsForm.HOST.rule());

  private static final ValueReader<String> ANY_ZONE =
      Scalars.text(Pattern.compile(".+"), "a zone as the site's cloud spells it");

  private static final ValueReader<String> NUMBERED =
      node -> {
        if (node.isRecorded()) {
          node.expects(SettingForms.numberedHost());
        }
        Optional<String> name =
            node.text()
                .filter(text -> DnsForm.HOST.takes(text.replace(DnsName.NUMBER, "1")))
                .filter(text -> text.split(Pattern.quote(DnsName.NUMBER), -1).length == 2);
        return name.isPresent()
            ? name
            : node.refuse(
                DnsForm.HOST.rule() + ", with " + DnsName.NUMBER + " in it once",
                "write it as pcoip-{number}.example.com");
      };

  private DnsReader() {}

  /** The record of a balancer. */
  static ValueReader<DnsName> ofBalancer(Optional<Cloud> cloud) {
    return node -> read(node, cloud, HOST);
  }

  /** The records of the connectors, one each. */
  static ValueReader<DnsName> ofConnectors(Optional<Cloud> cloud) {
    return node -> read(node, cloud, NUMBERED);
  }

  private static Optional<DnsName> read(
      Node node, Optional<Cloud> cloud, ValueReader<String> names) {
    Optional<DnsForm> form = cloud.map(known -> known.forms().dns());
    ValueReader<String> zones = form.map(DnsForm::zone).map(DnsReader::text).orElse(ANY_ZONE);
    return node.section(
            "a structure {zone, name}",
            record -> {
              Optional<String> zone = record.required("zone", zones);
              Optional<String> name =
                  record.required("name", value -> inZone(value, names, form, zone));
              return zone.flatMap(there -> name.map(known -> new DnsName(there, known)));
            })
        .flatMap(Function.identity());
  }

  private static ValueReader<String> text(TextForm form) {
    return Scalars.text(form.form(), form.rule());
  }

  private static Optional<String> inZone(
      Node node, ValueReader<String> names, Optional<DnsForm> form, Optional<String> zone) {
    return names
        .read(node)
        .flatMap(
            name ->
                form.isPresent() && zone.isPresent() && !form.get().isPart().test(zone.get(), name)
                    ? node.refuse("a name of the zone", "")
                    : Optional.of(name));
  }
}
