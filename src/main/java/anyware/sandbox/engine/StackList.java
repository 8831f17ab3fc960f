package anyware.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which stacks have objects in a cloud, in a file beside its journal: a line {@code PROJECT STACK}
 * each, so that a script can tell without reading the journal. Written only when a stack gets its
 * first object or loses its last.
 */
final class StackList {
  private final Path file;
  private final TreeMap<String, Integer> counts = new TreeMap<>();
  private Set<String> written = Set.of("not written yet");

  /**
   * No stacks yet.
   *
   * @param journal the cloud's journal, {@code NAME.jsonl}; the file is {@code NAME.stacks}
   */
  StackList(Path journal) {
    this.file =
        journal.resolveSibling(journal.getFileName().toString().replace(".jsonl", "") + ".stacks");
  }

  /**
   * Counts an object.
   *
   * @param urn its URN
   */
  void add(String urn) {
    counts.merge(stack(urn), 1, Integer::sum);
  }

  /**
   * Counts an object no more.
   *
   * @param urn its URN
   */
  void remove(String urn) {
    counts.computeIfPresent(stack(urn), (stack, count) -> count == 1 ? null : count - 1);
  }

  /** Brings the file up to date. It is advice only: a disk that is full stops nothing here. */
  void write() {
    if (written.equals(counts.keySet())) {
      return;
    }
    StringBuilder text = new StringBuilder();
    counts.keySet().forEach(stack -> text.append(stack).append('\n'));
    try {
      OwnFiles.write(file, text.toString());
      written = new TreeSet<>(counts.keySet());
    } catch (IOException full) {
      written = Set.of("not written yet");
    }
  }

  /** {@code urn:pulumi:STACK::PROJECT::TYPE::NAME}. */
  private static String stack(String urn) {
    String[] parts = urn.split("::", 3);
    String stack = parts[0].substring(parts[0].lastIndexOf(':') + 1);
    return (parts.length > 1 ? parts[1] : "") + " " + stack;
  }
}
