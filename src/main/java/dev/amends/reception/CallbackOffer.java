package dev.amends.reception;

/**
 * Whether a caller is offered the choice between waiting and being called back, with the reason.
 */
public sealed interface CallbackOffer {

    String reason();

    record Offered(String reason) implements CallbackOffer {}

    record NotOffered(String reason) implements CallbackOffer {}
}
