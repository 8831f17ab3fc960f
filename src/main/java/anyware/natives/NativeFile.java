package anyware.natives;

/**
 * A file that a cloud's own command line printed.
 *
 * @param name the file's name without its folder
 * @param text its content
 */
public record NativeFile(String name, String text) {}
