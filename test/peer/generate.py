"""python3 generate.py --seed N --cards C --packages P --out DIR: card-i.json and packages-i.ndjson for i from 0."""

import sys

sys.dont_write_bytecode = True

import argparse
from pathlib import Path

from sample.cards import Printer
from sample.packages import Client
from sample.write import dump


def main(seed: int, cards: int, packages: int, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    printer = Printer(seed)
    for number in range(cards):
        card, temper = printer.draw(number)
        _write(out / f"card-{number}.json", dump(card, open_levels=2) + "\n")
        client = Client(seed, number, card, temper)
        _write(out / f"packages-{number}.ndjson", "".join(dump(client.draw(n)) + "\n" for n in range(packages)))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--seed", "--cards", "--packages"):
        parser.add_argument(name, type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    main(given.seed, given.cards, given.packages, given.out)
