package anyware;

import anyware.sdk.SdkPatches;
import com.pulumi.Pulumi;

/** The program that Pulumi runs. */
public final class App {
  private App() {}

  /**
   * Starts the program under the Pulumi engine.
   *
   * @param args not used: everything comes from the stack's settings
   */
  public static void main(String[] args) {
    SdkPatches patches = SdkPatches.apply(System.getenv());
    patches.exitAfter(Pulumi.runAsync(Program::run));
  }
}
