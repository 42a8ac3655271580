#!/bin/sh
# Install what the tests need beside Python: a browser, fonts for rare hanzi, a QR decoder, a
# reader of PDFs, and what the driver of the browser is linked with.
set -eu
wanted="chromium espeak-ng fonts-noto-cjk libatomic1 libzbar0 poppler-utils"
missing=
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -z "$missing" ] || sh scripts/apt.sh $missing
