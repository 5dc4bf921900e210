"""The `when` of a rule, and what a discount `requires`."""

from datetime import date, timedelta

from sample.dice import Deck, Dice
from sample.write import Number, clock, interval

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
OPTIONS = ["exclusive", "position", "replay", "logo"]
CATEGORIES = ["beauty", "apparel", "alcohol", "food", "e-commerce"]
WINDOWS = [(20 * 60, 24 * 60), (22 * 60, 26 * 60), (24 * 60, 30 * 60), (0, 6 * 60), (9 * 60, 12 * 60), (18 * 60 + 30, 22 * 60)]
KEYS = ["items", "sections", "tiers", "formats", "options", "categories", "tags", "weekdays"] + ["dates", "times", "under", "over"] * 2 + ["times"]


class Conditions:
    """Draws conditions for the items of one card; the deck of keys is shared by all cards."""

    def __init__(self, dice: Dice, keys: Deck, sections: dict, valid: tuple[date, date]):
        self._dice = dice
        self._keys = keys
        self._valid = valid
        self.sections = list(sections)
        self.items = {id: item for items in sections.values() for id, item in items.items()}

    def when(self, most: int) -> dict | None:
        """Up to `most` keys; none at all is left out or written as an empty mapping."""
        document = {}
        for _ in range(self._dice.between(0, most)):
            key, value = self._condition(self._keys.deal())
            if value:
                document[key] = value
        return document or (None if self._dice.chance(70) else {})

    def requires(self) -> list[dict]:
        """One or two entries, in every way an item can be named."""
        ways = [
            {"item": self._dice.pick(list(self.items))},
            {"section": self._dice.pick(self.sections)},
            *({"tag": tag} for tag in self._dice.some(self._used("tags"), 1, 1)),
        ]
        return [{**way, "spots": Number(self._dice.between(1, 6))} for way in self._dice.some(ways, 1, 2)]

    def _condition(self, key: str):
        dice = self._dice
        if key == "items":
            return key, dice.some(list(self.items), 2, 5)
        if key == "sections":
            return key, dice.some(self.sections, 1, 2)
        if key == "tiers":
            return key, dice.some(self._used("tier"), 1, 2)
        if key in ("formats", "tags"):
            return key, dice.some(self._used(key), 1, 3)
        if key == "options":
            return key, dice.some(OPTIONS, 1, 2)
        if key == "categories":
            return key, dice.some(CATEGORIES, 1, 3)
        if key == "dates":
            return key, self._dates()
        if key == "weekdays":
            return key, dice.some(WEEKDAYS, 2, 5)
        if key == "times":
            return key, clock(*dice.pick(WINDOWS))
        if key == "under":
            return "leadDaysUnder", Number(dice.pick([3, 7, 10, 14, 21]))
        return "leadDaysOver", Number(dice.pick([0, 2, 5, 7, 10]))

    def _dates(self):
        """A date, an interval, or a list of both, in any order, no day named twice."""
        first, last = self._valid
        edges = self._dice.some(range((last - first).days + 1), 2, 8)
        edges = sorted(edges[: len(edges) // 2 * 2])
        parts = []
        for start, end in zip(edges[::2], edges[1::2]):
            day = first + timedelta(days=start)
            single = self._dice.chance(35)
            parts.append(day.isoformat() if single else interval(day, first + timedelta(days=end)))
        return parts[0] if len(parts) == 1 else self._dice.shuffled(parts)

    def _used(self, field: str) -> list[str]:
        """What the card's items say under a field, each once, in the order of the card."""
        found = [item[field] for item in self.items.values() if field in item]
        flat = [value for entry in found for value in (entry if isinstance(entry, list) else [entry])]
        return list(dict.fromkeys(flat))
