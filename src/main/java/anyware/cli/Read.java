package anyware.cli;

import anyware.net.MalformedException;
import anyware.net.Port;
import anyware.problem.FileText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of the command line. */
final class Read {
  private Read() {}

  /** A file or a folder. */
  static final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return Path.of(value);
    }
  }

  /** A role, an address, a prefix, a peer or the internet. */
  static final class EndConverter implements ITypeConverter<NamedEnd> {
    @Override
    public NamedEnd convert(String value) {
      try {
        return NamedEnd.parse(value);
      } catch (MalformedException e) {
        throw refusal(value, e);
      }
    }
  }

  /** A port with its protocol. */
  static final class PortConverter implements ITypeConverter<Port> {
    @Override
    public Port convert(String value) {
      try {
        return Port.parse(value);
      } catch (MalformedException e) {
        throw refusal(value, e);
      }
    }
  }

  private static TypeConversionException refusal(String value, MalformedException e) {
    String fix = e.fix().isEmpty() ? "" : "; " + e.fix();
    return new TypeConversionException("found " + value + "; allowed: " + e.allowed() + fix);
  }

  /** The text of a file that the command line names. */
  static String text(Path file) {
    try {
      return FileText.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw Refusal.ofUsage(file + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw Refusal.ofUsage(file + ": it may not be read");
    } catch (IOException e) {
      throw Refusal.ofUsage(file + ": no readable UTF-8 or UTF-16 text");
    }
  }
}
