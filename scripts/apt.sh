#!/bin/sh
# Install Debian packages, by sudo where we are not root; say what is missing where neither works.
set -eu
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null; then
    as_root=sudo
else
    echo "Please have an administrator run: apt-get install $*" >&2
    exit 1
fi
if ! command -v apt-get >/dev/null; then
    echo "Please install these packages (Debian's names): $*" >&2
    exit 1
fi
echo "Installing $*" >&2
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends "$@" >/dev/null
