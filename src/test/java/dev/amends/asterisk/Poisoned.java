package dev.amends.asterisk;

import dev.amends.reception.Turn;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes values of any record type with a given text in one of the texts that it is made of,
 * whatever these are, so that a field that is added later is filled as well.
 */
final class Poisoned {

    /** What each record of ours with one text takes one of. */
    static final List<String> HARMLESS =
            List.of(
                    "x",
                    "en",
                    "support",
                    "AMENDS_X",
                    "0123456789abcdef0123456789abcdef",
                    "+12025550143",
                    "PJSIP/rep1");

    private final int place;
    private final String text;
    private int texts;

    private Poisoned(int place, String text) {
        this.place = place;
        this.text = text;
    }

    /** Of how many texts a value is made. */
    static int texts(List<Class<?>> types) {
        Poisoned count = new Poisoned(-1, "");
        count.all(types);
        return count.texts;
    }

    /**
     * One value of each type, with the text in one place and harmless ones in all others.
     *
     * @throws IllegalArgumentException when a record refuses the text
     */
    static Object[] with(List<Class<?>> types, int place, String text) {
        return new Poisoned(place, text).all(types);
    }

    private Object[] all(List<Class<?>> types) {
        return types.stream().map(this::make).toArray();
    }

    private Object make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object inner = make(generic.getActualTypeArguments()[0]);
            return switch (generic.getRawType().getTypeName()) {
                case "java.util.List" -> List.of(inner);
                case "java.util.Optional" -> Optional.of(inner);
                default -> throw new AssertionError("Say here how to make a " + type);
            };
        }
        if (type == String.class) {
            return texts++ == place ? text : "AMENDS_X";
        } else if (type == OptionalInt.class) {
            return OptionalInt.of(3);
        } else if (type == OptionalLong.class) {
            return OptionalLong.of(3);
        } else if (type == Duration.class) {
            return Duration.ofSeconds(20);
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == Turn.class) {
            return make(Turn.Say.class); // around which others are put
        } else if (type == int.class || type == long.class) {
            return 3;
        } else if (type == boolean.class) {
            return true;
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            return make(plain, plain.getRecordComponents());
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            return make(firstThatHoldsNoOther(plain));
        }
        throw new AssertionError("Say here how to make a " + type);
    }

    /** Of a family in which some hold another one of it, one that does not. */
    private static Class<?> firstThatHoldsNoOther(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .filter(one ->
                        Arrays.stream(one.getRecordComponents())
                                .noneMatch(part -> part.getType() == family))
                .findFirst()
                .orElseThrow();
    }

    private Object make(Class<?> type, RecordComponent[] parts) {
        if (parts.length == 1 && parts[0].getType() == String.class) {
            return texts++ == place ? make(type, parts, text) : harmless(type, parts);
        }
        return make(type, parts, Arrays.stream(parts).map(p -> make(p.getGenericType())).toArray());
    }

    private static Object harmless(Class<?> type, RecordComponent[] parts) {
        for (String candidate : HARMLESS) {
            try {
                return make(type, parts, candidate);
            } catch (IllegalArgumentException refused) {
                // The next one.
            }
        }
        throw new AssertionError("Say here what a " + type + " can be made of");
    }

    private static Object make(Class<?> type, RecordComponent[] parts, Object... values) {
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(parts)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw refusal(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What the called one threw, if it is a refusal. */
    static IllegalArgumentException refusal(InvocationTargetException e) {
        if (e.getCause() instanceof IllegalArgumentException refusal) {
            return refusal;
        }
        throw new AssertionError(e.getCause());
    }
}
