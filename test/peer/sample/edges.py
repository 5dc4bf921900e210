"""Lines that stand on an edge of the rules: a unit more or less would be priced differently."""

from copy import deepcopy
from datetime import date
from fractions import Fraction

from desk.card import Card
from desk.price import answer
from desk.text import read
from sample.dice import Deck, Dice
from sample.lines import Clerk
from sample.shapes import Composer
from sample.stand import plain_gross, stand, unjudged
from sample.write import Number, dump, money


class Edges:
    """Finds the edges of one card."""

    def __init__(self, dice: Dice, card: Card, clerk: Clerk, composer: Composer):
        self._dice = dice
        self._card = card
        self._clerk = clerk
        self._composer = composer
        found = [self.at_a_floor, self.marked_up, self.on_a_tie, self.emptied, self.required, self.on_a_step] * 2
        self._edges = Deck(dice, [*found, self.least_spend, composer.free, composer.worthless])
        # The same card a step away: lines that it prices differently stand exactly on the step.
        self._later, self._eased, self._harder = (unjudged(deepcopy(card)) for _ in range(3))
        for rule in self._later.discounts:
            rule.tiers = [(start + 1 if start else start, share) for start, share in rule.tiers]
        for other, more in ((self._eased, -1), (self._harder, 1)):
            for rule in other.discounts:
                rule.requires = [(key, wanted, spots + more) for key, wanted, spots in rule.requires]

    def lines(self, as_of: date) -> list[dict]:
        """A mixture where the card has no such edge."""
        return self._edges.deal()(as_of) or self._composer.mixed(as_of)

    def marked_up(self, as_of: date) -> list[dict]:
        """A fixed price above its gross beside lines that are discounted or free."""
        lines = self._composer.mixed(as_of)
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
        return [{**line, "fixed": money(self._dice, max(least, Fraction(0)))}, *self._composer.few(as_of)[:1]]

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
        dice, line = self._dice, self._clerk.line
        left = [day for day in self._card.valid if day >= as_of]
        for rule in dice.shuffled([rule for rule in self._card.discounts if rule.requires] * 4):
            short, lines = dice.pick([0, 1, 1]), self._composer.few(as_of)
            for number, (key, wanted, spots) in enumerate(rule.requires):
                days = sorted(dice.some(left, spots, spots))[short if number == 0 else 0 :]
                lines += [line(as_of, dice.pick(self._answering(key, wanted)), "open", days)] if days else []
            free = [item for item in self._answering(*rule.requires[0][:2]) if not item.pass_through]
            if short and free:
                lines.append(line(as_of, dice.pick(free), "bonus"))
            if self._tells(as_of, lines, self._eased if short else self._harder):
                return lines
        return []

    def emptied(self, as_of: date) -> list[dict]:
        """Open lines that a steep discount leaves next to nothing for the others to take."""
        steep = [rule.when.lists["items"] for rule in self._card.discounts if rule.rate is not None and rule.rate > Fraction(1, 2)]
        items = [self._card.items[id] for id in self._dice.pick(steep)] if steep else []
        return [self._clerk.line(as_of, item, "open") for item in items]

    def _answering(self, key: str, wanted: str) -> list:
        """The items that a requirement names, often those alone whose money only flows through."""
        names = {"item": lambda item: [item.id], "section": lambda item: [item.section], "tag": lambda item: item.tags}
        found = [item for item in self._card.items.values() if wanted in names[key](item)]
        through = [item for item in found if item.pass_through]
        return through if through and self._dice.chance(50) else found

    def _tells(self, as_of: date, lines: list[dict], other: Card) -> bool:
        """Whether these lines tell the card from another."""
        package = read(dump(self._package(as_of, lines)))
        return answer(unjudged(self._card), package) != answer(other, package)

    def _package(self, as_of: date, lines: list[dict]) -> dict:
        return {"id": "", "card": self._card.id, "asOf": as_of.isoformat(), "client": {}, "lines": lines}
