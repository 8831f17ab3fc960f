package anyware.settings;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stack asks for, complete and consistent.
 *
 * @param options who there is and what is used, where a site says nothing else
 * @param tags tags that every resource carries
 * @param quotas raised cloud quotas
 * @param documents whether the stack has its port matrix and its description as outputs
 * @param sites the sites, sorted by name; at least one
 * @param expectations what must be open or closed, whatever else the settings say
 */
public record Settings(
    Options options,
    SortedMap<String, String> tags,
    Quotas quotas,
    boolean documents,
    List<Site> sites,
    List<Expectation> expectations) {

  /** Copies the collections. */
  public Settings {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    sites = List.copyOf(sites);
    expectations = List.copyOf(expectations);
  }
}
