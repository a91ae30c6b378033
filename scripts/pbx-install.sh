# shellcheck shell=bash
# shellcheck disable=SC2034  # its variables are used by scripts/pbx
# Finds or fetches Asterisk. To be sourced by scripts/pbx.
#
# A distribution that has no Asterisk (Debian 12, 13) still has a mirror with one in `sid`. It is fetched by an apt with folders of its own, so
# nothing on the machine is installed or changed, and it runs from an unpacked folder with its own loader and libraries.

PRIVATE=$CACHE/asterisk
MORE_SOUNDS=$CACHE/core-sounds
PACKAGES=(asterisk asterisk-core-sounds-en-gsm asterisk-moh-opsound-gsm)

# Sets ASTERISK (the command), ASTERISK_MODULES, ASTERISK_DATA, ASTERISK_VERSION, ASTERISK_ORIGIN; ends with exit 2 if there is none.
load_asterisk() {
    load_asterisk_if_there || missing "There is no Asterisk yet. Run: scripts/pbx install"
}

load_asterisk_if_there() {
    use_system_asterisk || use_private_asterisk
}

# The first existing folder of those given.
first_folder() {
    local folder
    for folder in "$@"; do
        [[ -d $folder ]] && printf '%s\n' "$folder" && return
    done
    return 1
}

# asterisk -V says "Asterisk 22.10.1~dfsg+…": we want the number.
version_of() { "$@" -V 2>/dev/null | sed -n 's/^Asterisk \([0-9][0-9.]*\).*/\1/p'; }

