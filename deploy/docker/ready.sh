#!/usr/bin/env bash
# Whether the service in this container is ready. Asks with bash alone: a JRE image need not have curl.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[[ "$status" == 200 ]]
