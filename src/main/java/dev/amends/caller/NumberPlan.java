package dev.amends.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How numbers are read, spoken and judged from the home region (ISO 3166 code such as {@code US}).
 * Default deny: only geographic and mobile numbers of the home country may be dialled.
 */
public final class NumberPlan {

    private static final Set<PhoneNumberType> DIALABLE =
            EnumSet.of(
                    PhoneNumberType.FIXED_LINE,
                    PhoneNumberType.MOBILE,
                    PhoneNumberType.FIXED_LINE_OR_MOBILE);
    private static final int LONGEST_CALLER_ID = 20;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String homeRegion;

    /**
     * @throws IllegalArgumentException if the region is not one that libphonenumber knows
     */
    public NumberPlan(String homeRegion) {
        if (!knows(homeRegion)) {
            throw new IllegalArgumentException("unknown region " + homeRegion);
        }
        this.homeRegion = homeRegion;
    }

    /** Whether this is a region whose numbers can be read. */
    public static boolean knows(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    /**
     * The number that a caller id or a typed number means, or nothing: withheld, internal or not a
     * number.
     */
    public Optional<PhoneNumber> read(String callerId) {
        if (callerId.isEmpty() || callerId.length() > LONGEST_CALLER_ID) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(callerId, homeRegion);
            return numbers.isPossibleNumber(parsed)
                    ? Optional.of(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether we may call this number at all. */
    public boolean dialable(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed = parsed(number);
        return numbers.isValidNumberForRegion(parsed, homeRegion)
                && DIALABLE.contains(numbers.getNumberType(parsed));
    }

    /** The digits as people of the home region say them: without the country code at home. */
    public String spokenDigits(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed = parsed(number);
        return parsed.getCountryCode() == numbers.getCountryCodeForRegion(homeRegion)
                ? numbers.getNationalSignificantNumber(parsed)
                : number.e164().substring(1);
    }

    private Phonenumber.PhoneNumber parsed(PhoneNumber number) {
        try {
            return numbers.parse(number.e164(), homeRegion);
        } catch (NumberParseException e) {
            throw new IllegalStateException("an E.164 number could not be read again", e);
        }
    }
}
