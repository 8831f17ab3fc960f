package anyware.sandbox.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner may open, whatever the process's umask is. */
final class OwnFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnFiles() {}

  /**
   * Makes a folder, or takes one that is there from all others.
   *
   * @param folder the folder; those above it are made as usual
   * @return the folder
   * @throws IOException when it cannot be made, or is somebody else's
   */
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, FOLDER);
    return folder;
  }

  /**
   * Makes an empty file where there is none.
   *
   * @param file the file
   * @return the file
   * @throws IOException when it cannot be made
   */
  static Path file(Path file) throws IOException {
    try {
      return Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
    } catch (FileAlreadyExistsException there) {
      return file;
    }
  }

  /**
   * Writes a file as a whole or not at all.
   *
   * @param file the file, replaced when it is there
   * @param text its text
   * @throws IOException when it cannot be written; the former file is then as it was
   */
  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file as a whole or not at all.
   *
   * @param file the file, replaced when it is there
   * @param bytes its content
   * @throws IOException when it cannot be written
   */
  static void write(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.write(file(fresh), bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
