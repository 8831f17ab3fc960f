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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The objects of one cloud, in memory and in a journal on disk. Each change is on disk before it is
 * in memory. Not safe for several threads: {@link Provider} locks.
 *
 * <p>A journal's line is one of {@code {"put": object}}, {@code {"answered": key}}, {@code
 * {"removed": key}} and {@code {"made": {"urn": text, "times": number}}}, the last so that an
 * object made anew under an old URN gets a new id. A new object's line says {@code "open": true}:
 * it was made, and until its key is answered nobody may know of it.
 */
final class Store implements Closeable {
  private final ResourceIndex index;
  private final Journal journal;
  private final AddressPool pool;
  private final Map<String, Map<String, StoredResource>> byType = new HashMap<>();
  private final Map<String, StoredResource> byKey = new HashMap<>();
  private final Map<String, Long> made = new HashMap<>();
  private final Set<String> open = new TreeSet<>();
  private final StackList stacks;

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
    this.stacks = new StackList(file);
    try {
      Journal.read(file).forEach(this::replay);
    } catch (RuntimeException odd) {
      throw new IOException(file + " is no journal of this cloud; " + Journal.CURE, odd);
    }
    objects().forEach(stored -> pool.claim(stored.addresses().values()));
    this.journal = Journal.start(file, lines());
    stacks.write();
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
   * Makes an object, of which nobody knows until it is {@link #answered}.
   *
   * @param stored the object
   */
  void make(StoredResource stored) {
    open.add(index.key(stored));
    try {
      put(stored);
    } catch (RuntimeException unwritten) {
      open.remove(index.key(stored));
      throw unwritten;
    }
  }

  /**
   * Makes or changes an object.
   *
   * @param stored the object as it is to be
   */
  void put(StoredResource stored) {
    write(putLine(stored));
    keep(stored);
    stacks.write();
  }

  /**
   * Notes that somebody knows of an object: its making was answered, or it was asked for by id.
   *
   * @param stored the object
   */
  void answered(StoredResource stored) {
    String key = index.key(stored);
    if (open.contains(key)) {
      write(Props.of(Map.of("answered", key)));
      open.remove(key);
    }
  }

  /**
   * Objects of which nobody knows: the answer to their making was lost.
   *
   * @param urn the name under which they were made
   * @return the objects
   */
  List<StoredResource> unanswered(String urn) {
    return open.stream()
        .flatMap(key -> get(key).stream())
        .filter(stored -> stored.urn().equals(urn))
        .toList();
  }

  /**
   * Removes an object.
   *
   * @param stored the object
   */
  void remove(StoredResource stored) {
    write(Props.of(Map.of("removed", index.key(stored))));
    forget(stored);
    open.remove(index.key(stored));
    stacks.write();
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
    stacks.add(stored.urn());
    String times = stored.seed().substring(stored.seed().lastIndexOf('#') + 1);
    made.merge(stored.urn(), Long.parseLong(times), Math::max);
  }

  private void forget(StoredResource stored) {
    String key = index.key(stored);
    index.remove(stored);
    stacks.remove(stored.urn());
    byKey.remove(key);
    Map<String, StoredResource> left = byType.getOrDefault(stored.type(), new TreeMap<>());
    left.remove(key);
  }

  private void replay(Props line) {
    if (line.has("put")) {
      StoredResource stored = StoredResourceCodec.read(line.object("put"));
      keep(stored);
      if (line.isTrue("open")) {
        open.add(index.key(stored));
      }
    }
    line.text("answered").ifPresent(open::remove);
    line.text("removed").flatMap(this::get).ifPresent(this::forget);
    line.text("removed").ifPresent(open::remove);
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
    String key = index.key(stored);
    Props line = Props.of(Map.of("key", key, "put", StoredResourceCodec.write(stored)));
    return open.contains(key) ? line.with("open", true) : line;
  }

  private List<StoredResource> objects() {
    return byType.values().stream().flatMap(map -> map.values().stream()).toList();
  }
}
