package anyware.cloud;

/**
 * What tags a resource of a cloud can carry.
 *
 * @param most how many, the program's own included
 * @param key the form of a key
 * @param value the form of a value
 */
public record TagForm(int most, TextForm key, TextForm value) {}
