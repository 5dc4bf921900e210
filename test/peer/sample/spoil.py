"""Ways in which a desk comes to ask for what cannot be had."""

from datetime import timedelta

from desk.card import Card
from desk.price import answer
from desk.text import days, read
from sample.dice import Deck, Dice
from sample.items import FORMATS
from sample.stand import stand
from sample.write import clock, dump, money


class Spoiler:
    """Turns a sound package into one that the rules refuse, a different way each time."""

    def __init__(self, dice: Dice, card: Card):
        self._dice = dice
        self._card = card
        ways = [self._outside, self._before, self._twice, self._shut, self._format, self._unpriced, self._few, self._steep]
        self._ways = Deck(dice, ways + [self._off, self._above, self._beyond])

    def spoil(self, package: dict) -> dict:
        """The first way in the deck that this package offers."""
        while True:
            spoiled = self._ways.deal()(package)
            if spoiled is not None and "refused" in answer(self._card, read(dump(spoiled))):
                return spoiled

    def _item(self, line: dict):
        return self._card.items[line["item"]]

    def _change(self, package: dict, fits, change) -> dict | None:
        """Changes one of the lines that fit."""
        fitting = [index for index, line in enumerate(package["lines"]) if fits(line)]
        if not fitting:
            return None
        chosen = self._dice.pick(fitting)
        lines = [change(line) if index == chosen else line for index, line in enumerate(package["lines"])]
        return {**package, "lines": lines}

    def _outside(self, package: dict) -> dict | None:
        day = self._dice.pick([self._card.valid[0] - timedelta(days=1), self._card.valid[-1] + timedelta(days=1)])
        return self._change(package, lambda line: "time" in line or "times" not in line, lambda line: {**line, "dates": day.isoformat()})

    def _before(self, package: dict) -> dict:
        day = days(self._dice.pick(package["lines"])["dates"])[0] + timedelta(days=1)
        return {**package, "asOf": day.isoformat()}

    def _few(self, package: dict) -> dict | None:
        def one(line: dict) -> dict:
            kept = {key: value for key, value in line.items() if key not in ("quantity", "times")}
            return {**kept, "dates": days(line["dates"])[0].isoformat()}

        return self._change(package, lambda line: "time" in line and self._item(line).minimum > 1, one)

    def _steep(self, package: dict) -> dict | None:
        beyond = self._card.bands and self._card.bands[-1][0] < 1
        return {**package, "deal": {"discount": "99.5%"}} if beyond else None

    def _twice(self, package: dict) -> dict | None:
        again = lambda line: [line["dates"]] * 2 if isinstance(line["dates"], str) else line["dates"] + line["dates"][:1]
        return self._change(package, lambda line: True, lambda line: {**line, "dates": again(line)})

    def _shut(self, package: dict) -> dict | None:
        def early(item) -> dict:
            return {"time": clock(item.open[0] - 5, item.open[0] + 55)}

        return self._append(package, lambda item: item.breaks and item.per != "mille" and item.open[0] > 0, early)

    def _format(self, package: dict) -> dict | None:
        missing = lambda line: [format for format in FORMATS if format not in self._item(line).formats]
        return self._change(package, missing, lambda line: {**line, "format": missing(line)[0]})

    def _unpriced(self, package: dict) -> dict | None:
        return self._append(package, lambda item: item.on_request, lambda item: {"note": "价格待议"})

    def _append(self, package: dict, fits, fields) -> dict | None:
        """Adds a line of one of the items that fit."""
        items = [item for item in self._card.items.values() if fits(item)]
        if not items:
            return None
        item = self._dice.pick(items)
        line = {"item": item.id, "dates": self._card.valid[-1].isoformat(), **fields(item)}
        return {**package, "lines": [*package["lines"], line]}

    def _off(self, package: dict) -> dict | None:
        before = stand(self._card, {key: value for key, value in package.items() if key != "deal"})
        return {**package, "deal": {"off": money(self._dice, before.open + before.unit)}}

    def _above(self, package: dict) -> dict | None:
        before = stand(self._card, {key: value for key, value in package.items() if key != "deal"})
        return {**package, "deal": {"target": money(self._dice, before.total + before.unit)}}

    def _beyond(self, package: dict) -> dict | None:
        before = stand(self._card, {key: value for key, value in package.items() if key != "deal"})
        below = before.total - before.open - before.unit
        return None if below < 0 else {**package, "deal": {"target": money(self._dice, below)}}
