package anyware.bench;



import anyware.gcp.Plan;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a policy to rules for Google Cloud, in a warm JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PolicyBenchmark {
  /** How many client prefixes. */
  @Param({"1", "10", "100", "1000"})
  public int clients;

  private Map<String, String> environment = GoogleSite.environment(1);
  private GoogleSite site = GoogleSite.read(environment);

  /** Reads the settings once. */
  @Setup
  public void prepare() {
    environment = GoogleSite.environment(clients);
    site = GoogleSite.read(environment);
  }

  /** Policy to rules. */
  @Benchmark
  public Plan rules() {
    return site.plan();
  }

  /** The settings' text to the rules' text. */
  @Benchmark
  public String text() {
    return Firewalls.text(GoogleSite.read(environment).plan());
  }
}
