package dev.amends.reception;

import dev.amends.line.LinePicture;
import dev.amends.promise.RepDevice;
import dev.amends.staff.Rep;

import java.util.Optional;
import java.util.stream.Stream;

/** Who of a line's reps somebody is, by the name of his channel. */
final class RepsOfLine {

    private RepsOfLine() {}

    /**
     * The rep of this name among those of the line; nobody else is ever promised. A channel's name
     * lacks the options of a Local member.
     */
    static Optional<RepDevice> find(String name, LinePicture picture) {
        if (!picture.known() || !RepDevice.fits(name)) {
            return Optional.empty();
        }
        return Stream.concat(picture.reps().reps().stream(), picture.seniors().reps().stream())
                .map(Rep::device)
                .filter(device -> device.equals(name) || device.startsWith(name + '/'))
                .filter(RepDevice::fits)
                .findFirst()
                .map(RepDevice::new);
    }
}
