package dev.amends.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How numbers are read and spoken in the home region (ISO 3166 code such as {@code US}), and what
 * kind of number one is.
 */
public final class NumberPlan {

    private static final Set<PhoneNumberType> DIALABLE =
            EnumSet.of(
                    PhoneNumberType.FIXED_LINE,
                    PhoneNumberType.MOBILE,
                    PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** The longest text that is looked at: more keys than any number has. */
    public static final int LONGEST = 20;

    /** What libphonenumber calls the region of satellite networks and worldwide services. */
    private static final String NO_COUNTRY = "001";

    /**
     * Numbers in ordinary area codes for which the caller pays extra: the exchange 976, and
     * directory assistance. libphonenumber takes them for ordinary ones.
     */
    private static final Pattern COSTLY_IN_NORTH_AMERICA =
            Pattern.compile("\\+1[0-9]{3}(976[0-9]{4}|5551212)");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shorts = ShortNumberInfo.getInstance();
    private final String homeRegion;

    /** Every turn of a call brings the same number, and libphonenumber takes its time. */
    private final Latest<String, Optional<PhoneNumber>> latestRead = new Latest<>(this::parse);

    private final Latest<PhoneNumber, Known> latestKnown = new Latest<>(this::know);

    /** What is asked of a number again and again. */
    private record Known(Optional<String> oddity, boolean atHome, String spokenDigits) {}

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
        if (callerId.isEmpty() || callerId.length() > LONGEST) {
            return Optional.empty();
        }
        return latestRead.answer(callerId);
    }

    private Optional<PhoneNumber> parse(String callerId) {
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

    private Known know(PhoneNumber number) {
        return new Known(findOddity(number), belongsHome(number), findSpokenDigits(number));
    }

    /**
     * What keeps a number from being an ordinary one, geographic or mobile, of some country;
     * nothing when it is one.
     */
    Optional<String> oddity(PhoneNumber number) {
        return latestKnown.answer(number).oddity();
    }

    private Optional<String> findOddity(PhoneNumber number) {
        Optional<Phonenumber.PhoneNumber> parsed = parsed(number);
        if (parsed.isEmpty() || !numbers.isValidNumber(parsed.get())) {
            return Optional.of("no number that exists");
        }
        String region = region(parsed.get());
        if (region.equals(NO_COUNTRY)) {
            return Optional.of("a satellite or worldwide number");
        }
        if (emergency(parsed.get(), region)) {
            return Optional.of("an emergency number");
        }
        if (COSTLY_IN_NORTH_AMERICA.matcher(number.e164()).matches()) {
            return Optional.of("a premium number");
        }
        PhoneNumberType type = numbers.getNumberType(parsed.get());
        return DIALABLE.contains(type) ? Optional.empty() : Optional.of(words(type));
    }

    /** Whether it belongs to the home country, not to another one with the same country code. */
    boolean atHome(PhoneNumber number) {
        return latestKnown.answer(number).atHome();
    }

    private boolean belongsHome(PhoneNumber number) {
        return parsed(number)
                .filter(parsed -> numbers.isValidNumberForRegion(parsed, homeRegion))
                .isPresent();
    }

    /** Whether this beginning of a number is no longer than the number's country code. */
    boolean isCountryCodeOf(PhoneNumber number, String beginning) {
        return parsed(number)
                .filter(parsed -> beginning.length() - 1 <= digits(parsed.getCountryCode()))
                .isPresent();
    }

    /** Whether it belongs to the country that its country code is mainly for. */
    boolean inMainCountry(PhoneNumber number) {
        return parsed(number)
                .filter(parsed ->
                        region(parsed)
                                .equals(
                                        numbers.getRegionCodeForCountryCode(
                                                parsed.getCountryCode())))
                .isPresent();
    }

    private String region(Phonenumber.PhoneNumber parsed) {
        String region = numbers.getRegionCodeForNumber(parsed);
        return region == null ? NO_COUNTRY : region;
    }

    /** Whether it is an emergency number, bare or behind an area code. */
    private boolean emergency(Phonenumber.PhoneNumber parsed, String region) {
        String national = numbers.getNationalSignificantNumber(parsed);
        String local = national.substring(numbers.getLengthOfGeographicalAreaCode(parsed));
        return Stream.of(national, local)
                .anyMatch(number ->
                        shorts.isEmergencyNumber(number, region)
                                || shorts.isEmergencyNumber(number, homeRegion));
    }

    private static int digits(int countryCode) {
        return Integer.toString(countryCode).length();
    }

    private static String words(PhoneNumberType type) {
        return switch (type) {
            case PREMIUM_RATE -> "a premium number";
            case SHARED_COST -> "a shared cost number";
            case TOLL_FREE -> "a toll-free number";
            case PERSONAL_NUMBER, VOIP, PAGER, UAN, VOICEMAIL -> "a number for a special service";
            default -> "no ordinary number";
        };
    }

    /**
     * The digits as people of the home region say them: at home without the country code, but with
     * the 0 in front where people dial one.
     */
    public String spokenDigits(PhoneNumber number) {
        return latestKnown.answer(number).spokenDigits();
    }

    private String findSpokenDigits(PhoneNumber number) {
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
