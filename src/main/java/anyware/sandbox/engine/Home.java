package anyware.sandbox.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The folder of one offline cloud process, held by one process at a time. */
final class Home implements Closeable {
  private final Path folder;
  private final FileChannel lock;

  private Home(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder.
   *
   * @param home the sandbox's home; the folder is {@code cloud} in it
   * @return the folder, or nothing when another process holds it
   * @throws IOException when it cannot be made
   */
  static Optional<Home> take(Path home) throws IOException {
    Path folder = Files.createDirectories(folder(home));
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock held = null;
    try {
      held = lock.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      held = null;
    }
    if (held == null) {
      lock.close();
      return Optional.empty();
    }
    return Optional.of(new Home(folder, lock));
  }

  /**
   * The journal of a cloud.
   *
   * @param home the sandbox's home
   * @param cloud its name
   * @return the file
   */
  static Path journal(Path home, String cloud) {
    return folder(home).resolve(cloud + ".jsonl");
  }

  private static Path folder(Path home) {
    return home.toAbsolutePath().resolve("cloud");
  }

  /**
   * Says on which ports the clouds answer, all at once or not at all.
   *
   * @param ports the ports by cloud
   * @throws IOException when it cannot be written
   */
  void announce(Map<String, Integer> ports) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(ports)
        .forEach((cloud, port) -> text.append(cloud).append('=').append(port).append('\n'));
    text.append("pid=").append(ProcessHandle.current().pid()).append('\n');
    Path fresh = folder.resolve("endpoint.new");
    Files.writeString(fresh, text);
    Files.move(
        fresh,
        folder.resolve("endpoint"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Gives the folder up.
   *
   * @throws IOException when that fails
   */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve("endpoint"));
    lock.close();
  }
}
