#!/usr/bin/env bash
# Fetches the OWASP Core Rule Set 4 into a folder, for WAF_CRS of run.sh:
#
#   fetch-crs.sh FOLDER
#
# The release and the SHA-256 of its archive are pinned. For another release set both CRS_VERSION and
# CRS_SHA256; get the checksum from an archive whose signature you have verified (see README.md).
set -euo pipefail

PINNED_VERSION=4.25.1
PINNED_SHA256=0539e66e7627fe71c160a644d8fb7ab6e450d53c9de208be5f95a35c70e1a154

fail() {
    echo "fetch-crs: $1" >&2
    exit 1
}

folder="${1:-}"
[ -n "$folder" ] || fail 'name the folder to write to'
[ ! -e "$folder" ] || fail "$folder is there already"
version="${CRS_VERSION:-$PINNED_VERSION}"
[[ "$version" =~ ^4\.[0-9]+\.[0-9]+$ ]] || fail "not a release of the rule set 4: $version"
if [ "$version" = "$PINNED_VERSION" ]; then
    sha256="${CRS_SHA256:-$PINNED_SHA256}"
else
    sha256="${CRS_SHA256:-}"
fi
[[ "$sha256" =~ ^[0-9a-f]{64}$ ]] || fail "set CRS_SHA256 to the SHA-256 of the archive of $version"

draft="$(mktemp -d)"
trap 'rm -rf "$draft"' EXIT
archive="$draft/crs.tar.gz"
# CRS_ARCHIVE: a file that was fetched before, for machines without a way out.
if [ -n "${CRS_ARCHIVE:-}" ]; then
    cp "$CRS_ARCHIVE" "$archive"
else
    curl --fail --silent --show-error --location --proto '=https' --tlsv1.2 --max-time 300 \
        --output "$archive" \
        "https://github.com/coreruleset/coreruleset/archive/refs/tags/v$version.tar.gz"
fi
found="$(sha256sum "$archive" | cut -d ' ' -f 1)"
[ "$found" = "$sha256" ] || fail "the archive has the SHA-256 $found, not $sha256"
mkdir "$draft/crs"
tar --extract --gzip --file "$archive" --directory "$draft/crs" --strip-components 1 --no-same-owner
[ -r "$draft/crs/rules/REQUEST-949-BLOCKING-EVALUATION.conf" ] || fail 'no rules in the archive'
mkdir -p "$(dirname "$folder")"
mv "$draft/crs" "$folder"
echo "fetch-crs: $version is in $folder"
