package dev.amends.asterisk;

/** Every header that we send, spelled as Asterisk's documentation does. */
enum AmiHeader {
    ASYNC("Async"),
    CAUSE("Cause"),
    CHANNEL("Channel"),
    CHANNEL_ID("ChannelId"),
    CONTEXT("Context"),
    EXTEN("Exten"),
    FAMILY("Family"),
    INTERFACE("Interface"),
    KEY("Key"),
    MEMBER("Member"),
    PAUSED("Paused"),
    PRIORITY("Priority"),
    QUEUE("Queue"),
    REASON("Reason"),
    TIMEOUT("Timeout"),
    VALUE("Value"),
    VARIABLE("Variable");

    private final String spelling;

    AmiHeader(String spelling) {
        this.spelling = spelling;
    }

    String spelling() {
        return spelling;
    }
}
