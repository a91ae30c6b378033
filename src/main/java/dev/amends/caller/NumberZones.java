package dev.amends.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which clocks may hang on the wall where a number rings: one for most, by its country and area
 * code; several where a number can be anywhere in a wide country; none when that is not known.
 */
public final class NumberZones {

    /** A number in E.164 form needs no region to be read. */
    private static final String NO_REGION = "ZZ";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
    private final Latest<PhoneNumber, List<ZoneId>> latest = new Latest<>(this::find);

    /** The time zones in which it may ring. */
    public List<ZoneId> of(PhoneNumber number) {
        return latest.answer(number);
    }

    /**
     * All in which a number of a region may ring, and of those that share its country code.
     *
     * @param region its two letters, such as {@code US}
     */
    public Set<ZoneId> of(String region) {
        return Arrays.stream(PhoneNumberType.values())
                .map(type -> numbers.getExampleNumberForType(region, type))
                .filter(Objects::nonNull)
                .flatMap(this::known)
                .collect(Collectors.toSet());
    }

    private List<ZoneId> find(PhoneNumber number) {
        try {
            return known(numbers.parse(number.e164(), NO_REGION)).toList();
        } catch (NumberParseException e) {
            return List.of();
        }
    }

    private Stream<ZoneId> known(Phonenumber.PhoneNumber number) {
        return zones.getTimeZonesForNumber(number).stream()
                .filter(name -> !name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                .map(ZoneId::of);
    }
}