# The machine's own Asterisk counts only if it has what the demo needs: version 20, app_queue, PJSIP, core sounds, music.
use_system_asterisk() {
    local program
    [[ ${AMENDS_ASTERISK:-} != private ]] || return 1
    program=$(PATH=$PATH:/usr/sbin:/usr/local/sbin command -v asterisk) || return 1
    ASTERISK_VERSION=$(version_of "$program")
    [[ ${ASTERISK_VERSION%%.*} -ge 20 ]] || return 1
    ASTERISK_MODULES=$(first_folder /usr/lib/*-linux-gnu/asterisk/modules /usr/lib/asterisk/modules /usr/lib64/asterisk/modules) || return 1
    [[ -e $ASTERISK_MODULES/app_queue.so && -e $ASTERISK_MODULES/chan_pjsip.so ]] || return 1
    for ASTERISK_DATA in /usr/share/asterisk /var/lib/asterisk; do
        if core_sounds en >/dev/null && ls "$ASTERISK_DATA"/moh/* >/dev/null 2>&1; then
            ASTERISK=("$program")
            ASTERISK_ORIGIN="this machine's own, $program"
            return
        fi
    done
    return 1
}

use_private_asterisk() {
    [[ -f $PRIVATE/version ]] || return 1
    local libraries
    libraries=$(first_folder "$PRIVATE"/usr/lib/*-linux-gnu)
    ASTERISK=("$(private_loader "$PRIVATE")" --library-path "$libraries" "$PRIVATE/usr/sbin/asterisk")
    ASTERISK_MODULES=$libraries/asterisk/modules
    ASTERISK_DATA=$PRIVATE/usr/share/asterisk
    ASTERISK_VERSION=$(<"$PRIVATE/version")
    ASTERISK_ORIGIN="private, in $PRIVATE"
}

private_loader() {
    local loader
    for loader in "$1"/usr/lib*/ld-linux-*.so.* "$1"/lib*/ld-linux-*.so.* "$1"/usr/lib/*/ld-linux-*.so.*; do
        [[ -e $loader ]] && printf '%s\n' "$loader" && return
    done
    return 1
}

# core_sounds LANGUAGE: the folder of its core sounds, by its own name or, where Debian's post-install has not linked it, by that of the voice.
core_sounds() {
    local folder
    for folder in "$ASTERISK_DATA/sounds/$1" "$ASTERISK_DATA/sounds/$1"_* "$MORE_SOUNDS/$1"_*; do
        ls "$folder"/vm-goodbye.* >/dev/null 2>&1 && printf '%s\n' "$folder" && return
    done
    return 1
}

# The languages that Amends speaks besides English: those of its catalogues.
other_languages() {
    local catalogue
    for catalogue in "$REPO"/src/main/resources/dev/amends/speech/catalogue/*.properties; do
        basename "$catalogue" .properties
    done | grep -vx en || true
}

# Fetches the core sounds of the other languages where they are missing. Without them a number is read in English: that is said, once.
install_core_sounds() {
    local language wanted=()
    load_asterisk
    [[ -z ${1:-} ]] || rm -f "$MORE_SOUNDS"/*.missing
    for language in $(other_languages); do
        core_sounds "$language" >/dev/null || [[ -e $MORE_SOUNDS/$language.missing ]] || wanted+=("$language")
    done
    [[ ${#wanted[@]} -gt 0 ]] || return 0
    ensure_tools apt-get dpkg-deb flock
    mkdir -p "$MORE_SOUNDS"
    exec 7>"$CACHE/install.lock"
    flock 7
    for language in "${wanted[@]}"; do
        core_sounds "$language" >/dev/null || (fetch_core_sounds "$language") || {
            warn "No core sounds for the language '$language': its numbers are read in English."
            : >"$MORE_SOUNDS/$language.missing"
        }
    done
    flock -u 7
}

fetch_core_sounds() {
    local new=$MORE_SOUNDS/new.$BASHPID package=asterisk-core-sounds-$1-gsm
    mkdir -p "$new"
    prepare_fetch "$new"
    private_apt "$new" update &&
        say "Fetching $package …" &&
        private_apt "$new" install -y --download-only "$package" &&
        dpkg-deb -x "$new"/archives/"$package"_*.deb "$new/unpacked" &&
        mv "$new"/unpacked/usr/share/asterisk/sounds/"$1"_* "$MORE_SOUNDS/" &&
        rm -rf "$new"
}

install_asterisk() {
    [[ -n ${1:-} ]] || ! load_asterisk_if_there || return 0
    ensure_tools apt-get dpkg-deb flock setsid timeout awk
    mkdir -p "$CACHE"
    exec 7>"$CACHE/install.lock"
    if ! flock -n 7; then
        say "Somebody else is fetching Asterisk; waiting …"
        flock 7
    fi
    [[ -n ${1:-} ]] || ! use_private_asterisk || return 0
    rm -rf "$CACHE"/asterisk.new.*
    fetch_asterisk "$CACHE/asterisk.new.$$"
    flock -u 7
}

# Fetches and unpacks into a new folder, tries it, and only then gives it its name.
fetch_asterisk() {
    local new=$1 fetched=$1/fetched deb count
    prepare_fetch "$fetched"
    say "Asking the mirror for its list of packages …"
    private_apt "$fetched" update
    say "Fetching Asterisk and its libraries (about 80 MB) …"
    private_apt "$fetched" install -y --download-only "${PACKAGES[@]}"
    count=$(find "$fetched/archives" -maxdepth 1 -name '*.deb' | wc -l)
    say "Unpacking $count packages (about 270 MB) …"
    for deb in "$fetched"/archives/*.deb; do dpkg-deb -x "$deb" "$new"; done
    rm -rf "$fetched" "$new"/usr/share/{doc,man,perl,zoneinfo,lintian,bug}
    try_asterisk "$new" >"$new/version"
    rm -rf "$PRIVATE.old"
    [[ ! -e $PRIVATE ]] || mv "$PRIVATE" "$PRIVATE.old"
    mv "$new" "$PRIVATE"
    rm -rf "$PRIVATE.old"
}

# Gives apt a folder of its own.
prepare_fetch() {
    mkdir -p "$1"/{state/lists/partial,archives/partial}
    : >"$1/status"
    asterisk_source >"$1/sources.list"
    apt_settings "$1" >"$1/apt.conf"
}

# Prints the version of an unpacked Asterisk; ends if it does not run or is too old.
try_asterisk() {
    local version
    version=$(version_of "$(private_loader "$1")" --library-path "$(first_folder "$1"/usr/lib/*-linux-gnu)" "$1/usr/sbin/asterisk")
    [[ -n $version ]] || missing "The fetched Asterisk does not run on this machine."
    [[ ${version%%.*} -ge 20 ]] || missing "This distribution has Asterisk $version; Amends needs 20 or later. Please install one."
    printf '%s\n' "$version"
}

private_apt() {
    local fetched=$1 log=$1/apt.log
    shift
    if ! APT_CONFIG=$fetched/apt.conf DEBIAN_FRONTEND=noninteractive apt-get -q "$@" >"$log" 2>&1; then
        warn "apt-get $1 failed:"
        grep -E '^(E|W|Err)' "$log" | tail -n 8 >&2 || tail -n 8 "$log" >&2
        missing "Asterisk could not be fetched. Is the mirror reachable? Or install Asterisk 20 or later yourself."
    fi
}

apt_settings() {
    cat <<EOF
Dir::Etc::sourcelist "$1/sources.list";
Dir::Etc::sourceparts "-";
Dir::Etc::preferencesparts "-";
Dir::Etc::preferences "-";
Dir::State "$1/state";
Dir::State::status "$1/status";
Dir::Cache "$1";
Dir::Cache::archives "$1/archives";
APT::Install-Recommends "false";
APT::Default-Release "";
Acquire::Languages "none";
Acquire::Retries "3";
EOF
    # Our folder may lie where apt's own user cannot write (a home folder).
    [[ $EUID -ne 0 ]] || printf 'APT::Sandbox::User "root";\n'
}

# One line of sources.list: the machine's own mirror, with the suite that has Asterisk.
asterisk_source() {
    local id="" codename="" mirror key
    # shellcheck source=/dev/null
    id=$(. /etc/os-release && printf '%s' "${ID:-}")
    # shellcheck source=/dev/null
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    mirror=$(machine_mirror "$codename")
    [[ -n $mirror ]] || missing "No package mirror of $id $codename is named in /etc/apt. Please install Asterisk 20 or later yourself."
    case $id in
        ubuntu) key=/usr/share/keyrings/ubuntu-archive-keyring.gpg ;;
        debian) key=/usr/share/keyrings/debian-archive-keyring.gpg ;;
        *) missing "Asterisk is fetched on Debian and Ubuntu only; this is '$id'. Please install Asterisk 20 or later yourself." ;;
    esac
    [[ $id == ubuntu ]] && printf 'deb [signed-by=%s] %s %s main universe\n' "$key" "$mirror" "$codename"
    [[ $id == debian ]] && printf 'deb [signed-by=%s] %s sid main\n' "$key" "$mirror"
    return 0
}

# The address which the machine's sources name for its own release (both formats of apt), first one wins.
machine_mirror() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [[ -r $file ]] && one_line_mirror "$1" <"$file"
    done | head -n 1 | grep . && return
    for file in /etc/apt/sources.list.d/*.sources; do
        [[ -r $file ]] && deb822_mirror "$1" <"$file"
    done | head -n 1
}

one_line_mirror() {
    awk -v suite="$1" '
        $1 == "deb" {
            sub(/\[[^]]*\]/, "")
            if ($2 !~ /^cdrom:/ && own($3)) { print $2; exit }
        }
        function own(s) { return s == suite || s == "sid" || s == "unstable" || s == "testing" || s == "stable" }'
}

deb822_mirror() {
    awk -v suite="$1" '
        BEGIN { RS = ""; FS = "\n" }
        {
            uri = ""; own = 0; binary = 0; off = 0; field = ""
            for (i = 1; i <= NF; i++) {
                line = $i
                if (line ~ /^#/) continue
                if (line ~ /^[^ \t]/) { field = tolower(line); sub(/:.*/, "", field); sub(/^[^:]*:/, "", line) }
                count = split(line, words, /[ \t]+/)
                for (w = 1; w <= count; w++) {
                    word = words[w]
                    if (word == "") continue
                    if (field == "types" && word == "deb") binary = 1
                    if (field == "enabled" && tolower(word) ~ /^(no|false|0)$/) off = 1
                    if (field == "uris" && uri == "") uri = word
                    if (field == "suites" && (word == suite || word ~ /^(sid|unstable|testing|stable)$/)) own = 1
                }
            }
            if (binary && own && !off && uri != "") { print uri; exit }
        }'
}
