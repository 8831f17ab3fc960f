package anyware.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which user owns the other end of a connection, as Linux's tables of TCP sockets tell it:
 * https://man7.org/linux/man-pages/man5/proc_pid_net.5.html. Only a connection that stands counts,
 * since the system gives those that end to root.
 *
 * @param tables the files with the tables
 * @param user this process's user, by number
 */
record SocketOwners(List<Path> tables, long user) {
  private static final String STANDS = "01";
  private static final String LOOPBACK = "0100007F";
  private static final String ROOT = "0";

  /**
   * The system's.
   *
   * @return the owners; on a system that does not tell them, everybody may call
   */
  static SocketOwners ofThisSystem() {
    List<Path> tables = new ArrayList<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      if (Files.isReadable(Path.of(table))) {
        tables.add(Path.of(table));
      }
    }
    try {
      Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return new SocketOwners(List.copyOf(tables), ((Number) user).longValue());
    } catch (IOException | RuntimeException untold) {
      return new SocketOwners(List.of(), 0);
    }
  }

  /**
   * Tells whether a process of this user's, or of root's, has a connection on loopback.
   *
   * @param port its port at the other end
   * @return whether it does, or the system does not tell
   */
  boolean mayCall(int port) {
    if (tables.isEmpty()) {
      return true;
    }
    String local = LOOPBACK + ":" + String.format(Locale.ROOT, "%04X", port);
    for (Path table : tables) {
      try {
        for (String line : Files.readAllLines(table)) {
          if (isOwn(line.strip().split("\\s+", -1), local)) {
            return true;
          }
        }
      } catch (IOException unreadable) {
        return true;
      }
    }
    return false;
  }

  /** {@code sl local_address rem_address st tx:rx tr:when retrnsmt uid ...}. */
  private boolean isOwn(String[] fields, String local) {
    return fields.length > 7
        && fields[1].endsWith(local)
        && fields[3].equals(STANDS)
        && (fields[7].equals(String.valueOf(user)) || fields[7].equals(ROOT));
  }
}
