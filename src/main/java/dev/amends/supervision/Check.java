package dev.amends.supervision;

import java.util.List;

/** Something the doctor looks at. Answers with findings, never with an exception. */
@FunctionalInterface
public interface Check {

    List<Finding> run();
}
