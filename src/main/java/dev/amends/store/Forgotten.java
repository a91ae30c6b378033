package dev.amends.store;

import org.jdbi.v3.core.Handle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Persons of whom nothing is left: first their numbers that nobody needs any more go, then they
 * themselves.
 */
final class Forgotten {

    /** His numbers that nobody needs any more: no record of him, no promise to them. */
    static final String NUMBERS =
            "SELECT n.e164 FROM number n WHERE n.person_id = :person"
                    + " AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.number = n.e164)"
                    + " AND NOT EXISTS (SELECT 1 FROM bar b WHERE b.number = n.e164)"
                    + " AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.number = n.e164)"
                    + noneOfHim("n.person_id");

    /** A person without a number, a record or a link; every promise has a matter of his. */
    static final String PERSON =
            "DELETE FROM person WHERE id = :person"
                    + " AND NOT EXISTS (SELECT 1 FROM number n WHERE n.person_id = person.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM bar b WHERE b.person_id = person.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM person_link l"
                    + " WHERE l.person_from = person.id OR l.person_to = person.id)"
                    + noneOfHim("person.id");

    private static final String LINKED =
            "SELECT person_from FROM person_link WHERE person_to = :person"
                    + " UNION SELECT person_to FROM person_link WHERE person_from = :person";

    private static final List<String> OF_A_NUMBER =
            List.of(
                    "DELETE FROM person_link_row WHERE link_id IN (SELECT id FROM person_link"
                            + " WHERE number = :id)",
                    "DELETE FROM person_link WHERE number = :id",
                    "DELETE FROM number WHERE e164 = :id");

    private Forgotten() {}

    private static String noneOfHim(String person) {
        return Stream.concat(
                        Stream.of(PersonTable.MATTER.table(), PersonTable.ACTION.table()),
                        PersonTable.recordsOfHim().stream())
                .map(table ->
                        " AND NOT EXISTS (SELECT 1 FROM %s r WHERE r.person_id = %s)"
                                .formatted(table, person))
                .collect(Collectors.joining());
    }

    /** He, and persons that were found to be he. */
    static Set<Long> sameAs(Handle handle, long person) {
        Set<Long> same = new LinkedHashSet<>(Set.of(person));
        same.addAll(handle.createQuery(LINKED).bind("person", person).mapTo(Long.class).list());
        return same;
    }

    /** Forgets them as far as nothing refers to them or their numbers. */
    static void forget(Handle handle, Set<Long> persons) {
        persons.forEach(person -> forgetNumbers(handle, person));
        persons.forEach(person -> handle.createUpdate(PERSON).bind("person", person).execute());
    }

    private static void forgetNumbers(Handle handle, long person) {
        handle.createQuery(NUMBERS)
                .bind("person", person)
                .mapTo(String.class)
                .list()
                .forEach(number ->
                        OF_A_NUMBER.forEach(delete ->
                                handle.createUpdate(delete).bind("id", number).execute()));
    }
}
