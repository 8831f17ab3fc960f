package anyware.sandbox.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one offline cloud process, held by one process at a time. Folder and files are
 * their owner's alone.
 */
final class Home implements Closeable {
  private static final String LOCK = "lock";
  private static final String ENDPOINT = "endpoint";

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
    Path folder = OwnFiles.folder(folder(home));
    for (String kept : List.of("state", "pulumi", "logs", "stacks")) {
      if (Files.isDirectory(folder.resolveSibling(kept))) {
        OwnFiles.folder(folder.resolveSibling(kept));
      }
    }
    FileChannel lock =
        FileChannel.open(
            OwnFiles.file(folder.resolve(LOCK)),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
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
    lock.truncate(0).write(ByteBuffer.wrap((pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
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
    text.append("pid=").append(pid()).append('\n');
    OwnFiles.write(folder.resolve(ENDPOINT), text.toString());
  }

  /**
   * Tells whether the folder is still this process's. It is not once somebody removed it, even if
   * another process has made it anew.
   *
   * @return whether it is
   */
  boolean isHeld() {
    try {
      return Files.readString(folder.resolve(LOCK)).strip().equals(String.valueOf(pid()));
    } catch (NoSuchFileException removed) {
      return false;
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  /**
   * Gives the folder up. What another process announced there stays.
   *
   * @throws IOException when that fails
   */
  @Override
  public void close() throws IOException {
    if (isHeld()) {
      Files.deleteIfExists(folder.resolve(ENDPOINT));
    }
    lock.close();
  }
}
