package anyware.sandbox.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure on demand.
 *
 * @param kind what happens
 * @param verb to which kind of call
 * @param nth to which of those calls, counted from 1 since the cloud was started
 * @param type what the calls are about: a resource type's token, {@code TYPE::NAME} for one
 *     resource, or {@code *} for any
 */
public record Fault(Kind kind, Faults.Verb verb, int nth, String type) {
  private static final String ANY = "*";
  private static final String NAME = "::";
  private static final Pattern FORM =
      Pattern.compile("([a-z]+) (create|read|update|delete) ([1-9][0-9]{0,5}) (\\S+)");

  /** What can happen to a call. */
  public enum Kind {
    /** The cloud refuses, and changes nothing. */
    REFUSE,
    /** The cloud has had too many requests, and still has when the provider gives up. */
    THROTTLE,
    /** The provider gives up waiting; nothing was changed. */
    TIMEOUT,
    /** The provider gives up waiting; the cloud goes on and makes the change. */
    LATE,
    /** The change is made, and the answer never comes: until the caller is gone. */
    HANG,
    /** The change is made, and the answer takes five seconds. */
    SLOW,
    /** The change is made, and the cloud's process ends before it answers. */
    DIE;

    /** Whether it happens once the change is made. */
    boolean afterCommit() {
      return this == LATE || this == HANG || this == SLOW || this == DIE;
    }
  }

  /**
   * Reads failures.
   *
   * @param text {@code KIND VERB N TYPE}, several with {@code ;} between, such as {@code die create
   *     2 aws:ec2/vpc:Vpc; throttle delete 1 *}
   * @return the failures
   * @throws IllegalArgumentException when that is not its form; the message says what is allowed
   */
  public static List<Fault> parse(String text) {
    List<Fault> faults = new ArrayList<>();
    for (String entry : text.split(";", -1)) {
      if (!entry.isBlank()) {
        faults.add(
            one(entry.strip().replaceAll("\\s+", " "))
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "found "
                                + entry.strip()
                                + "; allowed: refuse, throttle, timeout, late, hang, slow or die"
                                + " (read: the first three); create, read, update or delete; which"
                                + " call, from 1; a resource type, TYPE::NAME or *; several with ;"
                                + " between")));
      }
    }
    return faults;
  }

  private static Optional<Fault> one(String entry) {
    Matcher matcher = FORM.matcher(entry);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Faults.Verb verb = Faults.Verb.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(matcher.group(1))
          && !(verb == Faults.Verb.READ && kind.afterCommit())) {
        int nth = Integer.parseInt(matcher.group(3));
        return Optional.of(new Fault(kind, verb, nth, matcher.group(4)));
      }
    }
    return Optional.empty();
  }

  /**
   * Tells whether a call counts.
   *
   * @param call the call
   */
  boolean concerns(Faults.Call call) {
    return call.verb() == verb
        && (type.equals(ANY)
            || type.equals(call.type())
            || type.equals(call.type() + NAME + call.urn().replaceFirst(".*" + NAME, "")));
  }
}
