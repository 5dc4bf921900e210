#!/bin/bash
# The tasks of a run in bulk as a Slurm array; submit it from the folder it is in, with kanli on the PATH:
#
#   sbatch --array=0-7 slurm.sh RUN [flags of kanli bulk...]
#
# RUN is on a file system that all nodes share.
#SBATCH --job-name=kanli-bulk
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=kanli-%A_%a.log
set -u

sh "$SLURM_SUBMIT_DIR/task.sh" "$1" --jobs "$SLURM_CPUS_PER_TASK" "${@:2}"
status=$?

# Slurm itself requeues a task when its node fails or it is preempted, but not when the program in it ends badly.
# A fault (3) and a kill (128 and more) are worth another try; wrong flags or a wrong card are not.
if { [ "$status" -eq 3 ] || [ "$status" -ge 128 ]; } && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  echo "kanli ended with $status: requeued" >&2
  # Not SLURM_JOB_ID: that of the last task is the array's own, and would requeue all of them.
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" && sleep 60 # the requeue ends this script
fi
exit "$status"
