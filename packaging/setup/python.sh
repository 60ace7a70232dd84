#!/usr/bin/env bash
# Prints the Python to build the virtual environment with: python3.11, or else a python3 that is at least 3.11.
set -euo pipefail

for candidate in "${PYTHON:-}" python3.11 python3; do
    if [[ -n $candidate ]] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
echo "make setup: Vitrine needs Python 3.11 or newer; install it (on Debian 12: apt-get install python3), or name it: make PYTHON=/path/to/python3" >&2
exit 1
