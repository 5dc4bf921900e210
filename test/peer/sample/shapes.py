"""The lines of a package, in the company they keep: a mixture, or a few chosen to stand on an edge of the rules."""

from copy import deepcopy
from datetime import date
from fractions import Fraction

from desk.card import Card
from desk.price import answer
from desk.text import read
from sample.dice import Deck, Dice
from sample.lines import Clerk
from sample.stand import plain_gross, stand, unjudged
from sample.write import Number, dump, money


class Composer:
    """Draws the lines of packages for one card."""

    def __init__(self, dice: Dice, card: Card, clerk: Clerk):
        self._dice = dice
        self._card = card
        self._clerk = clerk
        self._shapes = Deck(dice, [self.mixed] * 7 + [self.single, self.one_item, self.one_item, self.free, self.worthless])
        self._edges = Deck(dice, [self.on_a_step, self.on_a_step, self.at_a_floor, self.at_a_floor, self.marked_up, self.on_a_tie, self.emptied, self.least_spend, self.required, self.free, self.worthless])
        # The same card a step away: lines that it prices differently stand exactly on the step.
        self._later, self._eased, self._harder = (unjudged(deepcopy(card)) for _ in range(3))
        for rule in self._later.discounts:
            rule.tiers = [(start + 1 if start else start, share) for start, share in rule.tiers]
        for other, more in ((self._eased, -1), (self._harder, 1)):
            for rule in other.discounts:
                rule.requires = [(key, wanted, spots + more) for key, wanted, spots in rule.requires]

    def lines(self, as_of: date) -> list[dict]:
        """At least one line."""
        return self._shapes.deal()(as_of)

    def edge(self, as_of: date) -> list[dict]:
        """Lines on an edge; a mixture where the card has no such edge."""
        return self._edges.deal()(as_of) or self.mixed(as_of)

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

    def marked_up(self, as_of: date) -> list[dict]:
        """A fixed price above its gross beside lines that are discounted or free."""
        lines = self.mixed(as_of)
        line = self._clerk.line(as_of, closing="fixed")
        alone = stand(self._card, self._package(as_of, [{key: value for key, value in line.items() if key != "fixed"}]))
        if alone is None or not alone.open:
            return lines
        raised = alone.open * self._dice.between(101, 300) / 100 // alone.unit * alone.unit
        return [{**line, "fixed": money(self._dice, raised)}, *lines[:3], self._clerk.line(as_of, closing="bonus")]

    def at_a_floor(self, as_of: date) -> list[dict]:
        """A fixed price that just keeps to the item's floor, or falls short of it by a unit."""
        items = [item for item in self._card.items.values() if item.floor]
        if not items:
            return []
        line = self._clerk.line(as_of, self._dice.pick(items), "open")
        alone = stand(self._card, self._package(as_of, [line]))
        if alone is None:
            return []
        least = alone.floors()[0] - self._dice.pick([0, 0, 1]) * alone.unit
        return [{**line, "fixed": money(self._dice, max(least, Fraction(0)))}, *self.few(as_of)[:1]]

    def on_a_step(self, as_of: date) -> list[dict]:
        """A line whose gross is exactly where a tier begins."""
        unit = 10**self._card.currency.digits
        starts = [start / unit for rule in self._card.discounts if rule.mode == "threshold" for start, _ in rule.tiers if start]
        for day in self._dice.shuffled([day for day in self._card.valid if day >= as_of]):
            for id in self._dice.shuffled(self._card.items):
                line = {"item": id, "dates": day.isoformat()}
                gross = plain_gross(self._card, as_of, line)
                for start in starts if gross else []:
                    steps = start / gross
                    if steps.denominator == 1 and steps <= 40:
                        stepping = [{**line, "quantity": Number(steps)}]
                        if self._tells(as_of, stepping, self._later):
                            return stepping
        return []

    def on_a_tie(self, as_of: date) -> list[dict]:
        """A fixed price whose trueDiscount ends in an even fourth place and a five."""
        unit = Fraction(1, 10**self._card.currency.digits)
        for id in self._dice.shuffled(self._card.items):
            line = {"item": id, "dates": self._card.valid[-1].isoformat()}
            for quantity in (1, 2, 4, 5, 8, 10, 20, 40):
                line = {**line, "quantity": Number(quantity)}
                gross = plain_gross(self._card, as_of, line)
                if gross and gross % (20_000 * unit) == 0:
                    share = 1 - Fraction(4 * self._dice.between(1, 1500) + 1, 20_000)
                    return [{**line, "fixed": money(self._dice, gross * share)}]
        return []

    def least_spend(self, as_of: date) -> list[dict]:
        """A line at exactly the least that a client must spend."""
        least = self._card.policies.get("minimumSpend", {}).get("min")
        items = [item for item in self._card.items.values() if not item.pass_through]
        if least is None:
            return []
        return [{**self._clerk.line(as_of, self._dice.pick(items), "fixed"), "fixed": least}]

    def required(self, as_of: date) -> list[dict]:
        """As many spots as a discount requires, or one short of it beside a bonus line that must not count."""
        short = self._dice.pick([0, 1, 1])
        for key, wanted, spots in self._dice.shuffled(entry for rule in self._card.discounts for entry in rule.requires):
            paid = [item for item in self._answering(key, wanted) if item.breaks and item.per not in ("hour", "mille")]
            days = [day for day in self._card.valid if day >= as_of]
            for item in paid if spots > short else []:
                dates = sorted(day.isoformat() for day in self._dice.some(days, spots - short, spots - short))
                lines = [{"item": item.id, "dates": dates, "quantity": Number(self._dice.between(1, 5))}]
                if short:
                    lines.append(self._clerk.line(as_of, self._dice.pick(paid), "bonus"))
                if self._tells(as_of, lines, self._eased if short else self._harder):
                    return lines
        return []

    def _answering(self, key: str, wanted: str) -> list:
        names = {"item": lambda item: [item.id], "section": lambda item: [item.section], "tag": lambda item: item.tags}
        return [item for item in self._card.items.values() if wanted in names[key](item)]

    def emptied(self, as_of: date) -> list[dict]:
        """Open lines that a steep discount leaves next to nothing for the others to take."""
        steep = [rule.when.lists["items"] for rule in self._card.discounts if rule.rate is not None and rule.rate > Fraction(1, 2)]
        items = [self._card.items[id] for id in self._dice.pick(steep)] if steep else []
        return [self._clerk.line(as_of, item, "open") for item in items]

    def _tells(self, as_of: date, lines: list[dict], other: Card) -> bool:
        """Whether these lines tell the card from another."""
        package = read(dump(self._package(as_of, lines)))
        return answer(unjudged(self._card), package) != answer(other, package)

    def _package(self, as_of: date, lines: list[dict]) -> dict:
        return {"id": "", "card": self._card.id, "asOf": as_of.isoformat(), "client": {}, "lines": lines}
