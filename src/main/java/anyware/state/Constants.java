package anyware.state;

import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a site's resources to what is the same in every plan of a cloud: constants that the program
 * asks for, defaults that it relies on, and which resource names which. Longer than 250 lines
 * because it has a method for each kind of thing that resources can be held to.
 */
public final class Constants {
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:]+(/[0-9]+)?");

  private final List<StateResource> resources;
  private final List<Deviation> deviations = new ArrayList<>();

  /** Nothing is held to anything yet. */
  public Constants(List<StateResource> resources) {
    this.resources = List.copyOf(resources);
  }

  /** The resources of a type. */
  public OfType of(String type) {
    return new OfType(
        type, resources.stream().filter(resource -> resource.type().equals(type)).toList());
  }

  /**
   * There are resources of these types only, and of each type one of a name. A plan knows of no
   * other, so nobody could say what one lets pass. The site's component is in no cloud.
   *
   * @param types all that the program registers for a site
   */
  public Constants hasOnly(Collection<String> types) {
    Set<List<String>> met = new HashSet<>();
    resources.stream()
        .filter(resource -> !SiteKey.isSite(resource))
        .filter(
            resource ->
                !types.contains(resource.type())
                    || !met.add(List.of(resource.type(), resource.name())))
        .forEach(resource -> deviations.add(new Deviation(resource.name(), "", resource.type())));
    return this;
  }

  /** Whatever was not as it should be, sorted. */
  public List<Deviation> deviations() {
    return deviations.stream().sorted().toList();
  }

  /** What the resources of one type are held to. */
  public final class OfType {
    private final String type;
    private final List<StateResource> all;
    private final boolean asAsked;

    private OfType(String type, List<StateResource> all) {
      this(type, all, false);
    }

    private OfType(String type, List<StateResource> all, boolean asAsked) {
      this.type = type;
      this.all = all;
      this.asAsked = asAsked;
    }

    /** There are so many. */
    public OfType count(long expected) {
      if (all.size() != expected) {
        deviations.add(new Deviation(type, "", String.valueOf(all.size())));
      }
      return this;
    }

    /** What they say in all, each of a way to write texts. */
    public List<String> all(Function<StateResource, String> text) {
      return all.stream().map(text).toList();
    }

    /** The values of a property, of all of them. */
    public List<JsonElement> values(String path) {
      return all.stream().flatMap(resource -> found(resource, path).stream()).toList();
    }

    /** The texts of a property that are known, of all of them. */
    public List<String> texts(String path) {
      return values(path).stream()
          .filter(Predicate.not(Leaves::isUnknown))
          .map(StateResource::text)
          .toList();
    }

    /** How many there are. */
    public int size() {
      return all.size();
    }

    /** Those that fulfil a condition. */
    public OfType where(Predicate<StateResource> condition) {
      return new OfType(type, all.stream().filter(condition).toList());
    }

    /**
     * The program asks for this value.
     *
     * @param path the property, its parts joined by dots, with {@code []} for list elements and
     *     {@code [name]} for those of a name
     * @param value a text, which counts in any case, a number or a truth value
     */
    public OfType is(String path, Object value) {
      return check(
          path,
          found ->
              found.size() == 1
                  && (Leaves.isUnknown(found.get(0)) || isValue(found.get(0), value)));
    }

    /** The program relies on the cloud's default: nothing, or this value everywhere. */
    public OfType isByDefault(String path, Object value) {
      return checkEach(path, one -> isValue(one, value));
    }

    /**
     * The program asks for a prefix of addresses that only the cloud can tell.
     *
     * @param path the property
     * @param length the prefix's length
     */
    public OfType isPrefixOfLength(String path, int length) {
      return check(
          path,
          found ->
              found.size() == 1
                  && (Leaves.isUnknown(found.get(0))
                      || isPrefix(StateResource.text(found.get(0)), length)));
    }

    private static boolean isPrefix(String text, int length) {
      try {
        return Cidr.parse(text).prefix() == length;
      } catch (MalformedException e) {
        return false;
      }
    }

    /**
     * A part of this or another resource is named, by an id that ends like this.
     *
     * @param path the property
     * @param end the end of the only id
     */
    public OfType isIdEndingWith(String path, String end) {
      return areIdsEndingWith(path, List.of(end));
    }

    /** The program relies on the cloud's default: nothing, or ids that end like this everywhere. */
    public OfType isIdByDefault(String path, String end) {
      return checkEach(path, id -> endsWith(id, end));
    }

    /**
     * Parts of this or another resource are named, by ids that end like these, in any order, and
     * nothing else.
     *
     * @param path the property of each
     * @param ends the ends, one for each id
     */
    public OfType areIdsEndingWith(String path, List<String> ends) {
      return check(
          path,
          found -> {
            List<String> left = new ArrayList<>(ends);
            boolean isEach =
                found.stream().allMatch(id -> Leaves.isUnknown(id) || isTaken(left, id));
            return isEach && found.size() == ends.size();
          });
    }

    private static boolean isTaken(List<String> ends, JsonElement id) {
      return ends.stream()
          .filter(end -> endsWith(id, end))
          .findFirst()
          .filter(ends::remove)
          .isPresent();
    }

    private static boolean endsWith(JsonElement id, String end) {
      return StateResource.text(id).toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
    }

    /**
     * The program asks for these texts, in any order, and for nothing else.
     *
     * @param path the property of each
     * @param texts the texts, which count in any case; may be none
     */
    public OfType are(String path, List<String> texts) {
      return check(
          path,
          found ->
              found.stream().anyMatch(Leaves::isUnknown)
                  || sorted(found.stream().map(StateResource::text))
                      .equals(sorted(texts.stream())));
    }

    /**
     * Whatever is there is one of these texts.
     *
     * @param path the property of each
     * @param texts the texts, which count in any case
     */
    public OfType areAmong(String path, List<String> texts) {
      return checkEach(
          path, one -> texts.stream().anyMatch(StateResource.text(one)::equalsIgnoreCase));
    }

    /** There is at most one. */
    public OfType isSingle(String path) {
      return check(path, found -> found.size() <= 1);
    }

    /** The same resources as requests name them, which not every answer repeats. */
    public OfType asAsked() {
      return new OfType(type, all, true);
    }

    /** Nothing is there. */
    public OfType isEmpty(String path) {
      return check(path, found -> found.stream().allMatch(Leaves::isUnknown));
    }

    /** One other resource of the site is named, by its id or another of its cloud's names. */
    public OfType names(String path, String target) {
      return names(path, target, other -> true, 1);
    }

    /**
     * Other resources of the site are named and nothing else.
     *
     * @param path the property
     * @param target their type
     * @param which those that may be named
     * @param count how many are named
     */
    public OfType names(String path, String target, Predicate<StateResource> which, int count) {
      List<StateResource> others = of(target).where(which).all;
      for (StateResource resource : all) {
        String property = path.split("[.\\[]", 2)[0];
        List<JsonElement> found = found(resource, path);
        boolean isNamed =
            (found.size() == count || found.stream().anyMatch(Leaves::isUnknown))
                && found.stream()
                    .allMatch(
                        one -> others.stream().anyMatch(o -> isName(one, resource, property, o)));
        note(isNamed, resource, path, found);
      }
      return this;
    }

    /** Whatever is there fulfils the condition, or is not known yet. */
    private OfType checkEach(String path, Predicate<JsonElement> condition) {
      return check(
          path,
          found -> found.stream().allMatch(one -> Leaves.isUnknown(one) || condition.test(one)));
    }

    private OfType check(String path, Predicate<List<JsonElement>> condition) {
      for (StateResource resource : all) {
        List<JsonElement> found = found(resource, path);
        note(condition.test(found), resource, path, found);
      }
      return this;
    }

    private List<JsonElement> found(StateResource resource, String path) {
      return asAsked ? Leaves.of(resource.inputs(), path) : Leaves.of(resource, path);
    }

    private void note(
        boolean isFulfilled, StateResource resource, String path, List<JsonElement> found) {
      if (!isFulfilled) {
        String texts = String.join(", ", found.stream().map(JsonElement::toString).toList());
        deviations.add(new Deviation(resource.name(), path, texts));
      }
    }
  }

  private static List<String> sorted(Stream<String> texts) {
    return texts.map(text -> text.toLowerCase(Locale.ROOT)).sorted().toList();
  }

  private static boolean isValue(JsonElement found, Object value) {
    return found instanceof JsonPrimitive primitive
        && primitive.getAsString().equalsIgnoreCase(number(primitive, value));
  }

  /** Providers and files write whole numbers as 80 or 80.0. */
  private static String number(JsonPrimitive found, Object value) {
    return found.isNumber()
            && value instanceof Number number
            && found.getAsDouble() == number.doubleValue()
        ? found.getAsString()
        : String.valueOf(value);
  }

  /** What a preview does not know yet is known by where it will come from. */
  private static boolean isName(
      JsonElement found, StateResource holder, String property, StateResource other) {
    if (!(found instanceof JsonPrimitive text)) {
      return false;
    }
    String name = plain(text.getAsString());
    if (!Leaves.isUnknown(found) && other.outputs().size() == 0) {
      // Nobody knows the names of what is yet to be touched.
      return true;
    }
    List<String> sources = holder.sourcesOf(property);
    return Leaves.isUnknown(found)
        ? sources.isEmpty() || sources.contains(other.urn())
        : Stream.concat(
                other.id().stream(),
                Stream.of(
                        "arn",
                        "selfLink",
                        "name",
                        "address",
                        "publicIp",
                        "ipAddress",
                        "dnsName",
                        "zoneId")
                    .flatMap(key -> Leaves.of(other, key).stream())
                    .filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString))
            .map(Constants::plain)
            .anyMatch(name::equalsIgnoreCase);
  }

  /** Who has a range of IPv6 is known by its first address, which clouds spell in several ways. */
  private static String plain(String name) {
    if (!IPV6.matcher(name).matches()) {
      return name;
    }
    try {
      return IpAddress.parse(name.replaceFirst("/.*", "")).toString();
    } catch (MalformedException noAddress) {
      return name;
    }
  }
}
