package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Values;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file with one JSON object a line, to which changes are only ever appended. What was appended
 * survives the death of the process, not that of the machine. A last line that is cut short belongs
 * to a call that was never answered, and is left out.
 */
final class Journal implements Closeable {
  /** What to do about a journal that cannot be read. */
  static final String CURE =
      "bin/sandbox reset starts anew, or put a copy of the file back that is whole";

  private final Path file;
  private final FileChannel channel;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Reads a journal.
   *
   * @param file the file; none is the same as an empty one
   * @return its lines, oldest first
   * @throws IOException when the file cannot be read or a line other than the last is damaged
   */
  static List<Props> read(Path file) throws IOException {
    List<Props> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    // What is no UTF-8 is no JSON either, and gets its line number.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      Optional<Object> line = Json.read(text.substring(start, end));
      if (line.isEmpty()) {
        throw new IOException(file + " is damaged at line " + (lines.size() + 1) + "; " + CURE);
      }
      lines.add(new Props(Values.asMap(line.get())));
      start = end + 1;
    }
    return lines;
  }

  /**
   * Starts a journal anew, with what counts of its former lines.
   *
   * @param file the file, replaced as a whole or not at all
   * @param lines its first lines
   * @return the journal, open for appending
   * @throws IOException when it cannot be written
   */
  static Journal start(Path file, List<Props> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(Json.write(line.values())).append('\n'));
    OwnFiles.write(file, text.toString());
    return new Journal(
        file, FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
  }

  /**
   * Appends one line, or changes nothing.
   *
   * @param line the line
   * @throws IOException when it cannot be written
   */
  void append(Props line) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap((Json.write(line.values()) + "\n").getBytes(StandardCharsets.UTF_8));
    long before = channel.size();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException cause) {
      channel.truncate(before);
      throw new IOException(
          "cannot write "
              + file
              + ": "
              + cause.getMessage()
              + "; make room there, then run the command again",
          cause);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
