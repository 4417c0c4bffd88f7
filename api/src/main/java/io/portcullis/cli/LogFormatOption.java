package io.portcullis.cli;

import io.portcullis.history.AccessLogFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --log-format}: what is wrong with a format is said before anything is read. */
final class LogFormatOption implements ITypeConverter<AccessLogFormat> {

    @Override
    public AccessLogFormat convert(String format) {
        try {
            return AccessLogFormat.of(format);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
