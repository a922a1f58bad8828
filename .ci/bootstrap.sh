#!/bin/sh
# Makes .venv hold what a lock names, and leergang itself; a second run finds the stamp and does nothing. For tests
# node_modules as well, by the npm in .venv.
#
#   .ci/bootstrap.sh site   to build: requirements/site.txt
#   .ci/bootstrap.sh test   to test and check: requirements/test.txt, which holds site.txt too, Chromium and Firefox ESR
#   .ci/bootstrap.sh bench  as test, with a whole Chromium: what readers have is what is measured
#   .ci/bootstrap.sh venv   an environment with pip only, for `make lock`
#
# PYTHON, CHROMIUM and FIREFOX name another interpreter or browser than those on the PATH.
set -eu
cd "$(dirname "$0")/.."
lock=$1
browser=chromium-headless-shell
if [ "$lock" = bench ]; then lock=test browser=chromium; fi
python=${PYTHON:-python3}

stop() {
    echo "$1" >&2
    exit 1
}

# Installs Debian packages when this user may; says what apt-get said only when that fails.
debian_install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -eq 0 ]; then become=''; elif sudo -n true 2>/dev/null; then become='sudo -n'; else return 1; fi
    echo "Even geduld: $* wordt geïnstalleerd met apt-get."
    said=$($become apt-get update -qq 2>&1 && $become env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" 2>&1) || { echo "$said" >&2; return 1; }
}

can_make_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

# Playwright's driver is a Node of its own, which needs a library that a bare Debian 12 leaves out.
drives_browsers() { .venv/bin/python -m playwright --version >/dev/null 2>&1; }

# A browser of one of these names. One without windows, in which the tests take half the time, is looked for first.
find_chromium() {
    for name in "${CHROMIUM:-}" "$@"; do
        if [ -n "$name" ] && command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

find_server() { (PATH="$PATH:/usr/sbin:$PWD/.venv/servers/usr/sbin:$PWD/.venv/servers/usr/bin" && command -v "$1" >/dev/null); }

# Debian's packages start a server as soon as they are installed. The tests need its program only: taken out of the
# package, below .venv, nothing is started and nobody has to be root.
unpack_server() {
    command -v apt-get >/dev/null || return 1
    mkdir -p .venv/servers
    said=$(cd .venv/servers && rm -f ./*.deb && apt-get download -qq "$1" 2>&1 && dpkg-deb -x ./*.deb . 2>&1 && rm -f ./*.deb) ||
        { echo "$said" >&2; return 1; }
}

# Where .venv was made and for which Python: it works nowhere else.
identity() { echo "$PWD $(.venv/bin/python --version 2>&1)"; }

make_venv() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
        stop "Hiervoor is Python 3.11 of nieuwer nodig: installeer het, of noem het met 'make PYTHON=/pad/naar/python3'."
    can_make_venv || { debian_install python3-venv && can_make_venv; } ||
        stop "Python kan hier geen eigen omgeving maken: installeer python3-venv, op Debian met 'sudo apt-get install python3-venv'."
    "$python" -m venv --clear .venv
    identity >.venv/.made-by
}

# What an install depends on; the stamp is a copy of it.
wanted() { cat "requirements/$1.txt" pyproject.toml; }

npm_install() {
    PATH="$PWD/.venv/bin:$PATH" .venv/bin/npm ci --loglevel=error --no-audit --no-fund >/dev/null
    cp package-lock.json node_modules/.made-from
}

pip_install() { .venv/bin/python -m pip install -qq --no-input --disable-pip-version-check "$@"; }

install_lock() {
    echo "Even geduld: de pakketten uit requirements/$lock.txt worden geïnstalleerd. Dat hoeft maar één keer."
    rm -f .venv/.site .venv/.test
    pip_install --require-hashes --requirement "requirements/$lock.txt"
    pip_install --no-deps --no-build-isolation --editable .
    wanted site >.venv/.site
    if [ "$lock" = test ]; then wanted test >.venv/.test; fi
}

[ "$(identity)" = "$(cat .venv/.made-by 2>/dev/null)" ] || make_venv
[ "$lock" = venv ] || wanted "$lock" | cmp -s - ".venv/.$lock" || install_lock
if [ "$lock" = test ]; then
    cmp -s package-lock.json node_modules/.made-from || npm_install
    drives_browsers || { debian_install libatomic1 && drives_browsers; } ||
        stop "Playwright start hier niet: installeer libatomic1, op Debian met 'sudo apt-get install libatomic1'."
    find_chromium "$browser" || debian_install "$browser" ||
        find_chromium chromium chromium-browser google-chrome ||
        stop "Voor de tests is Chromium nodig: installeer het, op Debian met 'sudo apt-get install chromium-headless-shell', of noem het met 'make test CHROMIUM=/pad/naar/chromium'."
    # Two tabs are tested in Firefox too, pages are validated and spelling is checked, where they can be; all else
    # works without.
    command -v "${FIREFOX:-firefox-esr}" >/dev/null || debian_install firefox-esr || true
    command -v java >/dev/null || debian_install default-jre-headless || true # validates HTML
    command -v hunspell >/dev/null || debian_install hunspell hunspell-nl || true
    # Web servers, each with the file that the bundle has for it; this package of Apache's starts nothing.
    find_server apache2 || debian_install apache2-bin || true
    for server in nginx caddy; do find_server $server || unpack_server $server || true; done
fi
