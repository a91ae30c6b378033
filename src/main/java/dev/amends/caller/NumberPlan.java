package dev.amends.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
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
            if (numbers.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE) {
                return Optional.empty(); // also when it is possible only within one town
            }
            String e164 = numbers.format(parsed, PhoneNumberFormat.E164);
            return PhoneNumber.fits(e164) ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether we may call this number at all. */
    public boolean dialable(PhoneNumber number) {
        return parsed(number)
                .filter(parsed -> numbers.isValidNumberForRegion(parsed, homeRegion))
                .filter(parsed -> DIALABLE.contains(numbers.getNumberType(parsed)))
                .isPresent();
    }

    /**
     * The digits as people of the home region say them: at home without the country code, but with
     * the 0 in front where people dial one.
     */
    public String spokenDigits(PhoneNumber number) {
        int home = numbers.getCountryCodeForRegion(homeRegion);
        return parsed(number)
                .filter(parsed -> parsed.getCountryCode() == home)
                .map(parsed -> numbers.format(parsed, PhoneNumberFormat.NATIONAL))
                .map(PhoneNumberUtil::normalizeDigitsOnly)
                .orElseGet(() -> number.e164().substring(1));
    }

    /** Nothing when no country has such a number. */
    private Optional<Phonenumber.PhoneNumber> parsed(PhoneNumber number) {
        try {
            return Optional.of(numbers.parse(number.e164(), homeRegion));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
