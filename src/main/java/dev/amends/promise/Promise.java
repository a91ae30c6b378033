package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

/** Something we told a caller we would do: call him, or get something else done. */
public sealed interface Promise permits Callback, ActionPromise {

    PromiseId id();

    /** To whom it was promised. */
    PhoneNumber number();

    /** For which line. */
    LineName line();
}
