#!/bin/bash
# Joins the parts of a Slurm array once all its tasks have ended well:
#
#   sbatch --dependency=afterok:JOB --kill-on-invalid-dep=yes slurm-merge.sh RUN
#SBATCH --job-name=kanli-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --output=kanli-%j.log
exec sh "$SLURM_SUBMIT_DIR/merge.sh" "$1"
