package anyware.sandbox.engine;

/**
 * The parts of a Pulumi URN that a provider needs.
 *
 * @param text the whole URN
 * @param type the resource type's token
 * @param name the resource's logical name
 */
record Urn(String text, String type, String name) {
  /**
   * Takes a URN apart.
   *
   * @param text {@code urn:pulumi:STACK::PROJECT::TYPE::NAME}
   * @return its parts
   */
  static Urn of(String text) {
    String[] parts = text.split("::", 4);
    if (parts.length < 4) {
      throw new IllegalArgumentException("no URN: " + text);
    }
    String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
    return new Urn(text, type, parts[3]);
  }
}
