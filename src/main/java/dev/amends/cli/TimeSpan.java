package dev.amends.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time such as {@code 30m}, {@code 12h} or {@code 7d}. */
final class TimeSpan implements ITypeConverter<Duration> {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

    @Override
    public Duration convert(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + written + "' is not a length of time such as 30m, 12h or 7d");
        }
        long many = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }
}
