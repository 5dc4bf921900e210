"""How a package stands before its deal is struck, judged by nobody yet."""

from copy import copy
from datetime import date
from fractions import Fraction
from math import floor

from desk.card import Card, Item
from desk.price import answer
from desk.text import rate, read
from sample.write import dump


class Stand:
    """Sums of the lines of a priceable package, in the main unit of the currency."""

    def __init__(self, card: Card, package: dict, shown: dict):
        self._card = card
        self._media = Fraction(shown["totals"]["media"])
        self._lines: list[tuple[Item, dict, Fraction, Fraction]] = [
            (card.items[line["item"]], document, Fraction(line["gross"]), Fraction(line["amount"]))
            for line, document in zip(shown["lines"], package["lines"])
        ]
        self.unit = Fraction(1, 10**card.currency.digits)
        self.total = sum((amount for *_, amount in self._lines), Fraction(0))
        self.open = sum((line[3] for line in self._open()), Fraction(0))

    def limits(self) -> dict[str, list[Fraction]]:
        """Reductions that meet a limit exactly: a band, a policy, a tie in the figure's rounding, the least spend, a floor."""
        priced = [line for line in self._lines if not line[0].on_request and not line[0].pass_through]
        gross = sum((line[2] for line in priced), Fraction(0))
        kept = sum((min(line[2], line[3]) for line in priced), Fraction(0))
        open_lines, policies = self._open(), self._card.policies
        kinds = {"band": [kept - gross * (1 - limit) for limit, _ in self._card.bands]}
        if "max" in policies.get("trueDiscount", {}):
            kinds["policy"] = [kept - gross * (1 - rate(policies["trueDiscount"]["max"]))]
        if gross:
            # Half-up and half-even part after an even fourth place.
            even = floor((1 - kept / gross) * 5000) * 2
            kinds["tie"] = [kept - gross * (1 - Fraction(2 * (even + n) + 1, 2 * 10**4)) for n in range(2, 400, 2)]
        if "minimumSpend" in policies:
            kinds["spend"] = [self._media - Fraction(self._card.currency.whole(policies["minimumSpend"]["min"])) * self.unit]
        if len(open_lines) == 1 and open_lines[0][0].floor:
            kinds["floor"] = [open_lines[0][3] - self._floor(open_lines[0])]
        kinds["nothing left"] = [self.open] if self.open else []
        return {kind: [aim for aim in aims if 0 <= aim <= self.open] for kind, aims in kinds.items()}

    def floors(self) -> list[Fraction | None]:
        """Line by line, the least amount that keeps to the item's floor; None where there is no floor."""
        return [self._floor(line) if line[0].floor else None for line in self._lines]

    def _floor(self, line) -> Fraction:
        item, _, gross, _ = line
        return gross * item.floor / item.breaks[0][1] // self.unit * self.unit

    def _open(self) -> list:
        return [line for line in self._lines if not {"bonus", "fixed", "amount"} & line[1].keys()]


def unjudged(card: Card) -> Card:
    """The card without the policies and approvals that could refuse what they price."""
    free = copy(card)
    free.policies, free.bands = {}, []
    return free


def stand(card: Card, package: dict) -> Stand | None:
    """None where the package cannot be priced even without policies and approvals."""
    shown = answer(unjudged(card), read(dump(package)))
    if "refused" in shown:
        return None
    return Stand(card, package, shown)


def plain_gross(card: Card, as_of: date, line: dict) -> Fraction | None:
    """The gross of one line when nobody in particular asks for it; None where it cannot stand alone."""
    package = {"id": "", "card": card.id, "asOf": as_of.isoformat(), "client": {}, "lines": [line]}
    shown = answer(unjudged(card), read(dump(package)))
    return None if "refused" in shown else Fraction(shown["lines"][0]["gross"])
