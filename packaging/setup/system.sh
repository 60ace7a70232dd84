#!/usr/bin/env bash
# Installs the system packages that Vitrine needs and that are not there yet. Says nothing when there is nothing to do.
# Usage: system.sh PYTHON, the interpreter that the virtual environment will be made with.
set -euo pipefail

python=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if ! command -v dpkg-query >/dev/null; then
    echo "make setup: this is not Debian: install the like of packaging/setup/debian.txt yourself if something is missing" >&2
    exit 0
fi

mapfile -t wanted < <(grep -v -e '^#' -e '^$' "$here/debian.txt")
# Debian splits the standard library: its own Python makes no virtual environment without this package.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    wanted+=("python3-venv")
fi

mapfile -t missing < <(
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort) \
        <(dpkg-query --show --showformat='${db:Status-Status} ${binary:Package}\n' | sed -n 's/^installed \([^:]*\).*/\1/p' | sort -u)
)
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $EUID -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "make setup: run this as root, or install these packages first: ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "make setup: installing ${missing[*]}"
# Standard input is closed, so that a package with questions takes its defaults instead of waiting for an answer.
quietly=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 --option=Dpkg::Use-Pty=0)
"${quietly[@]}" update </dev/null
"${quietly[@]}" install --yes --no-install-recommends "${missing[@]}" </dev/null >/dev/null
