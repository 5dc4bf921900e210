#!/bin/sh
# Submits a run in bulk to AWS Batch: an array job, and the job that joins its parts once every task has ended well.
#
#   aws batch register-job-definition --cli-input-json file://aws-batch.json   (once)
#   aws-submit.sh QUEUE RUN SHARDS
#
# RUN is the run's folder as the containers see it; SHARDS is 2 at least and 10000 at most.
set -eu

queue=$1 run=$2 shards=$3

array=$(aws batch submit-job --job-name kanli-bulk --job-queue "$queue" --job-definition kanli-bulk \
  --array-properties "size=$shards" --parameters "run=$run,card=$run/card.yaml" \
  --container-overrides "environment=[{name=KANLI_SHARDS,value=$shards}]" \
  --query jobId --output text)
merge=$(aws batch submit-job --job-name kanli-merge --job-queue "$queue" --job-definition kanli-bulk \
  --depends-on "jobId=$array" --container-overrides "command=/opt/kanli/merge.sh,$run" \
  --query jobId --output text)
echo "array $array, merge $merge"
