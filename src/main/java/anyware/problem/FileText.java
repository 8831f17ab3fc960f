package anyware.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text in a file. */
public final class FileText {
  private static final int LITTLE_ENDIAN = 0xfffe;
  private static final int BIG_ENDIAN = 0xfeff;

  private FileText() {}

  /**
   * UTF-8, or UTF-16 where the file begins with its mark, as what PowerShell's {@code >} writes
   * does.
   *
   * @throws CharacterCodingException when it is neither
   */
  public static String of(byte[] bytes) throws CharacterCodingException {
    int first = bytes.length > 1 ? ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff) : 0;
    Charset charset =
        first == LITTLE_ENDIAN || first == BIG_ENDIAN
            ? StandardCharsets.UTF_16
            : StandardCharsets.UTF_8;
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
