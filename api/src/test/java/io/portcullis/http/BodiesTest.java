package io.portcullis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

class BodiesTest {

    private static final int MIB = 1 << 20;

    private final Bodies bodies = new Bodies(4 * MIB);

    @Test
    void givenBodiesOfAnySize_thenTheyAreReadAsTheyAre() throws IOException {
        for (int size : new int[] {0, 1, (1 << 14) - 1, 1 << 14, (1 << 14) + 1, MIB}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            try (Bodies.Body body = bodies.read(request(bytes, null))) {
                assertThat(body.bytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void givenBombsAtTheSameTime_thenThoseBeyondTheBoundAreRefusedUntilOthersAreDone() throws IOException {
        byte[] bomb = zipped(3 * MIB);
        assertThat(bomb).hasSizeLessThan(MIB / 100);
        try (Bodies.Body first = bodies.read(request(bomb, "gzip"))) {
            assertThat(first.bytes()).hasSize(3 * MIB);

            RetryLater refused = catchThrowableOfType(RetryLater.class, () -> bodies.read(request(bomb, "gzip")));

            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
            bodies.read(request(new byte[MIB / 2], null)).close();
        }
        bodies.read(request(bomb, "gzip")).close();
    }

    @Test
    void givenWhatIsTooLarge_thenItIsRefusedAndItsShareIsFree() throws IOException {
        Bodies two = new Bodies(2L * Bodies.LARGEST);
        byte[] bomb = zipped(Bodies.LARGEST + 1);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> two.read(request(bomb, "gzip")))
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE));
        }
    }

    private static byte[] zipped(int size) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(new byte[size]);
        }
        return zipped.toByteArray();
    }

    private static MockHttpServletRequest request(byte[] body, @Nullable String encoding) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);
        if (encoding != null) {
            request.addHeader(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        return request;
    }
}
