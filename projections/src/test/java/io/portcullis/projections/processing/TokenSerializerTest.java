package io.portcullis.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class TokenSerializerTest {

    private final Serializer serializer = TokenSerializer.create();

    @Test
    void givenTokensThatAxonStores_whenReadBack_thenTheyAreTheSame() {
        TrackingToken gaps = GapAwareTrackingToken.newInstance(9, List.of(3L, 5L));
        TrackingToken earlier = GapAwareTrackingToken.newInstance(4, List.of());
        TrackingToken plain = new GlobalSequenceTrackingToken(4);
        for (TrackingToken token : List.of(
                gaps, plain, ReplayToken.createReplayToken(gaps, earlier), new MergedTrackingToken(gaps, earlier))) {
            SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
            TrackingToken read = serializer.deserialize(stored);
            assertThat(read).isEqualTo(token);
        }
    }

    @Test
    void givenATokenThatWrapsAnythingElse_whenReadBack_thenItIsRefused() {
        byte[] json = "{\"tokenAtReset\":{\"@class\":\"java.util.ArrayList\"},\"currentToken\":null}"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> serializer.deserialize(
                        new SimpleSerializedObject<>(json, byte[].class, ReplayToken.class.getName(), null)))
                .isInstanceOf(RuntimeException.class);
    }
}
