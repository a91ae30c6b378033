package dev.amends.routing;

import java.util.Set;

/**
 * Which seniors are kept from ordinary callers at this moment, and why.
 *
 * @param devices of those who take upset callers only
 */
public record SeniorReserve(Set<String> devices, String reason) {

    public SeniorReserve {
        devices = Set.copyOf(devices);
    }

    static SeniorReserve nobody(String reason) {
        return new SeniorReserve(Set.of(), reason);
    }
}
