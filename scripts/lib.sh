# shellcheck shell=bash
# What the scripts share: messages, tools, JDK 25, Maven, the cache folder and the ports. To be sourced, not run.

# shellcheck disable=SC2034  # used by the scripts which source this file
REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/amends

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }

# Something that has to be there before we can work is missing: exit 2, or what the script that sources this has set.
missing() {
    warn "$@"
    exit "${EXIT_MISSING:-2}"
}

# --- ports -----------------------------------------------------------------------------------------------------------

# Every port on 127.0.0.1; AMENDS_PORT_SHIFT moves them all by the same number.
SHIFT=${AMENDS_PORT_SHIFT:-0}
[[ $SHIFT =~ ^(0|[1-9][0-9]{0,3})$ && $SHIFT -le 4000 ]] \
    || missing "AMENDS_PORT_SHIFT is '$SHIFT', but must be a number from 0 to 4000."
# shellcheck disable=SC2034  # used by the scripts which source this file
{
    SIP_PORT=$((15060 + SHIFT))
    CARRIER_PORT=$((15070 + SHIFT))
    PHONES_PORT=$((15080 + SHIFT))
    AMI_PORT=$((15038 + SHIFT))
    AGI_PORT=$((14573 + SHIFT))
    HTTP_PORT=$((18080 + SHIFT))
    RTP_START=$((26000 + SHIFT))
    RTP_END=$((27999 + SHIFT))
    RUN=${AMENDS_RUN:-$CACHE/run-$SHIFT}
}

# Another shift that is worth a try.
other_shift() { echo $((SHIFT > 2000 ? SHIFT - 2000 : SHIFT + 2000)); }

# port_used tcp|udp PORT: somebody listens there on 127.0.0.1 or on all addresses (IPv4 or IPv6).
port_used() {
    local hex state=07
    hex=$(printf '%04X' "$2")
    [[ $1 == udp ]] || state=0A
    cat "/proc/net/$1" "/proc/net/${1}6" 2>/dev/null \
        | awk -v port=":$hex" -v state="$state" \
            '$4 == state && $2 ~ port "$" && $2 ~ /^(0100007F|0+|0+FFFF00000100007F|0+01000000):/ { found = 1 }
             END { exit !found }'
}

# --- tools -----------------------------------------------------------------------------------------------------------

# Installs packages by apt as root; anybody else is told the exact command.
apt_install() {
    if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
        missing "Missing: $*. Install with: sudo apt-get install -y $*"
    fi
    say "Installing $* (apt) …"
    local log
    log=$(mktemp)
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >"$log" 2>&1; then
        apt-get update >"$log" 2>&1 || true
        if ! DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
            tail -n 5 "$log" >&2
            rm -f "$log"
            missing "Could not install $*. Please run: apt-get update && apt-get install -y $*"
        fi
    fi
    rm -f "$log"
}

# ensure_tools COMMAND…: each command is there afterwards, or the script has ended as by missing.
ensure_tools() {
    local tool packages=()
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        case $tool in
            sipp) packages+=(sip-tester) ;;
            mvn) packages+=(maven) ;;
            flock | setsid) packages+=(util-linux) ;;
            dpkg-deb) packages+=(dpkg) ;;
            *) packages+=("$tool") ;;
        esac
    done
    [[ ${#packages[@]} -eq 0 ]] || apt_install "${packages[@]}"
}

# --- JDK 25 and Maven ------------------------------------------------------------------------------------------------

is_jdk25() {
    [[ -x $1/bin/javac && -r $1/release ]] && grep -Eq '^JAVA_VERSION="25([.+"-]|$)' "$1/release"
}

# Prints the home of a JDK 25, looking where people and distributions put it.
find_jdk25() {
    local home java
    java=$(command -v java || true)
    [[ -z $java ]] || java=$(dirname "$(dirname "$(readlink -f "$java")")")
    for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$java" /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
        "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.m2/jdks/*; do
        if [[ -n $home ]] && is_jdk25 "$home"; then
            printf '%s\n' "$home"
            return
        fi
    done
    return 1
}

# Exports JAVA25_HOME. Maven's toolchain looks at JAVA*_HOME, so it finds the same JDK wherever it lies.
ensure_jdk25() {
    if ! JAVA25_HOME=$(find_jdk25); then
        if [[ $EUID -eq 0 ]] && apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
            apt_install openjdk-25-jdk-headless
        fi
        JAVA25_HOME=$(find_jdk25) || missing \
            "JDK 25 is the one prerequisite, and it was not found (JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman)." \
            $'\n'"Install openjdk-25-jdk-headless where your distribution has it, or unpack one from https://adoptium.net" \
            $'\n'"and set JAVA_HOME to its folder."
    fi
    export JAVA25_HOME
}

# Maven 3.8.7 or later, itself on Java 17 or later (on the JDK 25 when there is nothing else), and the JDK for the code.
ensure_maven() {
    ensure_jdk25
    if ! command -v java >/dev/null && [[ -z ${JAVA_HOME:-} ]]; then
        export JAVA_HOME=$JAVA25_HOME
    fi
    ensure_tools mvn
    local about maven java
    about=$(mvn -v 2>/dev/null || true)
    java=$(sed -n 's/^Java version: \([0-9]*\).*/\1/p' <<<"$about")
    if [[ -z $java || $java -lt 17 ]]; then
        export JAVA_HOME=$JAVA25_HOME
        about=$(mvn -v 2>/dev/null || true)
    fi
    maven=$(sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' <<<"$about")
    [[ -n $maven && $(printf '3.8.7\n%s\n' "$maven" | sort -V | head -n 1) == 3.8.7 ]] \
        || missing "Maven 3.8.7 or later is needed; found: ${maven:-none that runs}. See https://maven.apache.org"
}

# --- the program and its test tree, for scripts/demo and scripts/bench -----------------------------------------------

tests_built() {
    [[ -f $REPO/target/tests-are-built && -z $(find "$REPO/src" "$REPO/pom.xml" -newer "$REPO/target/tests-are-built" -print -quit) ]]
}

# Builds both, unless nothing has changed since.
build_tests() {
    ! tests_built || return 0
    say "Building Amends (the first time this takes a few minutes) …"
    mkdir -p "$REPO/target"
    touch "$REPO/target/tests-are-being-built"
    (cd "$REPO" && mvn -B -q process-test-classes -Dexec.skip=true >target/build.log 2>&1) || {
        tail -n 30 "$REPO/target/build.log" >&2
        missing "Amends could not be built, see above. All of it is in $REPO/target/build.log"
    }
    mv "$REPO/target/tests-are-being-built" "$REPO/target/tests-are-built"
}

# Somebody else's Amends, or one that was started by hand and still runs on our database: exit 3.
refuse_used_agi_port() {
    ! port_used tcp "$AGI_PORT" && return
    warn "Port $AGI_PORT/tcp (Amends) is in use by another program on this machine."
    warn "End that program, or take other ports: AMENDS_PORT_SHIFT=$(other_shift) in front of your command."
    exit 3
}

# The shell scripts of this repository, each name ended by a zero byte.
shell_scripts() {
    grep -lZE '^#!/usr/bin/env bash|^# shellcheck shell=bash' "$REPO"/scripts/* "$REPO"/.ci/* 2>/dev/null
}
