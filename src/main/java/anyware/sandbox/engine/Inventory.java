package anyware.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
      Map<String, Long> counts = Store.count(Home.journal(home, cloud));
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      text.append(cloud).append(": ").append(all).append(all == 1 ? " object\n" : " objects\n");
      counts.forEach(
          (type, count) -> text.append("  ").append(type).append(": ").append(count).append('\n'));
    }
    return text.toString();
  }
}
