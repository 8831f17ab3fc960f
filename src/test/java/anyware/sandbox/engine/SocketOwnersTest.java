package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines as Linux writes them; 0x1F90 is port 8080, 0x1F91 8081 and so on. */
final class SocketOwnersTest {
  private static final String IPV4 =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 1 1
         1: 0100007F:1F91 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1001        0 2 1
         2: 0100007F:1F92 0100007F:9C40 06 00000000:00000000 03:00000000 00000000     0        0 0 3
         3: 0100007F:1F93 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4 1
         4: 0A00000A:1F94 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 5 1
      """;
  private static final String IPV6 =
      """
         0: 0000000000000000FFFF00000100007F:1F95 0000000000000000FFFF00000100007F:9C40 01 0:0 00:0 0  1000 0 6 1
      """;

  @TempDir Path folder;

  private SocketOwners owners() throws IOException {
    return new SocketOwners(
        List.of(
            Files.writeString(folder.resolve("tcp"), IPV4),
            Files.writeString(folder.resolve("tcp6"), IPV6)),
        1000);
  }

  @Test
  void ownConnectionsAndRootsMayCall() throws IOException {
    assertThat(owners().mayCall(8080)).isTrue();
    assertThat(owners().mayCall(8083)).as("root").isTrue();
    assertThat(owners().mayCall(8085)).as("a dual-stack socket").isTrue();
  }

  @Test
  void nobodyElseMayCall() throws IOException {
    assertThat(owners().mayCall(8081)).as("another user").isFalse();
    assertThat(owners().mayCall(8082)).as("one that ends belongs to root").isFalse();
    assertThat(owners().mayCall(8084)).as("another address").isFalse();
    assertThat(owners().mayCall(9999)).as("no such connection").isFalse();
  }

  @Test
  void whereTheSystemDoesNotTellEverybodyMayCall() {
    assertThat(new SocketOwners(List.of(), 1000).mayCall(8081)).isTrue();
  }
}
