package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what a home's clouds hold, from the files alone: it works whether or not they run. */
public final class Inventory {
  private Inventory() {}

  /**
   * Counts the objects.
   *
   * @param home the sandbox's home
   * @param clouds the names of the clouds
   * @return a line a cloud, with a line a type below it
   * @throws IOException when a file cannot be read
   */
  public static String of(Path home, List<String> clouds) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String cloud : clouds) {
      Map<String, Long> counts = new TreeMap<>();
      objects(Home.journal(home, cloud))
          .forEach(object -> counts.merge(object.type(), 1L, Long::sum));
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      text.append(cloud).append(": ").append(all).append(all == 1 ? " object\n" : " objects\n");
      counts.forEach(
          (type, count) -> text.append("  ").append(type).append(": ").append(count).append('\n'));
    }
    return text.toString();
  }

  /**
   * The objects in a journal, without the cloud's specification and without changing it.
   *
   * @param file the journal
   * @return the objects, oldest change first
   * @throws IOException when the journal cannot be read
   */
  static List<StoredResource> objects(Path file) throws IOException {
    Map<String, StoredResource> objects = new LinkedHashMap<>();
    for (Props line : Journal.read(file)) {
      if (line.has("put")) {
        objects.remove(line.text("key", ""));
        objects.put(line.text("key", ""), StoredResourceCodec.read(line.object("put")));
      }
      line.text("removed").ifPresent(objects::remove);
    }
    return List.copyOf(objects.values());
  }
}
