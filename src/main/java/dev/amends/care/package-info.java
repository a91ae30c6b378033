/**
 * Room: what is done for a caller beyond answering him: what came of his call, as his rep says and
 * as he says himself. Values and ports; it knows neither telephones nor databases.
 */
@NullMarked
package dev.amends.care;

import org.jspecify.annotations.NullMarked;
