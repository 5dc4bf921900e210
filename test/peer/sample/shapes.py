"""The lines of a package, in the company they keep."""

from datetime import date

from desk.card import Card
from sample.dice import Deck, Dice
from sample.lines import Clerk


class Composer:
    """Draws the lines of packages for one card."""

    def __init__(self, dice: Dice, card: Card, clerk: Clerk):
        self._dice = dice
        self._card = card
        self._clerk = clerk
        self._shapes = Deck(dice, [self.mixed] * 7 + [self.single, self.one_item, self.one_item, self.free, self.worthless])
    def lines(self, as_of: date) -> list[dict]:
        """At least one line."""
        return self._shapes.deal()(as_of)

    def few(self, as_of: date) -> list[dict]:
        """One to three open lines, for a deal to be struck over them."""
        return [self._clerk.line(as_of, closing="open") for _ in range(self._dice.between(1, 3))]

    def mixed(self, as_of: date) -> list[dict]:
        return [self._clerk.line(as_of) for _ in range(self._dice.between(3, 7))]

    def single(self, as_of: date) -> list[dict]:
        return [self._clerk.line(as_of)]

    def one_item(self, as_of: date) -> list[dict]:
        item = self._dice.pick(list(self._card.items.values()))
        return [self._clerk.line(as_of, item) for _ in range(self._dice.between(2, 4))]

    def free(self, as_of: date) -> list[dict]:
        """Nothing but bonus lines, of items on request above all."""
        items = [item for item in self._card.items.values() if item.on_request]
        item = self._dice.pick(items) if items and self._dice.chance(60) else None
        return [self._clerk.line(as_of, item, "bonus") for _ in range(self._dice.between(1, 2))]

    def worthless(self, as_of: date) -> list[dict]:
        """Lines of items whose price is nothing, if there are any."""
        items = [item for item in self._card.items.values() if item.breaks and item.breaks[0][1] == 0]
        return [self._clerk.line(as_of, item) for item in items[:2]] or self.mixed(as_of)
