#!/usr/bin/env bash
# Makes the secrets of compose.yaml that can be made, in deploy/secrets or the folder that is named.
# A file that is there stays as it is. What only the operator has is named at the end.
set -euo pipefail
folder="${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/secrets}"
umask 077
mkdir -p "$folder"

# make NAME COMMAND…: the file has what the command prints.
make() {
    local file="$folder/$1"
    shift
    [ -e "$file" ] || "$@" >"$file"
}
make postgres_password openssl rand -hex 24
make redis_password openssl rand -hex 24
make database_url echo "postgres://gateway:$(cat "$folder/postgres_password")@postgres:5432/gateway"
make redis_url echo "redis://:$(cat "$folder/redis_password")@redis:6379/0"
make redis.conf echo "requirepass $(cat "$folder/redis_password")"
make encryption.key openssl rand -base64 32
make audit.key openssl rand -hex 32
# Each is mounted into the containers that use it, and into no other; their users are not root.
chmod 0444 "$folder"/*
chmod 0711 "$folder"
for name in runway_api_secret tls.crt tls.key; do
    [ -e "$folder/$name" ] || echo "Missing, and yours to write: $folder/$name"
done
