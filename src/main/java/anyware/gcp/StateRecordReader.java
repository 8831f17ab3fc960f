package anyware.gcp;

import anyware.json.JsonPart;
import anyware.net.Family;
import anyware.problem.Problem;
import anyware.state.StateResource;
import com.google.gson.JsonElement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a site's DNS records back from what the engine knows of its resources. */
final class StateRecordReader {
  private static final String DATA = "rrdatas";

  private static final Set<String> ADDRESSES =
      Set.of(StateTypes.ADDRESS, StateTypes.GLOBAL_ADDRESS);

  private final List<StateResource> resources;
  private final List<Problem> problems;

  StateRecordReader(List<StateResource> resources, List<Problem> problems) {
    this.resources = resources;
    this.problems = problems;
  }

  /** The records, by name. */
  List<DnsRecord> records() {
    return resources.stream()
        .filter(resource -> resource.type().equals(StateTypes.RECORD_SET))
        .map(this::record)
        .sorted(Comparator.comparing(DnsRecord::name))
        .toList();
  }

  private DnsRecord record(StateResource record) {
    JsonPart current = record.current(problems);
    String zone =
        "projects/"
            + current.text("project").orElse("")
            + "/managedZones/"
            + current.text("managedZone").orElse("");
    return new DnsRecord(
        record.name(),
        zone,
        current.text("name").orElse("").replaceFirst("\\.$", ""),
        family(current),
        target(record, current));
  }

  /** Any other type is a deviation. */
  private static Family family(JsonPart record) {
    return record.text("type").filter(Family.IPV6.recordType()::equals).isPresent()
        ? Family.IPV6
        : Family.IPV4;
  }

  private Stream<StateResource> addresses() {
    return resources.stream().filter(resource -> ADDRESSES.contains(resource.type()));
  }

  /** What a preview does not know yet is known by where it will come from. */
  private String target(StateResource record, JsonPart current) {
    // A list that comes from what is not known yet is not known as a whole.
    boolean isUnknown = record.current(DATA).filter(JsonElement::isJsonPrimitive).isPresent();
    List<String> told = isUnknown ? List.of() : current.texts(DATA, "texts");
    List<String> sources = record.sourcesOf(DATA);
    return addresses()
        .filter(
            address ->
                isUnknown
                    ? sources.contains(address.urn())
                    : told.size() == 1
                        && address
                            .current(problems)
                            .text("address")
                            .filter(told.get(0)::equals)
                            .isPresent())
        .map(StateResource::name)
        .findFirst()
        .orElse(isUnknown ? record.name() : String.join(", ", told));
  }
}
