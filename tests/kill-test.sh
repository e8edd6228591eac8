#!/usr/bin/env bash
# Kills the built program over and over while it sends tips, and counts what people then see.
#
#   tests/kill-test.sh [postgres|sqlite] [KILLS] [PAUSES] [TIPS] [SEED]
#
# PostgreSQL is shared by three instances, SQLite has one. The defaults are 200 kills, 50 pauses beyond the lease (on
# PostgreSQL: where there is one instance, nobody takes over from it) and 20,000 tips; that takes some 10 to 20 minutes.
# MLCAREERBOT_KILL_LEASE_SECONDS sets the lease, 30 seconds. Everything runs on loopback, against the fakes.
set -euo pipefail
cd "$(dirname "$0")/.."

store=${1:-postgres}
export MLCAREERBOT_KILLS=${2:-200}
export MLCAREERBOT_KILL_PAUSES=${3:-$([ "$store" = sqlite ] && echo 0 || echo 50)}
export MLCAREERBOT_KILL_TIPS=${4:-20000}
export MLCAREERBOT_KILL_SEED=${5:-1}
case $store in
  postgres) export MLCAREERBOT_KILL_INSTANCES=3 ;;
  sqlite) export MLCAREERBOT_KILL_INSTANCES=1 ;;
  *) echo "Say postgres or sqlite." >&2; exit 2 ;;
esac

# The whole suite may take 15 minutes, this an hour.
exec dotnet test tests/MLCareerBot.Tests --filter "FullyQualifiedName~KillTests.On_${store^}" --logger "console;verbosity=detailed" -- RunConfiguration.TestSessionTimeout=3600000
