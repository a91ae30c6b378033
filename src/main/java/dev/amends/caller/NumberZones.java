package dev.amends.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;

import java.time.ZoneId;
import java.util.List;

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

    private List<ZoneId> find(PhoneNumber number) {
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(number.e164(), NO_REGION);
            return zones.getTimeZonesForNumber(parsed).stream()
                    .filter(name -> !name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                    .map(ZoneId::of)
                    .toList();
        } catch (NumberParseException e) {
            return List.of();
        }
    }
}
