package anyware.natives;

/**
 * Printouts beside that of the rules, about what the rules only name.
 *
 * @param subject what they are about, in lower case and hyphens, such as {@code prefix-lists}
 * @param description what has to be printed and how the files are called, for a person
 */
public record NativeDetails(String subject, String description) {}
