#!/bin/sh
# Checks and joins the parts of a run into RUN/quotes.ndjson and RUN/refused.ndjson.
#
#   merge.sh RUN
#
# It ends with 0 when they are joined, refusals or not, and may be started again.
set -u

run=${1:?which run? merge.sh RUN}

# A manifest that is there afterwards is then this merge's own.
rm -f "$run/quotes.ndjson.manifest.json"
kanli bulk merge "$run"/parts/part-*.ndjson -o "$run/quotes.ndjson" --errors "$run/refused.ndjson" --force
status=$?
[ "$status" -eq 1 ] && [ -e "$run/quotes.ndjson.manifest.json" ] && exit 0
exit "$status"
