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

# --- the program and its test tree ------------------------------------------------------------------------------------

# What runs is a jar, and a new one takes its place as a whole: whoever runs the old one goes on with that, and nobody
# starts with half of what is being built. Each jar knows where the libraries are.
PROGRAM=$REPO/target/amends.jar
TESTS=$REPO/target/amends-tests.jar

# fresh FILE PATH…: nothing there has changed since.
fresh() { [[ -f $1 && -z $(find "${@:2}" -newer "$1" -print -quit) ]]; }

program_built() { fresh "$PROGRAM" "$REPO/src/main" "$REPO/pom.xml"; }
tests_built() { program_built && fresh "$TESTS" "$REPO/src" "$REPO/pom.xml"; }

# Builds what scripts/amends runs, unless nothing has changed since.
build_program() { program_built || alone make_program; }

# The same for the program and its test tree: for scripts/demo, scripts/bench and the like.
build_tests() { tests_built || alone make_tests; }

# Runs a step of ours while nobody else builds here; if it fails, the script that sources this ends.
alone() {
    ensure_jdk25
    ensure_tools flock
    mkdir -p "$REPO/target"
    (
        flock -w 2 9 || { warn "Another build of Amends is under way here; waiting for it …" && flock 9; }
        touch "$REPO/target/begun"
        "$@"
    ) 9>"$REPO/target/build.lock" || exit "${EXIT_MISSING:-2}"
}

make_program() {
    ! program_built || return 0
    if ! fresh "$REPO/target/classes/dev/amends/Main.class" "$REPO/src/main" "$REPO/pom.xml"; then
        compile "Building Amends …" process-classes || return
    fi
    pack "$PROGRAM" classes classpath
}

make_tests() {
    ! tests_built || return 0
    if ! fresh "$REPO/target/tests-are-built" "$REPO/src" "$REPO/pom.xml"; then
        compile "Building Amends (the first time this takes a few minutes) …" process-test-classes || return
        touch -r "$REPO/target/begun" "$REPO/target/tests-are-built"
    fi
    pack "$PROGRAM" classes classpath && pack "$TESTS" test-classes test-classpath amends.jar
}

# compile WORDS PHASE
compile() {
    warn "$1"
    ensure_maven
    (cd "$REPO" && mvn -B -q "$2" -Dexec.skip=true >target/build.log 2>&1) || {
        tail -n 30 "$REPO/target/build.log" >&2
        warn "Amends could not be built, see above. All of it is in $REPO/target/build.log"
        return 1
    }
}

# pack JAR CLASSES CLASSPATH JAR…: as old as the moment at which we began, so that what has changed since is noticed.
pack() {
    local manifest=$REPO/target/manifest new=$1.new
    {
        printf 'Class-Path: '
        { printf '%s\n' "${@:4}" && tr ':' '\n' <"$REPO/target/$3" | sed 's/%/%25/g; s/ /%20/g; s/#/%23/g; s/?/%3F/g; s/^/file:/'; } | paste -sd ' '
    } | fold -b -w 70 | sed '2,$s/^/ /' >"$manifest"
    "$JAVA25_HOME/bin/jar" --create --no-compress --file "$new" --manifest "$manifest" -C "$REPO/target/$2" . \
        && touch -r "$REPO/target/begun" "$new" \
        && mv -f "$new" "$1"
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
