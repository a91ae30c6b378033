@NullMarked
package dev.amends.care;

import org.jspecify.annotations.NullMarked;
