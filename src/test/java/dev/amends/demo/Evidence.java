package dev.amends.demo;

import dev.amends.bench.Invite;
import dev.amends.callcentre.DialplanLog.Played;
import dev.amends.promise.Callback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known when all is over.
 *
 * @param played the sound files that Asterisk played, to whom and in which language
 */
record Evidence(Town town, List<Played> played, List<Callback> ledger) {

    Evidence {
        played = List.copyOf(played);
        ledger = List.copyOf(ledger);
    }

    /** The files that were played to a phone's calls. */
    List<String> playedTo(String phone) {
        return played.stream()
                .filter(p -> p.channel().startsWith("PJSIP/" + phone + "-"))
                .map(Played::file)
                .toList();
    }

    /** The channels to which something was played in this language. */
    Set<String> channelsIn(String language) {
        return played.stream()
                .filter(p -> p.language().equals(language))
                .map(Played::channel)
                .collect(Collectors.toSet());
    }

    /** The channels to which this number was read, digit by digit. */
    List<String> channelsThatHeard(String number) {
        String digits = number.substring("+1".length());
        return played.stream()
                .collect(
                        Collectors.groupingBy(
                                Played::channel,
                                Collectors.mapping(Played::file, Collectors.toList())))
                .entrySet()
                .stream()
                .filter(e ->
                        e.getValue().stream()
                                .filter(file -> file.startsWith("digits/"))
                                .map(file -> file.substring("digits/".length()))
                                .collect(Collectors.joining())
                                .contains(digits))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean is(Person person, Class<? extends Callback> state) {
        return ledger.stream()
                .filter(c -> c.terms().number().e164().equals(person.number()))
                .anyMatch(state::isInstance);
    }

    List<Invite> invites(Person person) {
        return town.invites().to(person.number());
    }

    String seen(Person person, Optional<Conversation> talk) {
        String spoke =
                talk.map(t -> "spoke with " + t.rep() + " for " + t.length().toMillis() + " ms")
                        .orElse("spoke with nobody");
        String stands =
                ledger.stream()
                        .filter(c -> c.terms().number().e164().equals(person.number()))
                        .map(c -> ", promise " + c.word())
                        .findFirst()
                        .orElse("");
        return spoke + ", was called " + invites(person).size() + " times" + stands;
    }
}
