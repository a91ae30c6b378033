# shellcheck shell=bash
# Makes the run folder of the private Asterisk. To be sourced by scripts/pbx.
#
# The generated files hold ports and paths only and include the shipped ones of asterisk-conf/ by their absolute path:
# the demo and the tests run what an administrator deploys, never a copy.

SHIPPED=$REPO/asterisk-conf

# Writes etc/, links the sounds; keeps keys, database and spool of an earlier run.
write_config() {
    # The console's socket has a path of at most 107 bytes.
    [[ ${#RUN} -le 85 ]] || missing "The folder's name is too long for Asterisk's console socket: $RUN. Set AMENDS_RUN to a shorter one."
    local file
    (
        umask 027
        mkdir -p "$RUN"/{etc,db,spool/monitor,log/cdr-csv,run,data/sounds}
        write_secrets
    )
    link_sounds
    directories_conf >"$RUN/etc/asterisk.conf"
    for file in modules logger cdr indications; do
        include "demo/$file.conf" >"$RUN/etc/$file.conf"
    done
    { include demo/features.conf && printf '[applicationmap]\n' && include amends/features.conf; } >"$RUN/etc/features.conf"
    rtp_conf >"$RUN/etc/rtp.conf"
    pjsip_conf >"$RUN/etc/pjsip.conf"
    extensions_conf >"$RUN/etc/extensions.conf"
    manager_conf >"$RUN/etc/manager.conf"
    { printf '[general]\npersistentmembers = no\nshared_lastcall = yes\n' && include amends/queues.conf demo/queues.conf; } >"$RUN/etc/queues.conf"
    include amends/musiconhold.conf demo/musiconhold.conf >"$RUN/etc/musiconhold.conf"
    # Empty, so that Asterisk takes its defaults without complaining.
    for file in stasis ccss cel acl udptl pjproject queuerules; do : >"$RUN/etc/$file.conf"; done
}

include() {
    local file
    for file in "$@"; do printf '#include "%s/%s"\n' "$SHIPPED" "$file"; done
}

random_hex() { od -An -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

# The key of the turns and the secret of the AMI account: made once, then kept.
write_secrets() {
    local etc=$RUN/etc
    [[ -s $etc/amends-key.conf ]] || printf 'AMENDS_KEY=%s\n' "$(random_hex 32)" >"$etc/amends-key.conf"
    [[ -s $etc/amends-secret.conf ]] || printf 'secret = %s\n' "$(random_hex 24)" >"$etc/amends-secret.conf"
}

# sounds/LANGUAGE: Asterisk's own prompts, and those of Amends in sounds/LANGUAGE/amends.
link_sounds() {
    local data=$RUN/data language
    core_sounds en >/dev/null || missing "Asterisk's English core sounds are missing. Run: scripts/pbx install --again"
    link_language en "${AMENDS_PROMPTS:-}"
    for language in $(other_languages); do link_language "$language" "${AMENDS_PROMPTS:+$AMENDS_PROMPTS/$language}"; done
    ln -sfn "$SHIPPED/sounds/amends-ring" "$data/sounds/amends-ring"
    ln -sfn "$ASTERISK_DATA/moh" "$data/moh"
    [[ ! -d $ASTERISK_DATA/documentation ]] || ln -sfn "$ASTERISK_DATA/documentation" "$data/documentation"
}

# link_language LANGUAGE PROMPTS: plays the prompts of that folder, and its digits/ if it has any; without it the shipped ones.
link_language() {
    local folder=$RUN/data/sounds/$1 core prompts=$SHIPPED/sounds/$1/amends
    rm -rf "$folder"
    mkdir -p "$folder"
    if core=$(core_sounds "$1"); then ln -s "$core"/* "$folder/"; fi
    [[ ! -d $2 ]] || prompts=$2
    ln -sfn "$prompts" "$folder/amends"
    [[ ! -d $prompts/digits ]] || ln -sfn "$prompts/digits" "$folder/digits"
}

directories_conf() {
    cat <<EOF
[directories]
astetcdir = $RUN/etc
astmoddir = $ASTERISK_MODULES
astvarlibdir = $RUN/data
astdatadir = $RUN/data
astkeydir = $RUN/data
astagidir = $RUN/data
astdbdir = $RUN/db
astspooldir = $RUN/spool
astcachedir = $RUN/spool
astrundir = $RUN/run
astlogdir = $RUN/log
EOF
    include demo/asterisk.conf
}

rtp_conf() { printf '[general]\nrtpstart = %s\nrtpend = %s\nstrictrtp = yes\n' "$RTP_START" "$RTP_END"; }

pjsip_conf() {
    printf '[transport-udp]\ntype = transport\nprotocol = udp\nbind = 127.0.0.1:%s\n' "$SIP_PORT"
    include demo/pjsip.conf
    printf '[carrier]\ntype = aor\ncontact = sip:127.0.0.1:%s\n' "$CARRIER_PORT"
    local phone
    for phone in $(phones); do
        printf '[%s]\ntype = aor\ncontact = sip:%s@127.0.0.1:%s\n' "$phone" "$phone" "$PHONES_PORT"
    done
}

# The names of the reps' phones: the sections of demo/pjsip.conf which are made from the template `phone`.
phones() { sed -n 's/^\[\([a-z0-9]*\)\](phone).*/\1/p' "$SHIPPED/demo/pjsip.conf"; }

extensions_conf() {
    cat <<EOF
[general]
[globals]
#include "amends-key.conf"
AMENDS_AGI=127.0.0.1:$AGI_PORT
EOF
    include amends/extensions.conf demo/extensions.conf
}

manager_conf() {
    printf '[general]\nenabled = yes\nwebenabled = no\nbindaddr = 127.0.0.1\nport = %s\n' "$AMI_PORT"
    include amends/manager.conf
}
