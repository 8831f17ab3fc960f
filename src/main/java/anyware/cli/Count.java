package anyware.cli;

/** Numbers in words. */
final class Count {
  private Count() {}

  /** {@code 1 site}, {@code 2 sites}, {@code no site}. */
  static String of(int number, String noun) {
    return (number == 0 ? "no" : String.valueOf(number)) + " " + noun + (number > 1 ? "s" : "");
  }
}
