package dev.amends.promise;

import java.util.Optional;

/** Who has to do what was promised: a rep, named by his phone, or anybody else, by a name. */
public record ActionOwner(String name) {

    public ActionOwner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("nobody");
        }
    }

    /** The phone at which he can be asked whether it is done. */
    public Optional<RepDevice> phone() {
        return Optional.of(name).filter(RepDevice::fits).map(RepDevice::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
