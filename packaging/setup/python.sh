#!/usr/bin/env bash
# Prints the Python to build the virtual environment with: the one that $PYTHON names, or else python3.11, or else a
# python3 that is at least 3.11.
set -euo pipefail

candidates=(python3.11 python3)
[[ -z ${PYTHON:-} ]] || candidates=("$PYTHON")

for candidate in "${candidates[@]}"; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
echo "make setup: ${PYTHON:+"$PYTHON will not do: "}Vitrine needs Python 3.11 or newer; install it (on Debian 12: apt-get install python3), or name it: make PYTHON=/path/to/python3" >&2
exit 1
