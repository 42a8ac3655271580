#!/bin/sh
# Install what the tests need beside Python: a browser, fonts for rare hanzi, a QR decoder.
set -eu
wanted="chromium fonts-noto-cjk libzbar0"
missing=
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -z "$missing" ] || sh scripts/apt.sh $missing
