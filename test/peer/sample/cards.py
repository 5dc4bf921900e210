"""Whole cards."""

from datetime import date
from fractions import Fraction

from desk.card import Card
from desk.exact import DIGITS
from desk.text import read
from sample.conditions import KEYS, Conditions
from sample.dice import Deck, Dice
from sample.items import Stock
from sample.rules import Rules
from sample.stand import plain_gross
from sample.temper import TEMPERS, Temper
from sample.terms import approvals, policies, terms
from sample.write import Number, dump, interval

# IDR and HUF have two digits in ISO 4217, whatever a locale library says.
CURRENCIES = ["CNY", "CNY", "JPY", "KWD", "CNY", "USD", "IDR", "HUF", "KRW", "BHD"]
VALID = [
    (date(2016, 10, 24), date(2016, 11, 12)),
    (date(2016, 2, 20), date(2016, 3, 12)),
    (date(2016, 12, 20), date(2017, 1, 15)),
    (date(2026, 10, 20), date(2026, 11, 20)),
]
ROLES = ["sales", "director", "vice-president", "president", "board"]


class Printer:
    """Draws card after card; what one card has had, the next ones have later."""

    def __init__(self, seed: int):
        self._dice = dice = Dice(seed, "cards")
        self._stock = Stock(dice)
        self._rules = Rules(dice)
        self._keys = Deck(dice, KEYS)
        self._currency = Deck(dice, CURRENCIES)
        self._temper = Deck(dice, TEMPERS)
        self._basis = Deck(dice, ["tax-included", "tax-excluded"])
        self._rounding = Deck(dice, ["half-up", "half-even", None, "half-even"])
        self._tax = Deck(dice, ["6%", "0%", "13%", "6%", "9.5%"])
        self._approvals = Deck(dice, [True, True, False])
        self._policies = Deck(dice, [True, True, False, True])

    def draw(self, number: int) -> tuple[dict, str]:
        """A RateCard document, its values already as they will be written, and the size of its money."""
        dice = self._dice
        currency, rounding = self._currency.deal(), self._rounding.deal()
        digits = DIGITS.get(currency, 2)
        size = self._temper.deal()
        temper = Temper(dice, size, digits)
        valid = dice.pick(VALID)
        bands = approvals(dice, ROLES) if self._approvals.deal() else []
        roles = [band["by"] for band in bands]
        tax, sections, position = self._tax.deal(), {}, 0
        for section, least, most in (("slots", 2, 4), ("celebrities", 2, 4), ("placements", 4, 6)):
            sections[section] = {}
            for _ in range(dice.between(least, most)):
                id, item = self._stock.draw(section, position, temper, tax, roles)
                sections[section][id] = item
                position += 1
        conditions = Conditions(dice, self._keys, sections, valid)
        card = {
            "apiVersion": "kanli/v1",
            "kind": "RateCard",
            "id": f"card-{number}",
            "version": dice.pick(["2016.10.1", "1", "3.0"]),
            "title": f"抽样刊例{number}（虚构）",
            "title_en": f"Sampled card {number} (fictional)",
            "platform": "sample",
            "currency": currency,
            "timezone": "Asia/Shanghai",
            "valid": interval(*valid),
            "prices": self._basis.deal(),
            "tax": tax,
            **({"rounding": rounding} if rounding else {}),
            **({"audience": {"daily": Number(15000000), "source": "sample", "asOf": "2016-10-01"}} if dice.chance(30) else {}),
            **({"x-drawn": True} if dice.chance(30) else {}),
            **sections,
            "surcharges": self._rules.surcharges(temper, conditions),
        }
        card["discounts"] = self._rules.discounts(temper, conditions, self._steps(card))
        if self._policies.deal():
            card["policies"] = policies(dice, temper, [band["upTo"] for band in bands])
        if bands:
            card["approvals"] = bands
        if dice.chance(90):
            card["terms"] = terms(dice, valid)
        return card, size

    def _steps(self, document: dict) -> list[Fraction]:
        """What a plain line of each item comes to, on some day."""
        card = Card(read(dump(document)))
        day = self._dice.pick(card.valid)
        grosses = [plain_gross(card, card.valid[0], {"item": id, "dates": day.isoformat()}) for id in card.items]
        return [gross for gross in grosses if gross]
