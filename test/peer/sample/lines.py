"""Lines of a package: dates, times, and everything a line may carry."""

from datetime import date, timedelta
from fractions import Fraction

from desk.card import Card, Item
from sample.conditions import CATEGORIES, OPTIONS, WINDOWS
from sample.dice import Deck, Dice
from sample.temper import Temper
from sample.write import Number, clock, count, interval, money, rate

MARKS = sorted({edge for window in WINDOWS for edge in window})


class Clerk:
    """Writes lines for one card's packages."""

    def __init__(self, dice: Dice, card: Card, temper: Temper):
        self._dice = dice
        self._card = card
        self._temper = temper
        self._items = Deck(dice, card.items.values())
        self._closing = Deck(dice, ["open"] * 9 + ["line discount"] * 3 + ["fixed"] * 2 + ["bonus"] * 2)

    def line(self, as_of: date, item: Item | None = None, closing: str | None = None, days: list[date] | None = None) -> dict:
        """A line of any item on any days, or of these; `closing` says whether it is open, discounted, fixed or bonus."""
        dice = self._dice
        item = item or self._items.deal()
        days = days or self._days(max(as_of, self._card.valid[0]))
        line = {"item": item.id, "dates": self._written(days), **self._times(item, days)}
        if item.per == "mille":
            line["impressions"] = count(dice, dice.pick([100_000, 1_000_000, dice.between(1, 999), dice.between(1000, 5_000_000)]))
        elif dice.chance(40):
            line["quantity"] = Number(dice.pick([1, 2, 3, 7, dice.between(2, 40)]))
        if item.formats and dice.chance(60):
            line["format"] = dice.pick(item.formats)
        if dice.chance(50):
            line["options"] = dice.some(OPTIONS, 1, 2)
        if dice.chance(50):
            line["brand"] = dice.pick(["品牌甲", "品牌乙", "Brand C"])
        if dice.chance(40):
            line["category"] = dice.pick(CATEGORIES)
        if dice.chance(10):
            line["note"] = "样例"
        return {**line, **self._close(item, closing or self._closing.deal())}

    def _close(self, item: Item, closing: str) -> dict:
        dice, whole = self._dice, lambda: money(self._dice, self._temper.whole(0, 5))
        if item.pass_through:
            return {"amount": whole()}
        if item.on_request:
            return {"fixed": whole(), **({"bonus": True} if closing == "bonus" else {})}
        if closing == "fixed":
            return {"fixed": money(dice, Fraction(0)) if dice.chance(5) else whole()}
        if closing == "bonus":
            return {"bonus": True}
        if closing == "line discount":
            return {"discount": "100%" if dice.chance(6) else rate(self._temper.rate(1, 25))}
        return {}

    def _days(self, first: date) -> list[date]:
        left = [first + timedelta(days=n) for n in range((self._card.valid[-1] - first).days + 1)]
        if self._dice.chance(45):
            start = self._dice.between(0, len(left) - 1)
            return left[start : start + self._dice.between(1, 5)]
        return sorted(self._dice.some(left, 1, 4))

    def _written(self, days: list[date]):
        """A date, an interval, or a list of both, not always in order."""
        runs = []
        for day in days:
            if runs and runs[-1][1] + timedelta(days=1) == day and self._dice.chance(80):
                runs[-1] = (runs[-1][0], day)
            else:
                runs.append((day, day))
        parts = [interval(*run) if run[0] < run[1] or self._dice.chance(10) else run[0].isoformat() for run in runs]
        if len(parts) == 1 and self._dice.chance(80):
            return parts[0]
        return self._dice.shuffled(parts) if self._dice.chance(40) else parts

    def _times(self, item: Item, days: list[date]) -> dict:
        dice = self._dice
        if item.per != "hour" and dice.chance(35):
            return {}
        overridden = dice.some(days, 1, 2) if dice.chance(20) else []
        if item.per == "hour" and dice.chance(5):
            return {"times": {day.isoformat(): self._time(item) for day in days}}
        times = {"times": {day.isoformat(): self._time(item) for day in overridden}} if overridden else {}
        return times if times and item.per != "hour" and dice.chance(20) else {"time": self._time(item), **times}

    def _time(self, item: Item) -> str:
        """Inside the item's window; starts like to stand on a rule's edge, lengths on the edge of overtime."""
        dice = self._dice
        opens, closes = item.open
        starts = [mark for mark in MARKS if opens <= mark < closes]
        start = dice.pick(starts) if starts and dice.chance(50) else opens + dice.between(0, (closes - opens - 5) // 5) * 5
        lengths = [30, 60, 90, 100, 120, 150, 180, 67]
        if item.included is not None:
            included, per = item.included, item.overtime[1]
            lengths = [included, included + per, included + 2 * per, included + per + 5, included + 1, included - 5, included // 3]
        return clock(start, min(start + dice.pick(lengths), closes))
