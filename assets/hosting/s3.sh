#!/usr/bin/env bash
# Puts the app into a bucket: `s3.sh BUCKET [PATH [FOLDER]]`. Needs the AWS command line, signed in.
# Types and caching are set here. Compression and policy headers are not the bucket's to give: let CloudFront compress, and give it a
# response headers policy; without one the pages' own policies hold all the same.
set -euo pipefail
bucket=${1:?usage: s3.sh BUCKET [PATH [FOLDER]]}
path=${2:-}
folder=${3:-app}
base=s3://$bucket/${path:+${path%/}/}

type_of() {
  case $1 in
    *.html) echo 'text/html; charset=utf-8' ;;
    *.js | *.mjs) echo 'text/javascript; charset=utf-8' ;;
    *.css) echo 'text/css; charset=utf-8' ;;
    *.wasm) echo 'application/wasm' ;;
    *.xml) echo 'application/xml; charset=utf-8' ;;
    *.json) echo 'application/json; charset=utf-8' ;;
    *.webmanifest) echo 'application/manifest+json; charset=utf-8' ;;
    *.svg) echo 'image/svg+xml; charset=utf-8' ;;
    *.png) echo 'image/png' ;;
    *.txt) echo 'text/plain; charset=utf-8' ;;
    *) echo 'application/octet-stream' ;;
  esac
}

put() { aws s3 cp "$folder/$1" "$base$1" --content-type "$(type_of "$1")" --cache-control "$2"; }

hashed='-[0-9a-f]{16}(_bg)?\.(js|css|wasm)$'
files=$(cd "$folder" && find . -type f ! -name '.*' ! -name '*.br' ! -name '*.gz' | sed 's,^\./,,' | sort)
# What the others name goes first, so that nobody is sent to a file that is not there yet.
grep -E -- "$hashed" <<<"$files" | while read -r file; do put "$file" 'public, max-age=31536000, immutable'; done
grep -vE -- "$hashed" <<<"$files" | while read -r file; do put "$file" 'no-cache'; done
aws s3api put-bucket-cors --bucket "$bucket" --cors-configuration \
  '{"CORSRules":[{"AllowedOrigins":["*"],"AllowedMethods":["GET","HEAD"],"AllowedHeaders":["*"],"MaxAgeSeconds":86400}]}'
