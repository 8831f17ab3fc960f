package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Unknown;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values cross the protocol unchanged. */
final class StructCodecTest {
  @Test
  void valuesComeBack() {
    Props props =
        Props.of(
            Map.of(
                "t",
                "x",
                "n",
                1.5,
                "b",
                false,
                "u",
                Unknown.VALUE,
                "l",
                List.of("a", Map.of("k", 2)),
                "m",
                Map.of("k", Unknown.VALUE)));
    assertThat(StructCodec.props(StructCodec.struct(props))).isEqualTo(props);
  }

  @Test
  void secretsLoseTheirWrappingAndNullsVanish() {
    Struct secret =
        Struct.newBuilder()
            .putFields(
                "4dabf18193072939515e22adb298388d",
                Value.newBuilder().setStringValue("1b47061264138c4ac30d75fd1eb44270").build())
            .putFields("value", Value.newBuilder().setStringValue("hush").build())
            .build();
    Struct all =
        Struct.newBuilder()
            .putFields("s", Value.newBuilder().setStructValue(secret).build())
            .putFields("n", Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build())
            .build();
    assertThat(StructCodec.props(all).values()).isEqualTo(Map.of("s", "hush"));
  }
}
