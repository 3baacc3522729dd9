#!/usr/bin/env bash
# Whether the service in this container is ready. Asks with bash alone, over TLS with openssl: a JRE image need not have curl.
set -euo pipefail
port="${QUARKUS_HTTP_PORT:-8080}"
ask() { printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n'; }
if [[ -n "${GPU_LEDGER_TLS_CERTIFICATE_FILE:-}" ]]; then
  # its certificate is made out to the name that others use, and nothing is told here
  read -r _ status _ < <(ask | openssl s_client -quiet -connect "127.0.0.1:$port" 2>/dev/null)
else
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  ask >&3
  read -r _ status _ <&3
fi
[[ "$status" == 200 ]]
