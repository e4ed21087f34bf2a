#!/usr/bin/env bash
# Runs nginx with ModSecurity in front of gateway nodes, in the foreground. README.md beside this file
# explains the variables:
#
#   WAF_NODES            addresses of the nodes, separated by spaces, e.g. "10.0.0.5:4000 10.0.0.6:4000"
#   WAF_CERTIFICATE      PEM file of the certificate and its chain
#   WAF_CERTIFICATE_KEY  PEM file of its key
#   WAF_LISTEN           default 8443
#   WAF_SERVER_NAME      default _ (any)
#   WAF_NODE_CA          PEM file: speak TLS to the nodes, and check their certificates against it
#   WAF_NODE_NAME        the name in the nodes' certificates; needed with WAF_NODE_CA
#   WAF_CRS              folder of the Core Rule Set; default: Debian's
#   WAF_RUN_DIR          a folder to write to; default: a new one in TMPDIR
#   WAF_ACCESS_LOG       default /dev/stdout
#   WAF_MODULES          folder of nginx's modules; default: Debian's
#
# `run.sh --check` writes the configuration and has nginx read it.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
fail() {
    echo "waf: $1" >&2
    exit 1
}

: "${WAF_NODES:?waf: name the nodes in WAF_NODES}"
: "${WAF_CERTIFICATE:?waf: name the certificate in WAF_CERTIFICATE}"
: "${WAF_CERTIFICATE_KEY:?waf: name the key in WAF_CERTIFICATE_KEY}"
crs="${WAF_CRS:-/usr/share/modsecurity-crs}"
modules="${WAF_MODULES:-/usr/share/nginx/modules}"
run_dir="${WAF_RUN_DIR:-$(mktemp -d)}"
nginx="$(PATH="$PATH:/usr/sbin" command -v nginx)" || fail 'nginx is not installed'
[ -r "$modules/ngx_http_modsecurity_module.so" ] || fail "no ModSecurity module in $modules"
[ -r "$crs/rules/REQUEST-949-BLOCKING-EVALUATION.conf" ] || fail "no Core Rule Set in $crs"
mkdir -p "$run_dir"

nodes=''
for node in $WAF_NODES; do
    [[ "$node" =~ ^[][A-Za-z0-9.:-]+$ ]] || fail "not the address of a node: $node"
    # A node that cannot be reached is left alone for 5 s.
    nodes+="        server $node max_fails=1 fail_timeout=5s;"$'\n'
done

node_scheme=http
node_tls=''
if [ -n "${WAF_NODE_CA:-}" ]; then
    : "${WAF_NODE_NAME:?waf: name the nodes\' certificates in WAF_NODE_NAME}"
    node_scheme=https
    node_tls="            proxy_ssl_trusted_certificate $WAF_NODE_CA;
            proxy_ssl_verify on;
            proxy_ssl_verify_depth 3;
            proxy_ssl_name $WAF_NODE_NAME;
            proxy_ssl_server_name on;
            proxy_ssl_protocols TLSv1.2 TLSv1.3;"
fi

{
    echo "Include $here/modsecurity.conf"
    echo "Include $here/plugins/*-config.conf"
    echo "Include $here/plugins/*-before.conf"
    echo "Include $crs/rules/*.conf"
    echo "Include $here/plugins/*-after.conf"
} >"$run_dir/rules.conf"
cp "$here/refusal.conf" "$run_dir/"

template="$(<"$here/nginx.conf.template")"
fill() {
    template="${template//@$1@/$2}"
}
fill MODULES "$modules"
fill RUN_DIR "$run_dir"
fill LISTEN "${WAF_LISTEN:-8443}"
fill SERVER_NAME "${WAF_SERVER_NAME:-_}"
fill CERTIFICATE "$WAF_CERTIFICATE"
fill CERTIFICATE_KEY "$WAF_CERTIFICATE_KEY"
fill NODE_SCHEME "$node_scheme"
fill NODE_TLS "$node_tls"
fill NODES "${nodes%$'\n'}"
fill ACCESS_LOG "${WAF_ACCESS_LOG:-/dev/stdout}"
printf '%s\n' "$template" >"$run_dir/nginx.conf"

if [ "${1:-}" = --check ]; then
    exec "$nginx" -t -q -p "$run_dir" -c "$run_dir/nginx.conf" -e stderr
fi
# The log's reader ends after nginx, which gets the signals.
exec "$nginx" -p "$run_dir" -c "$run_dir/nginx.conf" -e stderr 2> >(exec awk -f "$here/masked-log.awk" >&2)
