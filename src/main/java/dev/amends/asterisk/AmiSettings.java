package dev.amends.asterisk;

/** Where the PBX's manager interface is, who we are there, and how patient we are. */
public record AmiSettings(String host, int port, String user, Secret secret, AmiPatience patience) {

    /** Throws {@link IllegalArgumentException} when the user can't be the value of a header. */
    public AmiSettings {
        AmiText.value(user);
    }

    /** With the patience that fits a PBX on the same machine or next door. */
    public static AmiSettings of(String host, int port, String user, Secret secret) {
        return new AmiSettings(host, port, user, secret, AmiPatience.USUAL);
    }
}
