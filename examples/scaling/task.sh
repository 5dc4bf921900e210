#!/bin/sh
# One task of a run in bulk: prices its shard of RUN/requests.ndjson into RUN/parts/.
#
#   task.sh RUN [flags of kanli bulk...]
#
# Which shard that is, Kubernetes, Slurm and AWS Batch say in the environment; SHARD=i/n says it by hand.
# Started again, it goes on where it was. It ends with 0 when the shard is finished, refusals or not, because a
# scheduler would take kanli's 1 for a failure and price the same refusals for ever. What else kanli ends with stays.
set -u

run=${1:?which run? task.sh RUN [flags]}
shift
index=${SHARD:-${JOB_COMPLETION_INDEX:-${SLURM_ARRAY_TASK_ID:-${AWS_BATCH_JOB_ARRAY_INDEX:?no task number: set SHARD=i/n}}}}
index=${index%/*}
part=$run/parts/part-$index.ndjson
said=$run/parts/said-$index.txt

mkdir -p "$run/parts" || exit 3
before=no
[ -e "$part.manifest.json" ] && before=yes

kanli bulk "$run/requests.ndjson" ${SHARD:+--shard "$SHARD"} "$@" \
  --resume -o "$part" --errors "$run/parts/refused-$index.ndjson" 2>"$said"
status=$?
cat "$said" >&2

# 1 also stands for a card that cannot be read, and for parts of another run that lie in the way. Only a manifest
# says that a shard is finished. One that was there before counts where kanli has nothing against it, that is, where
# it names no problem's code.
if [ "$status" -eq 1 ] && [ -e "$part.manifest.json" ]; then
  [ "$before" = no ] && exit 0
  grep -q '\[[a-z-]*\]$' "$said" || exit 0
fi
exit "$status"
