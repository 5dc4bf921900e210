"""Whole packages for one card."""

from datetime import timedelta

from desk.card import Card
from desk.price import answer
from desk.text import read
from sample.conditions import CATEGORIES
from sample.deals import Broker
from sample.dice import Deck, Dice
from sample.edges import Edges
from sample.lines import Clerk
from sample.shapes import Composer
from sample.spoil import Spoiler
from sample.temper import Temper
from sample.terms import instalments
from sample.write import dump

TRIES = 25


class Client:
    """Draws package after package; four in five can be priced."""

    def __init__(self, seed: int, number: int, document: dict, temper_name: str):
        self._dice = dice = Dice(seed, "packages", number)
        self._card = Card(read(dump(document)))
        temper = Temper(dice, temper_name, self._card.currency.digits)
        clerk = Clerk(dice, self._card, temper)
        self._composer = Composer(dice, self._card, clerk)
        self._edges = Edges(dice, self._card, clerk, self._composer)
        self._broker = Broker(dice, self._card, temper)
        self._spoiler = Spoiler(dice, self._card)
        self._purpose = Deck(dice, ["any"] * 8 + ["aim"] * 6 + ["edge"] * 6)
        self._fate = Deck(dice, ["sound"] * 13 + ["spoiled"] * 3 + ["as it falls"] * 4)

    def draw(self, number: int) -> dict:
        """A Package document; its values are already as they will be written."""
        fate, purpose = self._fate.deal(), self._purpose.deal()
        for _ in range(TRIES):
            package = self._package(number, purpose)
            priceable = "refused" not in answer(self._card, read(dump(package)))
            if fate == "as it falls" or priceable:
                break
        return self._spoiler.spoil(package) if fate == "spoiled" and priceable else package

    def _package(self, number: int, purpose: str) -> dict:
        """For any purpose; to aim a deal at a limit; or with lines on an edge."""
        dice = self._dice
        after = dice.between(0, 8) if dice.chance(25) else -dice.between(0, 25)
        as_of = self._card.valid[0] + timedelta(days=after)
        package = {
            "apiVersion": "kanli/v1",
            "kind": "Package",
            "id": f"package-{number}",
            "card": self._card.id,
            "asOf": as_of.isoformat(),
            "client": {"name": "示例客户", **({"category": dice.pick(CATEGORIES)} if dice.chance(80) else {})},
        }
        if purpose == "aim":
            package["lines"] = self._composer.few(as_of)
            deal = self._broker.aim(package)
        else:
            package["lines"] = self._edges.lines(as_of) if purpose == "edge" else self._composer.lines(as_of)
            deal = self._broker.deal(package) if purpose == "any" else {}
        agency = self._broker.agency() if purpose != "aim" or dice.chance(20) else {}
        terms = self._terms() if dice.chance(20) else {}
        given = {"agency": agency, "deal": deal, "terms": terms}
        return {**package, **{key: value for key, value in given.items() if value}}

    def _terms(self) -> dict:
        """Terms of this package alone, with instalments or without."""
        return {"quoteValid": "3d", **({"instalments": instalments(self._dice, self._card.valid)} if self._dice.chance(80) else {})}
