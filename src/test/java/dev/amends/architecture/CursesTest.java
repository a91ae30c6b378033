package dev.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Every curse in the README's table has tests, and they exist. */
class CursesTest {

    private static final String HEAD =
            "<!-- curses: read -->\n| | curse | tests |\n|---|---|---|\n";
    private static final String TAIL = "<!-- /curses -->\n";

    @Test
    void all_fifteen_are_there() throws IOException {
        assertThat(Curses.ofReadme(Path.of("README.md")).all())
                .extracting(Curses.Curse::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        List<String> missing =
                Curses.ofReadme(Path.of("README.md")).all().stream()
                        .flatMap(curse -> curse.tests().stream())
                        .filter(test -> !exists(test))
                        .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void a_test_that_is_not_there_is_noticed() {
        assertThat(exists("architecture.CursesTest#all_fifteen_are_there")).isTrue();
        assertThat(exists("architecture.CursesTest#all_sixteen_are_there")).isFalse();
        assertThat(exists("architecture.CursesTest#exists")).isFalse();
        assertThat(exists("architecture.CursedTest#all_fifteen_are_there")).isFalse();
    }

    @Test
    void a_row_without_a_test_is_an_error() {
        assertThat(
                        Curses.parse(HEAD + "| 1 | it rains | `a.BTest#c`, `a.BTest#d` |\n" + TAIL)
                                .all())
                .containsExactly(
                        new Curses.Curse(1, "it rains", List.of("a.BTest#c", "a.BTest#d")));
        assertThatThrownBy(() -> Curses.parse(HEAD + "| 1 | it rains | |\n" + TAIL))
                .hasMessageContaining("not like room.ClassTest#method");
        assertThatThrownBy(() -> Curses.parse(HEAD + "| 1 | it rains |\n" + TAIL))
                .hasMessageContaining("not a row");
        assertThatThrownBy(() -> Curses.parse("# Title\n")).hasMessageContaining("no table");
    }

    private static boolean exists(String test) {
        String[] parts = test.split("#", 2);
        try {
            return Arrays.stream(
                            Class.forName(
                                            "dev.amends." + parts[0],
                                            false,
                                            CursesTest.class.getClassLoader())
                                    .getDeclaredMethods())
                    .filter(CursesTest::isTest)
                    .anyMatch(method -> method.getName().equals(parts[1]));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Test.class)
                || AnnotationSupport.isAnnotated(method, TestTemplate.class);
    }
}
