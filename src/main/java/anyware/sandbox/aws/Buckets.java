package anyware.sandbox.aws;

/**
 * Buckets of S3. The offline cloud makes none: a name of the right form is taken to be a bucket of
 * somebody who lets the log delivery in, one that no bucket can have is refused as AWS refuses what
 * it may not write to
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
 */
final class Buckets {
  /** The form of a name. */
  static final String FORM = "(?!xn--|sthree-|[0-9.]+(/|$))[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

  private Buckets() {}

  /** Tells whether a text can be the name of a bucket. */
  static boolean canBe(String name) {
    return name.matches(FORM) && !name.contains("..") && !name.endsWith("-s3alias");
  }
}
