package dev.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoomMapTest {

    private static final String HEAD = "# Title\n\n```\nroom  owns  may import\n";
    private static final String TAIL = "```\n";

    @Test
    void a_group_stands_for_its_rooms() {
        var map =
                RoomMap.parse(
                        HEAD
                                + "caller  who: a person, a number  -\n"
                                + "line    the line right now  caller\n"
                                + "store   SQL  features\n"
                                + "cli     commands  line\n"
                                + "(root)  wires everything  all\n\n"
                                + "features = caller line\n"
                                + "adapters = store cli: never import each other\n"
                                + TAIL);
        assertThat(map.allows("store", "line")).isTrue();
        assertThat(map.allows("store", "cli")).isFalse();
        assertThat(map.allows("caller", "line")).isFalse();
        assertThat(map.allows("(root)", "cli")).isTrue();
        assertThat(map.allows("cli", "(root)")).isFalse();
        assertThat(map.adapters()).containsExactlyInAnyOrder("store", "cli");
        assertThat(map.circle()).isEmpty();
    }

    @Test
    void a_circle_is_found() {
        var map = RoomMap.parse(HEAD + "a  x  b\nb  y  c\nc  z  a\n" + TAIL);
        assertThat(map.circle()).contains("a");
    }

    @Test
    void a_room_that_has_no_row_is_an_error() {
        assertThatThrownBy(() -> RoomMap.parse(HEAD + "line  the line  caller\n" + TAIL))
                .hasMessageContaining("unknown room: caller");
    }

    @Test
    void a_readme_without_the_map_is_an_error() {
        assertThatThrownBy(() -> RoomMap.parse("# Title\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_that_is_no_row_is_an_error() {
        assertThatThrownBy(() -> RoomMap.parse(HEAD + "line the line caller\n" + TAIL))
                .hasMessageContaining("not a row");
    }
}
