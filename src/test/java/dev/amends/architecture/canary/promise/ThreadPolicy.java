package dev.amends.architecture.canary.promise;

/** Offends: a policy that starts a thread. */
record ThreadPolicy(Thread thread) {}
