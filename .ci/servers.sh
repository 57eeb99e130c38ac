#!/usr/bin/env bash
# Sees to the web servers that the shipped configuration files are tested with. Installs nothing where they are.
set -euo pipefail
missing=()
command -v nginx >/dev/null || missing+=(nginx-light)
command -v apache2 >/dev/null || missing+=(apache2-bin)
modules=$(nginx -V 2>&1 | sed -nE 's/.*--modules-path=([^ ]+).*/\1/p' || true)
[ -e "${modules:-/usr/lib/nginx/modules}/ngx_http_brotli_static_module.so" ] || missing+=(libnginx-mod-http-brotli-static)
[ ${#missing[@]} = 0 ] && exit
printf '\033[1m==> installing %s\033[0m\n' "${missing[*]}"
command -v apt-get >/dev/null || { echo "Cannot go on: nginx with its module brotli_static, and Apache, are missing. Install them, then run this again." >&2; exit 1; }
sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -q
# Installed, not started: the tests start their own, as whoever runs them.
$sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -yq --no-install-recommends "${missing[@]}" </dev/null
