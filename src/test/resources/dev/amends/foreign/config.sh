# shellcheck shell=bash
# Somebody else's Asterisk, made before he had heard of Amends: taken by scripts/pbx in place of its own configuration
# (AMENDS_PBX_CONFIG). AMENDS_FOREIGN is the folder of his files; @SIP@ and the like in them are the ports.
# shellcheck source=/dev/null
source "$REPO/scripts/pbx-config.sh"

write_config() {
    local file
    (umask 027 && mkdir -p "$RUN"/{etc,db,spool/monitor,log/cdr-csv,run,data/sounds})
    link_foreign_sounds
    directories_conf >"$RUN/etc/asterisk.conf"
    for file in modules logger cdr indications; do include "demo/$file.conf" >"$RUN/etc/$file.conf"; done
    rtp_conf >"$RUN/etc/rtp.conf"
    for file in stasis ccss cel acl udptl pjproject queuerules; do : >"$RUN/etc/$file.conf"; done
    for file in "$AMENDS_FOREIGN"/../pjsip.conf "$AMENDS_FOREIGN"/*.conf; do
        sed -e "s/@SIP@/$SIP_PORT/; s/@CARRIER@/$CARRIER_PORT/; s/@PHONES@/$PHONES_PORT/; s/@AMI@/$AMI_PORT/" \
            "$file" >"$RUN/etc/$(basename "$file")"
    done
}

# His sounds are Asterisk's, and nothing of ours.
link_foreign_sounds() {
    local english
    english=$(core_sounds en) || missing "Asterisk's English core sounds are missing. Run: scripts/pbx install --again"
    rm -rf "$RUN/data/sounds/en"
    mkdir -p "$RUN/data/sounds/en"
    ln -s "$english"/* "$RUN/data/sounds/en/"
    ln -sfn "$ASTERISK_DATA/moh" "$RUN/data/acme-music"
    [[ ! -d $ASTERISK_DATA/documentation ]] || ln -sfn "$ASTERISK_DATA/documentation" "$RUN/data/documentation"
}
