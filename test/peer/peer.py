"""python3 peer.py CARD.json PACKAGES.ndjson: an answer a line, in the packages' order."""

import sys

sys.dont_write_bytecode = True

import json

from desk.card import Card
from desk.price import answer
from desk.text import read


def main(card_file: str, packages_file: str) -> None:
    with open(card_file, encoding="utf-8") as file:
        card = Card(read(file.read()))
    with open(packages_file, encoding="utf-8") as file:
        for line in filter(str.strip, file):
            print(json.dumps(answer(card, read(line)), ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main(sys.argv[1], sys.argv[2])
