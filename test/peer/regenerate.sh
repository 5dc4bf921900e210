#!/bin/sh
# Draws the committed cases anew and prices them. If the rules and the generator stand as they did,
# `git diff` finds nothing afterwards.
set -eu
cd "$(dirname "$0")"
mkdir -p cases
rm -f cases/card-*.json cases/packages-*.ndjson cases/expected-*.ndjson
python3 generate.py --seed 20161111 --cards 12 --packages 25 --out cases
for card in cases/card-*.json; do
  number=${card#cases/card-}
  number=${number%.json}
  python3 peer.py "$card" "cases/packages-$number.ndjson" > "cases/expected-$number.ndjson"
done
