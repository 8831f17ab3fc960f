package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The objects of one cloud, in memory and in a journal on disk. Each change is on disk before it is
 * in memory. Not safe for several threads: {@link Provider} locks.
 *
 * <p>A journal's line is one of {@code {"put": object}}, {@code {"removed": key}} and {@code
 * {"made": {"urn": text, "times": number}}}, the last so that an object made anew under an old URN
 * gets a new id.
 */
final class Store implements Closeable {
  private final ResourceIndex index;
  private final Journal journal;
  private final AddressPool pool;
  private final Map<String, Map<String, StoredResource>> byType = new HashMap<>();
  private final Map<String, StoredResource> byKey = new HashMap<>();
  private final Map<String, Long> made = new HashMap<>();

  /**
   * Loads a cloud, and compacts its journal.
   *
   * @param cloud the cloud
   * @param file its journal
   * @param pool the public addresses, where those in use are claimed
   * @throws IOException when the journal cannot be read or written
   */
  Store(Cloud cloud, Path file, AddressPool pool) throws IOException {
    this.index = new ResourceIndex(cloud);
    this.pool = pool;
    try {
      Journal.read(file).forEach(this::replay);
    } catch (RuntimeException odd) {
      throw new IOException(file + " is no journal of this cloud; move it away to start anew", odd);
    }
    objects().forEach(stored -> pool.claim(stored.addresses().values()));
    this.journal = Journal.start(file, lines());
  }

  /**
   * Counts the objects in a journal, without the cloud's specification and without changing it.
   *
   * @param file the journal
   * @return the number of objects by type
   * @throws IOException when the journal cannot be read
   */
  static Map<String, Long> count(Path file) throws IOException {
    Map<String, String> types = new HashMap<>();
    for (Props line : Journal.read(file)) {
      if (line.has("put")) {
        types.put(line.text("key", ""), line.text("put.type", ""));
      }
      line.text("removed").ifPresent(types::remove);
    }
    Map<String, Long> counts = new TreeMap<>();
    types.values().forEach(type -> counts.merge(type, 1L, Long::sum));
    return counts;
  }

  ResourceIndex index() {
    return index;
  }

  /**
   * Finds an object.
   *
   * @param key its key
   * @return the object
   */
  Optional<StoredResource> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * All objects of a type.
   *
   * @param type the type's token
   * @return the objects by key, sorted
   */
  Map<String, StoredResource> all(String type) {
    return byType.getOrDefault(type, Map.of());
  }

  /**
   * Says from what a new object's generated parts derive.
   *
   * @param urn its URN
   * @return the seed
   */
  String nextSeed(String urn) {
    return urn + "#" + (made.getOrDefault(urn, 0L) + 1);
  }

  /**
   * Makes or changes an object.
   *
   * @param stored the object as it is to be
   */
  void put(StoredResource stored) {
    write(putLine(stored));
    keep(stored);
  }

  /**
   * Removes an object.
   *
   * @param stored the object
   */
  void remove(StoredResource stored) {
    write(Props.of(Map.of("removed", index.key(stored))));
    forget(stored);
    pool.release(stored.addresses().values());
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private void write(Props line) {
    try {
      journal.append(line);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void keep(StoredResource stored) {
    String key = index.key(stored);
    get(key).ifPresent(this::forget);
    byType.computeIfAbsent(stored.type(), none -> new TreeMap<>()).put(key, stored);
    byKey.put(key, stored);
    index.add(stored);
    String times = stored.seed().substring(stored.seed().lastIndexOf('#') + 1);
    made.merge(stored.urn(), Long.parseLong(times), Math::max);
  }

  private void forget(StoredResource stored) {
    String key = index.key(stored);
    index.remove(stored);
    byKey.remove(key);
    Map<String, StoredResource> left = byType.getOrDefault(stored.type(), new TreeMap<>());
    left.remove(key);
  }

  private void replay(Props line) {
    if (line.has("put")) {
      keep(StoredResourceCodec.read(line.object("put")));
    }
    line.text("removed").flatMap(this::get).ifPresent(this::forget);
    if (line.has("made")) {
      made.merge(line.text("made.urn", ""), line.whole("made.times").orElse(0L), Math::max);
    }
  }

  private List<Props> lines() {
    List<Props> lines = new ArrayList<>();
    Set<String> alive = objects().stream().map(StoredResource::seed).collect(Collectors.toSet());
    made.forEach(
        (urn, times) -> {
          if (!alive.contains(urn + "#" + times)) {
            lines.add(Props.of(Map.of("made", Map.of("urn", urn, "times", times))));
          }
        });
    objects().forEach(stored -> lines.add(putLine(stored)));
    return lines;
  }

  private Props putLine(StoredResource stored) {
    return Props.of(Map.of("key", index.key(stored), "put", StoredResourceCodec.write(stored)));
  }

  private List<StoredResource> objects() {
    return byType.values().stream().flatMap(map -> map.values().stream()).toList();
  }
}
