package anyware.attach;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import anyware.problem.Printable;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a site gave out. */
final class SiteOutputsReader {
  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values()).collect(Collectors.toMap(Role::key, role -> role));
  private static final String ID = "a printable text that begins with no hyphen";
  private static final int LONGEST_ID = 2_000;

  private SiteOutputsReader() {}

  static Optional<SiteOutputs> read(JsonPart site) {
    Optional<String> cloud = requiredId(site, "cloud");
    Optional<String> region = requiredId(site, "region");
    SiteOutputs outputs =
        new SiteOutputs(
            cloud.orElse(""),
            region.orElse(""),
            byRole(site.requiredStructure("groups"), SiteOutputsReader::id),
            byRole(site.member("applicationGroups"), SiteOutputsReader::id),
            byRole(site.member("subnets"), SiteOutputsReader::subnetIds),
            site.member("balancer").map(SiteOutputsReader::texts).orElse(Map.of()),
            site.items("connectorAddresses", "addresses with their ids").stream()
                .flatMap(part -> address(part).stream())
                .toList(),
            site.structure().orElseGet(JsonObject::new));
    return cloud.isPresent() && region.isPresent() ? Optional.of(outputs) : Optional.empty();
  }

  private static <T> Map<Role, T> byRole(
      Optional<JsonPart> part, Function<JsonPart, Optional<T>> reading) {
    Map<Role, T> byRole = new EnumMap<>(Role.class);
    for (JsonPart roles : part.stream().toList()) {
      for (String key : roles.keys()) {
        Optional<JsonPart> value = roles.member(key);
        Role role = ROLES.get(key);
        if (role == null) {
          value.ifPresent(unknown -> unknown.problem("nothing: there is no such role"));
        } else {
          value.flatMap(reading).ifPresent(read -> byRole.put(role, read));
        }
      }
    }
    return byRole;
  }

  private static Optional<List<String>> subnetIds(JsonPart part) {
    return Optional.of(
        part.items("subnets").stream()
            .flatMap(subnet -> subnet.member("id").flatMap(SiteOutputsReader::id).stream())
            .toList());
  }

  /** What is no text is left out: nothing is attached to a number. */
  private static Map<String, String> texts(JsonPart part) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : part.keys()) {
      part.member(key)
          .filter(member -> member.value() instanceof JsonPrimitive value && value.isString())
          .flatMap(SiteOutputsReader::id)
          .ifPresent(text -> texts.put(key, text));
    }
    return texts;
  }

  private static Optional<ReservedAddress> address(JsonPart part) {
    Optional<String> id = requiredId(part, "id");
    return part.required("address")
        .flatMap(text -> ip(part, text))
        .flatMap(ip -> id.map(known -> new ReservedAddress(ip, known)));
  }

  private static Optional<IpAddress> ip(JsonPart part, String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (MalformedException e) {
      return part.member("address").flatMap(found -> found.problem(e.allowed(), e.fix()));
    }
  }

  private static Optional<String> requiredId(JsonPart part, String key) {
    return part.required(key).isPresent()
        ? part.member(key).flatMap(SiteOutputsReader::id)
        : Optional.empty();
  }

  private static Optional<String> id(JsonPart part) {
    Optional<String> text = part.text();
    return text.isEmpty() || isId(text.get()) ? text : part.problem(ID);
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && !text.startsWith("-")
        && text.length() <= LONGEST_ID
        && Printable.isPrintable(text);
  }
}
