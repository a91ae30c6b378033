/**
 * Every promise and its life: a callback from the moment it is promised until it is kept, withdrawn
 * or broken, and every attempt made for it. Knows nothing of queues, prompts or Asterisk.
 */
@NullMarked
package dev.amends.promise;

import org.jspecify.annotations.NullMarked;
