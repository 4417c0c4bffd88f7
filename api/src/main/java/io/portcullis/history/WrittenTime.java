package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time that a log has in one field, written as servers write it of themselves. */
record WrittenTime(String path, Reading reading) implements LogTime {

    static final List<WrittenTime> EPOCH = List.of(
            new WrittenTime("TIME.EPOCH.USEC:request.receive.time.usec", epoch(-6)),
            new WrittenTime("TIME.EPOCH.USEC:request.receive.time.begin.usec", epoch(-6)),
            new WrittenTime("TIME.EPOCH.USEC:request.receive.time.end.usec", epoch(-6)),
            new WrittenTime("TIME.EPOCH:request.receive.time.msec", epoch(-3)),
            new WrittenTime("TIME.EPOCH:request.receive.time.begin.msec", epoch(-3)),
            new WrittenTime("TIME.EPOCH:request.receive.time.end.msec", epoch(-3)),
            new WrittenTime("TIME.EPOCH_SECOND_MILLIS:request.receive.time.epoch", epoch(0)));

    static final List<WrittenTime> TEXT = List.of(
            new WrittenTime("TIME.ISO8601:request.receive.time", text -> OffsetDateTime.parse(text)
                    .toInstant()),
            new WrittenTime("TIME.STAMP:request.receive.time", CommonLogTime::parse),
            new WrittenTime("TIME.STAMP:request.receive.time.original", CommonLogTime::parse),
            new WrittenTime("TIME.SECONDS:request.receive.time.sec", epoch(0)),
            new WrittenTime("TIME.SECONDS:request.receive.time.begin.sec", epoch(0)),
            new WrittenTime("TIME.SECONDS:request.receive.time.end.sec", epoch(0)));

    /** Reads a time from its text. */
    @FunctionalInterface
    interface Reading {
        Instant read(String text) throws InvalidActivity;
    }

    static @Nullable LogTime find(List<WrittenTime> times, Set<String> outputs) {
        for (WrittenTime time : times) {
            if (outputs.contains(time.path())) {
                return time;
            }
        }
        return null;
    }

    /** @param power of ten: of a second, what the number counts */
    private static Reading epoch(int power) {
        return text -> {
            BigDecimal seconds = new BigDecimal(text).scaleByPowerOfTen(power);
            long whole = seconds.toBigInteger().longValueExact();
            return Instant.ofEpochSecond(
                    whole,
                    seconds.subtract(BigDecimal.valueOf(whole))
                            .scaleByPowerOfTen(9)
                            .longValue());
        };
    }

    @Override
    public List<String> paths() {
        return List.of(path);
    }

    @Override
    public Instant of(LogFields fields) throws InvalidActivity {
        String text = fields.get(path);
        try {
            if (text != null) {
                return reading.read(text);
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new InvalidActivity("occurredAt", "must be a time of the log format, not " + text);
        }
        throw new InvalidActivity("occurredAt", "is missing");
    }
}
