# What the launcher and the scripts in bin/ share: finding a JDK and Maven, and building. POSIX sh, for dash and for macOS;
# sourced, with $root set to the top of the checkout.
# shellcheck shell=sh disable=SC2154

need_java=25

# Texts are in Ukrainian and Serbian, and folders may have such names: under the locale C a JVM, Maven's too, cannot even
# open these.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    *[Uu][Tt][Ff]*8*) ;;
    *)
        unset LC_ALL
        export LC_CTYPE=C.UTF-8
        ;;
esac

say() { printf '%s\n' "$*" >&2; }

# Says what is wrong and ends: die STATUS LINE...
die() {
    status=$1
    shift
    for line; do say "$line"; done
    exit "$status"
}

# The number before the first dot of a Java version: 25 for 25.0.3, 26 for 26-ea, 1 for 1.8.0_402.
major() {
    v=${1#\"}
    v=${v%%[!0-9]*}
    printf '%s' "${v:-0}"
}

# The version of the Java in a folder, read from its release file so that no JVM has to start, or by asking it.
java_version() {
    [ -x "$1/bin/java" ] || return 1
    v=
    [ -r "$1/release" ] && v=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release")
    [ -n "$v" ] || v=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.* version "\(.*\)".*/\1/p' | sed -n 1p)
    printf '%s' "$v"
}

# Is the Java in folder $1 new enough, and, where something has to be compiled ($2 = jdk), does it have a compiler?
fits() {
    [ -x "$1/bin/java" ] || return 1
    [ "$2" != jdk ] || [ -x "$1/bin/javac" ] || return 1
    [ "$(major "$(java_version "$1")")" -ge "$need_java" ]
}

# The file behind a chain of links.
resolve() {
    file=$1
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case $link in
            /*) file=$link ;;
            *) file=$(dirname -- "$file")/$link ;;
        esac
    done
    printf '%s' "$file"
}

# The home of the java on PATH. What has no release file beside it may be a shim (asdf, jenv): that one is asked.
path_java_home() {
    found=$(command -v java) || return 1
    home=$(CDPATH='' cd -- "$(dirname -- "$(resolve "$found")")/.." 2>/dev/null && pwd -P) || return 1
    if [ ! -r "$home/release" ]; then
        home=$("$found" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p')
    fi
    [ -n "$home" ] && printf '%s' "$home"
}

# Where package managers put JDKs. An empty HOME must not make "/.jdks" of "~/.jdks".
java_folders() {
    for d in ${GLASNIK_JAVA_FOLDERS-/usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/*jdk* /opt/*java* \
        /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home}; do
        printf '%s\n' "$d"
    done
    [ -n "${HOME-}" ] || return 0
    for d in "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jenv/versions/*; do
        printf '%s\n' "$d"
    done
}

# Prints the home of a Java that fits: what was named, then what PATH starts, then the usual folders, where the release that
# Glasnik is tested on goes before a newer one.
find_java() {
    if [ -n "${GLASNIK_JAVA_HOME-}" ]; then
        fits "$GLASNIK_JAVA_HOME" "$1" && printf '%s' "$GLASNIK_JAVA_HOME"
        return
    fi
    if [ -n "${JAVA_HOME-}" ] && fits "$JAVA_HOME" "$1"; then
        printf '%s' "$JAVA_HOME"
        return
    fi
    if home=$(path_java_home) && fits "$home" "$1"; then
        printf '%s' "$home"
        return
    fi
    best='' best_major=0
    while IFS= read -r home; do
        fits "$home" "$1" || continue
        m=$(major "$(java_version "$home")")
        if [ -z "$best" ] || [ "$m" -lt "$best_major" ]; then best=$home best_major=$m; fi
    done <<FOLDERS
$(java_folders)
FOLDERS
    [ -n "$best" ] && printf '%s' "$best"
}

# Sets $java_home or ends with what to install: need_java_home jre|jdk
need_java_home() {
    java_home=$(find_java "$1") && return
    if [ -n "${GLASNIK_JAVA_HOME-}" ]; then
        die 69 "GLASNIK_JAVA_HOME is $GLASNIK_JAVA_HOME, and there is no JDK $need_java or newer in it."
    fi
    found=
    home=$(path_java_home) && found="The java on PATH is $(java_version "$home"), in $home."
    die 69 "Glasnik needs a JDK $need_java or newer, and none was found." ${found:+"$found"} \
        "  Debian, Ubuntu   sudo apt install openjdk-$need_java-jdk" \
        "  Fedora           sudo dnf install java-$need_java-openjdk-devel" \
        "  macOS            brew install openjdk@$need_java" \
        "Any other build of it does as well (Temurin, Zulu, Corretto, sdkman): set GLASNIK_JAVA_HOME to its folder."
}

# Sets $mvn or ends with what to install.
need_maven() {
    for mvn in "$(command -v mvn || :)" "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "${M2_HOME:+$M2_HOME/bin/mvn}" \
        ${HOME:+"$HOME/.sdkman/candidates/maven/current/bin/mvn"} /usr/share/maven/bin/mvn /opt/maven/bin/mvn \
        /opt/homebrew/bin/mvn /usr/local/bin/mvn; do
        [ -n "$mvn" ] && [ -x "$mvn" ] && return
    done
    die 69 "Glasnik is built from its sources by Maven 3.8.7 or newer, and no mvn was found." \
        "  Debian, Ubuntu   sudo apt install maven" \
        "  Fedora           sudo dnf install maven" \
        "  macOS            brew install maven"
}

# Becomes Maven on the JDK that was found: the system's own may well start on an older one. Maven's libraries do what a new
# JDK warns of.
maven() {
    export JAVA_HOME="$java_home"
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    exec "$mvn" -B "$@"
}

# --- Building -----------------------------------------------------------------------------------------------------------
#
# What the sources say is what runs: target/app/<fingerprint of the sources>/ holds the application that was built from them.
# A fingerprint and not a date, since a checkout or an unpacked archive may well bring older dates; a folder for each, since
# a running server goes on loading classes from its own while the next one is built beside it.

# Sets $app to the folder of the application that is built from the sources as they are now.
find_app() {
    app=$root/target/app/$(
        CDPATH='' cd -- "$root" || exit
        # The database inside is that of the machine: a checkout may be shared with a container or another machine.
        { uname -sm && find src/main programmes pom.xml -type f ! -name '.*' ! -name '*~' -exec cksum {} + 2>/dev/null; } |
            LC_ALL=C sort | cksum | tr ' ' -
    )
}

running() { [ -n "$1" ] && [ "$1" != '*' ] && { [ -d "/proc/$1" ] || ps -p "$1" >/dev/null 2>&1; }; }

# The lock is a folder: making one is atomic everywhere. Its holder keeps $lock/pid fresh; who died without cleaning up is
# noticed by its pid and by that of its Maven, and, should that be another process by now, by the age.
lock_is_stale() {
    holder=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! running "$holder" && ! running "$(cat "$lock/maven" 2>/dev/null)"; then return 0; fi
    [ -d "$lock" ] && [ -z "$(find "$lock" -mmin -3 2>/dev/null)" ]
}

take_lock() {
    waited=
    if ! mkdir -p "$root/target" 2>/dev/null || [ ! -w "$root/target" ]; then
        die 1 "Glasnik has to be built first, and $(id -un) may not write in $root."
    fi
    until mkdir "$lock" 2>/dev/null; do
        # Only one of those that wait may break it, and only if it still is the same: hence the folder in the folder.
        if lock_is_stale && mkdir "$lock/broken" 2>/dev/null; then
            if lock_is_stale_still; then rm -rf "$lock"; else rmdir "$lock/broken" 2>/dev/null; fi
            continue
        fi
        [ -n "$waited" ] || say "Another start is building Glasnik; waiting for it ($log says how far it is)."
        waited=1
        sleep 1
    done
    echo $$ >"$lock/pid"
}

lock_is_stale_still() {
    again=$(cat "$lock/pid" 2>/dev/null)
    [ "$again" = "$holder" ]
}

# One line that grows on a terminal, one line for each phase elsewhere, until the build is over.
show_progress() {
    start=$(date +%s)
    shown='' spins=0
    while kill -0 $$ 2>/dev/null && [ -d "$lock" ]; do
        touch "$lock/pid" 2>/dev/null
        phase=$(awk '
            /Downloading from|Downloaded from/ { now = "downloading libraries" }
            /Downloaded from/ { n++ }
            / --- .*:(generate|unpack|resources) / { now = "preparing" }
            / --- .*:compile / { now = "compiling" }
            / --- .*:(jar|repackage) / { now = "packing" }
            END { print now == "downloading libraries" ? now " (" n + 0 " so far)" : now }' "$log" 2>/dev/null)
        if [ -t 2 ]; then
            printf '\r\033[KBuilding Glasnik: %s, %d s' "${phase:-starting Maven}" $(($(date +%s) - start)) >&2
        else
            # The count would make each line a new one: now and then is enough.
            key=${phase%% (*}
            case $shown in
                *"|$key|"*) [ "$key" = "downloading libraries" ] && [ $((spins % 20)) -eq 0 ] && say "  $phase" ;;
                *) [ -n "$phase" ] && shown="$shown|$key|" && say "  $phase" ;;
            esac
        fi
        spins=$((spins + 1))
        sleep 1 >/dev/null 2>&1
    done
}

stop_build() {
    trap - INT TERM HUP EXIT
    for p in ${maven_pid-} ${progress_pid-}; do kill "$p" 2>/dev/null; done
    rm -rf "$lock" "${unpacked-}"
    [ ! -t 2 ] || say ""
    exit "$1"
}

# The lines of the log that say what went wrong.
show_failure() {
    say "Glasnik could not be built:"
    relevant=$(sed -n 's/^\[ERROR\] *\([^ ].*\)/\1/p' "$log" |
        grep -vE '^\[Help|Re-run Maven|full stack trace|For more information|COMPILATION ERROR' |
        sed -e 's/ -> \[Help 1\]$//' -e "s|$root/||g" | awk '!seen[$0]++' | sed -n '1,12p')
    [ -n "$relevant" ] || relevant=$(tail -n 12 "$log")
    printf '%s\n' "$relevant" | sed 's/^/  /' >&2
    if grep -qE 'Could not transfer|Could not resolve|UnknownHost' "$log"; then
        say "Maven needs a network for the first build; behind a proxy it is told so in settings.xml in its folder .m2."
    fi
    say "The whole log is $log"
}

# Builds the application of the sources as they are now, unless it is there; sets $app.
build() {
    find_app
    [ ! -f "$app/glasnik.jar" ] || return 0
    need_java_home jdk
    need_maven
    lock=$root/target/build.lock log=$root/target/build.log
    take_lock
    trap 'stop_build 130' INT
    trap 'stop_build 143' TERM HUP
    trap 'stop_build 1' EXIT
    # Sources that change while they are built are built again: what lies in $app must be what its name says.
    while find_app && [ ! -f "$app/glasnik.jar" ]; do build_once; done
    trap - INT TERM HUP EXIT
    rm -rf "$lock"
}

build_once() {
    [ -t 2 ] || say "Building Glasnik (the first time some minutes, with the download of its libraries):"
    : >"$log"
    (CDPATH='' cd -- "$root" && maven -Dbuild.only -Dmaven.test.skip=true package) >"$log" 2>&1 &
    maven_pid=$!
    echo "$maven_pid" >"$lock/maven"
    show_progress &
    progress_pid=$!
    # Some of the scripts that call this have set -e.
    failed=0
    wait "$maven_pid" || failed=$?
    maven_pid=
    kill "$progress_pid" 2>/dev/null || :
    wait "$progress_pid" 2>/dev/null || :
    progress_pid=
    [ ! -t 2 ] || printf '\r\033[K' >&2
    if [ "$failed" -ne 0 ]; then
        show_failure
        exit 1
    fi
    built_from=$app
    find_app
    [ "$app" = "$built_from" ] || return 0
    # A plain jar beside its libraries starts faster than the nested one, and can have an AOT cache.
    unpacked=$root/target/app.new.$$
    rm -rf "$unpacked"
    mkdir -p "$root/target/app"
    if ! "$java_home/bin/java" -Djarmode=tools -jar "$root/target/glasnik.jar" extract --destination "$unpacked" \
        >>"$log" 2>&1; then
        show_failure
        exit 1
    fi
    mkdir -p "$unpacked/pids"
    rm -rf "$app"
    mv "$unpacked" "$app"
    unpacked=
    forget_old_apps
}

# Says that this process, and the JVM that it becomes, runs from $app; where it may not write, nobody is told. No ":" here: a
# special builtin that cannot open its output ends the shell.
keep_app() {
    for p in "$app"/pids/*; do running "${p##*/}" || rm -f "$p"; done
    echo >"$app/pids/$$"
} 2>/dev/null

# Removes what was built before and runs no more.
forget_old_apps() {
    for old in "$root"/target/app/*; do
        [ "$old" != "$app" ] || continue
        used=
        for p in "$old"/pids/*; do
            running "${p##*/}" && used=1
        done
        [ -n "$used" ] || rm -rf "$old"
    done
}

# --- Testing ------------------------------------------------------------------------------------------------------------

# The browser of the browser tests.
find_chromium() {
    for c in "${GLASNIK_CHROMIUM-}" "$(command -v chromium || :)" "$(command -v chromium-browser || :)" \
        "$(command -v google-chrome || :)" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium; do
        [ -n "$c" ] && [ -x "$c" ] && printf '%s' "$c" && return
    done
    return 1
}
