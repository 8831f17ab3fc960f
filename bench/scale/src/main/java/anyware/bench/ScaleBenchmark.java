package anyware.bench;

import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.settings.Settings;
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

/** Each step alone, and all together, in a warm JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScaleBenchmark {
  /** Which clouds. */
  @Param({"aws", "azure", "gcp", "mix"})
  public String cloud = "";

  /** How many sites. */
  @Param({"1"})
  public int sites;

  /** How many addresses a peer. */
  @Param({"1"})
  public int addresses;

  private Map<String, String> environment = Map.of();
  private Settings settings = Steps.read(new Shape("aws", 1, 1).environment());
  private StackPlan plan = Steps.plan(settings);

  /** Each step's input is the step before's output. */
  @Setup
  public void prepare() {
    environment = new Shape(cloud, sites, addresses).environment();
    settings = Steps.read(environment);
    plan = Steps.plan(settings);
  }

  /** Texts to settings. */
  @Benchmark
  public Settings read() {
    return Steps.read(environment);
  }

  /** Settings to plans within limits. */
  @Benchmark
  public StackPlan plan() {
    return Steps.plan(settings);
  }

  /** Plans to an audit result. */
  @Benchmark
  public AuditResult audit() {
    return Steps.audit(plan);
  }

  /** Texts to an audit result. */
  @Benchmark
  public AuditResult whole() {
    return Steps.audit(Steps.plan(Steps.read(environment)));
  }
}
