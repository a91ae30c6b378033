package dev.amends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the two secrets, the AMI account's and the key, where the settings say they are. */
final class Secrets {

    private static final String VARIABLE = "AMENDS_AMI_SECRET";
    private static final String SECRET = "asterisk.ami_secret";
    private static final String SECRET_FILE = "asterisk.ami_secret_file";
    private static final String KEY_FILE = "asterisk.key_file";
    private static final Pattern SECRET_LINE = Pattern.compile("secret\\s*=>?\\s*(\\S.*)");
    private static final Pattern KEY_LINE =
            Pattern.compile("AMENDS_KEY\\s*=>?\\s*([0-9A-Fa-f]{32,128})");

    private final SettingsFile file;
    private final KnownValues values;
    private final List<Problem> problems;
    private final List<Problem> warnings = new ArrayList<>();

    Secrets(SettingsFile file, KnownValues values, List<Problem> problems) {
        this.file = file;
        this.values = values;
        this.problems = problems;
    }

    /** What should be mended about the files that hold secrets. */
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** The AMI account's secret: the environment's, else the one in the settings or their file. */
    Optional<String> amiSecret(Map<String, String> environment) {
        String own = values.text(SECRET);
        if (!own.isEmpty()) {
            warnWhenOpen(file.path(), SECRET);
        }
        if (!own.isEmpty() && values.given(SECRET_FILE)) {
            problems.add(
                    file.problem(SECRET_FILE, "is set as well as ami_secret; keep one of the two"));
            return Optional.empty();
        }
        if (values.wrong(SECRET)) {
            return Optional.empty();
        }
        String variable = environment.getOrDefault(VARIABLE, "").strip();
        if (!variable.isEmpty() || !own.isEmpty()) {
            return Optional.of(variable.isEmpty() ? own : variable);
        }
        return lines(
                        SECRET_FILE,
                        "name the file that holds the AMI account's secret, or set ami_secret, or "
                                + VARIABLE
                                + " in the environment")
                .flatMap(this::secretIn);
    }

    /** What the telephone system shows to prove that it is ours. */
    Optional<String> key() {
        return lines(KEY_FILE, "write AMENDS_KEY= and 64 hexadecimal digits into it")
                .flatMap(lines -> {
                    Optional<String> key = first(lines, KEY_LINE);
                    if (key.isEmpty()) {
                        problems.add(
                                file.problem(
                                        KEY_FILE,
                                        file.resolve(values.text(KEY_FILE))
                                                + " has no line AMENDS_KEY= with at least"
                                                + " 32 hexadecimal digits"));
                    }
                    return key;
                });
    }

    private Optional<String> secretIn(List<String> lines) {
        Optional<String> named = first(lines, SECRET_LINE);
        if (named.isPresent()) {
            return named;
        }
        if (lines.size() == 1 && !lines.getFirst().contains("=")) {
            return Optional.of(lines.getFirst());
        }
        problems.add(
                file.problem(
                        SECRET_FILE,
                        file.resolve(values.text(SECRET_FILE))
                                + " has neither a line secret = … nor just the secret"));
        return Optional.empty();
    }

    private static Optional<String> first(List<String> lines, Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1).strip())
                .findFirst();
    }

    /** The lines of the file that a setting names, without comments and blanks. */
    private Optional<List<String>> lines(String setting, String fixWhenMissing) {
        if (values.wrong(setting)) {
            return Optional.empty();
        }
        Path path = file.resolve(values.text(setting));
        try {
            List<String> lines =
                    Files.readAllLines(path).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.matches("[;#\\[].*"))
                            .toList();
            warnWhenOpen(path, setting);
            return Optional.of(lines);
        } catch (NoSuchFileException e) {
            problems.add(file.problem(setting, "there is no file " + path + "; " + fixWhenMissing));
        } catch (IOException e) {
            problems.add(
                    file.problem(
                            setting,
                            path
                                    + " can't be read by user "
                                    + System.getProperty("user.name")
                                    + "; let its group read it and this user be in the group"));
        }
        return Optional.empty();
    }

    private void warnWhenOpen(Path path, String setting) {
        try {
            if (Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
                warnings.add(
                        file.problem(
                                setting,
                                path + " can be read by every user; run chmod o-rwx " + path));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // A file system without such rights can't be judged; reading it has succeeded or will
            // say why not.
            return;
        }
    }
}
