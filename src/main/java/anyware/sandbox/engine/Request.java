package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.UnknownValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request, as constraints and computations see it. Used by one thread, under the cloud's lock.
 */
final class Request implements RequestContext {
  private final Store store;
  private final AddressPool pool;
  private final Props settings;
  private final String logicalName;
  private final @Nullable StoredResource old;
  private final @Nullable String seed;
  private final boolean preview;
  private final Map<String, String> addresses = new TreeMap<>();
  private final List<String> taken = new ArrayList<>();
  private Props inputs;
  private @Nullable String id;

  private Request(
      Store store,
      AddressPool pool,
      Props settings,
      String logicalName,
      Props inputs,
      @Nullable StoredResource old,
      @Nullable String seed,
      boolean preview) {
    this.store = store;
    this.pool = pool;
    this.settings = settings;
    this.logicalName = logicalName;
    this.inputs = inputs;
    this.old = old;
    this.seed = seed;
    this.preview = preview;
    if (old != null) {
      this.id = old.id();
      addresses.putAll(old.addresses());
    }
  }

  /** A check, an invoke or the preview of a create: there is no object yet. */
  static Request early(Store store, AddressPool pool, Props settings, String name, Props inputs) {
    return new Request(store, pool, settings, name, inputs, null, null, true);
  }

  /** A create. */
  static Request create(Store store, AddressPool pool, Props settings, Urn urn, Props inputs) {
    String seed = store.nextSeed(urn.text());
    return new Request(store, pool, settings, urn.name(), inputs, null, seed, false);
  }

  /** An update, its preview, or a delete. */
  static Request change(
      Store store,
      AddressPool pool,
      Props settings,
      StoredResource old,
      Props inputs,
      boolean preview) {
    String name = Urn.of(old.urn()).name();
    return new Request(store, pool, settings, name, inputs, old, old.seed(), preview);
  }

  /**
   * Goes on with other inputs.
   *
   * @param next the inputs
   */
  void use(Props next) {
    this.inputs = next;
  }

  /**
   * Gives a new object its id.
   *
   * @param next the id
   */
  void name(String next) {
    this.id = next;
  }

  /** Gives back the addresses that were taken for this request, when it is refused. */
  void giveBack() {
    pool.release(taken);
  }

  Map<String, String> addresses() {
    return Map.copyOf(addresses);
  }

  String seed() {
    return known(seed, "seed");
  }

  @Override
  public Props inputs() {
    return inputs;
  }

  @Override
  public Props settings() {
    return settings;
  }

  @Override
  public String logicalName() {
    return logicalName;
  }

  @Override
  public String id() {
    return known(id, "id");
  }

  @Override
  public Optional<StoredResource> old() {
    return Optional.ofNullable(old);
  }

  @Override
  public Optional<StoredResource> find(String kind, String name) {
    return store.index().owner(kind, name, settings).flatMap(store::get);
  }

  @Override
  public List<StoredResource> all(String type) {
    return List.copyOf(store.all(type).values());
  }

  @Override
  public List<StoredResource> referrers(StoredResource target) {
    return store.index().referrers(store.index().names(target)).keySet().stream()
        .flatMap(key -> store.get(key).stream())
        .toList();
  }

  @Override
  public String hex(String purpose, int digits) {
    return SeededDigits.hex(seed() + "/" + purpose, digits);
  }

  @Override
  public String digits(String purpose, int digits) {
    return SeededDigits.decimal(seed() + "/" + purpose, digits);
  }

  @Override
  public String publicAddress(String slot) {
    @Nullable String held = addresses.get(slot);
    if (held != null) {
      return held;
    }
    if (preview) {
      throw new UnknownValueException("public address");
    }
    String address = pool.take(seed() + "/" + slot);
    taken.add(address);
    addresses.put(slot, address);
    return address;
  }

  private static String known(@Nullable String value, String what) {
    if (value == null) {
      throw new UnknownValueException(what);
    }
    return value;
  }
}
