package anyware.natives;

import anyware.json.JsonPart;
import anyware.net.AddressSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the file with the roles says of machines that have no role.
 *
 * @param addresses what groups, tags and lists stand for that rules name and no role carries; by
 *     name, in any case
 * @param others where further machines are that carry what a role's carry; likewise
 */
public record Described(Map<String, AddressSet> addresses, Map<String, AddressSet> others) {
  /** The keys that stand beside the roles, for a person. */
  public static final String KEYS = "addresses, alsoCarriedBy";

  /** Nothing is said, and nothing can be. */
  public static final Described NOBODY = new Described(Map.of(), Map.of());

  private static final String ADDRESSES = "addresses";
  private static final String OTHERS = "alsoCarriedBy";

  /** Nothing is said. */
  public Described() {
    this(
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
  }

  /**
   * Takes what stands below a key of the file.
   *
   * @return whether the key is one of these
   */
  public boolean take(String key, JsonPart part) {
    if (!key.equals(ADDRESSES) && !key.equals(OTHERS)) {
      return false;
    }
    for (String name : part.keys()) {
      (key.equals(ADDRESSES) ? addresses : others).put(name, AddressSet.of(part.cidrs(name)));
    }
    return true;
  }

  /**
   * Notes as a problem whatever is said to be carried by others too, and is by no role.
   *
   * @param file the file with the roles
   * @param carried whether a role carries what has this name
   */
  public void requireCarried(JsonPart file, Predicate<String> carried) {
    others.keySet().stream()
        .filter(name -> !carried.test(name))
        .forEach(
            name ->
                file.member(OTHERS)
                    .flatMap(part -> part.member(name))
                    .ifPresent(
                        part ->
                            part.problem("what a role carries too", "say it under " + ADDRESSES)));
  }

  /**
   * Where the machines without a role are that a name stands for; absent where nobody says.
   *
   * @param name what a rule names; of a path the end is enough
   */
  public Optional<AddressSet> of(String name) {
    return in(addresses, name).or(() -> in(others, name));
  }

  private static Optional<AddressSet> in(Map<String, AddressSet> said, String name) {
    return Optional.ofNullable(said.get(name))
        .or(() -> Optional.ofNullable(said.get(name.substring(name.lastIndexOf('/') + 1))));
  }

  /**
   * A sentence about what is taken to be carried by roles alone.
   *
   * @param carried what rules name and roles carry: by name, for a person, who carries it
   * @return absent where the file says of all of it who else carries it
   */
  public Optional<String> closedWorld(Map<String, String> carried) {
    String unsaid =
        carried.entrySet().stream()
            .filter(entry -> of(entry.getKey()).isEmpty())
            .map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return unsaid.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no other machine is taken to carry what roles carry and rules name: %s; where some do,"
                    .formatted(unsaid)
                + " name them in the roles file: \"%s\": {\"%s\": [\"10.0.0.0/24\"]}"
                    .formatted(OTHERS, unsaid.substring(0, unsaid.indexOf(" ("))));
  }

  /** What to say in the file with the roles about a name that nobody described. */
  public static String hint(String name) {
    return "name them in the roles file: \"%s\": {\"%s\": [\"10.0.0.0/24\"]}"
        .formatted(ADDRESSES, name);
  }
}
