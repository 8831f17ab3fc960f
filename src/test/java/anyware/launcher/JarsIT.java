package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jars that the build published: the program's, which runs with a user's cloud credentials, and
 * the sandbox's, which pretends to be the clouds, have nothing to do with each other.
 */
class JarsIT {
  private static final Path PROJECT = Path.of(System.getProperty("anyware.project", "."));
  private static final String SANDBOX = "anyware/sandbox/";

  private static JarFile open(String jar) throws IOException {
    return new JarFile(PROJECT.resolve(jar).toFile());
  }

  private static List<String> files(JarFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  /** Class files name the classes that they use in this very spelling. */
  private static boolean mentions(JarFile jar, String file, String text) throws IOException {
    try (InputStream content = jar.getInputStream(jar.getJarEntry(file))) {
      return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Checkout.PROGRAM, Checkout.SANDBOX})
  void noRecordOrLambdaOfOursIsLeftToTheRunTime(String name) throws IOException {
    try (JarFile jar = open(name)) {
      for (String file : files(jar)) {
        if (file.startsWith("anyware/") && !file.startsWith("anyware/sandbox/training/")) {
          assertThat(mentions(jar, file, "java/lang/runtime/ObjectMethods")).as(file).isFalse();
          assertThat(mentions(jar, file, "java/lang/invoke/LambdaMetafactory")).as(file).isFalse();
        }
      }
    }
  }

  @Test
  void theProgramsJarHoldsTheProgramAndNothingOfTheSandbox() throws IOException {
    try (JarFile jar = open(Checkout.PROGRAM)) {
      List<String> files = files(jar);
      assertThat(files)
          .contains(
              "anyware/App.class",
              "anyware/cli/Main.class",
              "anyware/report/report.html",
              "com/pulumi/Pulumi.class",
              "com/pulumi/bootstrap/internal/Main.class",
              "com/pulumi/aws/ec2/SecurityGroupArgs.class",
              "com/pulumi/azurenative/network/NetworkSecurityGroup.class",
              "com/pulumi/gcp/compute/Firewall.class")
          .noneMatch(file -> file.startsWith(SANDBOX));
      for (String file : files) {
        if (file.startsWith("anyware/")) {
          assertThat(mentions(jar, file, SANDBOX)).as("%s uses the sandbox", file).isFalse();
        }
      }
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("anyware.App");
    }
  }

  @Test
  void theSandboxsJarHoldsTheOfflineCloudAndNothingOfTheProgramOrOfAProvidersSdk()
      throws IOException {
    try (JarFile jar = open(Checkout.SANDBOX)) {
      assertThat(files(jar))
          .contains(
              "anyware/sandbox/Main.class",
              "anyware/sandbox/training/Main.class",
              "anyware/sandbox/rehearsal.json",
              "anyware/net/package-info.class",
              "pulumirpc/ResourceProviderGrpc.class")
          .as("of the SDKs their versions alone, which the offline providers pass for")
          .noneMatch(file -> file.startsWith("com/pulumi/") && !file.endsWith("/version.txt"))
          .filteredOn(file -> file.startsWith("anyware/"))
          .allMatch(file -> file.startsWith(SANDBOX) || file.startsWith("anyware/net/"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("anyware.sandbox.Main");
    }
  }
}
