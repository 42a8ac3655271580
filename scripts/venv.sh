#!/bin/sh
# Make .venv with the given Python; Debian ships what that needs in a package of its own.
set -eu
python=$1
[ -x .venv/bin/pip ] && exit 0
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    sh scripts/apt.sh python3-venv
fi
"$python" -m venv .venv
