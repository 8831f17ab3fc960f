package anyware.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page without its contents. Its policy lets a browser run this style and this script alone,
 * known by their hashes (https://www.w3.org/TR/CSP3/), and load nothing from anywhere.
 *
 * @param text HTML with places to fill, such as <code>{{stack}}</code>
 */
record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** The template that the program carries, its style and its script put in. */
  static Template load() {
    return new Template(
        resource("report.html")
            .replace("<style></style>", "<style>" + resource("report.css") + "</style>")
            .replace("<script></script>", "<script>" + resource("report.js") + "</script>"));
  }

  private static String resource(String name) {
    try (InputStream stream = Template.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page. What is filled in is not searched for places again.
   *
   * @param contents HTML for each place
   * @throws IllegalArgumentException when there is no content for a place
   */
  String filled(Map<String, String> contents) {
    Map<String, String> all = new HashMap<>(contents);
    all.put("stylehash", hash("style"));
    all.put("scripthash", hash("script"));
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String content = all.get(place.group(1));
              if (content == null) {
                throw new IllegalArgumentException("nothing to fill in for " + place.group());
              }
              return Matcher.quoteReplacement(content);
            });
  }

  private String hash(String element) {
    String start = "<" + element + ">";
    String content =
        text.substring(text.indexOf(start) + start.length(), text.indexOf("</" + element + ">"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
