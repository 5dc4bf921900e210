"""Surcharges and discounts."""

from fractions import Fraction

from sample.conditions import Conditions
from sample.dice import Deck, Dice
from sample.temper import Temper
from sample.write import Number, money, rate

GROUPS = ["season", "season", "season", "place", None, None, None]


class Rules:
    """Draws the rules of cards; the decks make sure that every kind comes up."""

    def __init__(self, dice: Dice):
        self._dice = dice
        self._surcharge_kind = Deck(dice, ["rate", "rate", "rate", "running", "running", "amount", "amount"])
        self._discount_kind = Deck(dice, ["rate", "amount", "threshold", "threshold", "graduated", "graduated"])
        self._surcharge_group = Deck(dice, GROUPS)
        self._discount_group = Deck(dice, GROUPS)
        self._steep = Deck(dice, ["100%", None, "97%", "90%"])

    def surcharges(self, temper: Temper, conditions: Conditions) -> list[dict]:
        """In the card's order; a group often begins with a rule worth nothing."""
        rules, nothing = [], False
        for number in range(self._dice.between(6, 9)):
            # A rule on the running amount tells at which place a group's surcharge was taken.
            kind = "running" if nothing else self._surcharge_kind.deal()
            group = None if kind == "running" else self._surcharge_group.deal()
            first = group is not None and all(rule.get("group") != group for rule in rules)
            rule = self._named("plus", "加收", number)
            if kind == "amount":
                rule["amount"] = money(self._dice, temper.whole(0, 1))
            else:
                rule["rate"] = "0%" if self._dice.chance(35 if first else 8) else self._surcharge_rate(temper)
            if kind == "running":
                rule["on"] = "running"
            if group:
                self._join(rule, group, rules)
            rules.append(self._with_when(rule, conditions, 0 if nothing else 1 if group else 2))
            nothing = first and rule.get("rate") == "0%"
        return rules

    def discounts(self, temper: Temper, conditions: Conditions, steps: list[Fraction]) -> list[dict]:
        """`steps` are gross amounts of single lines: where tiers are wont to begin."""
        steep, emptied = self._steep.deal(), self._dice.some(list(conditions.items), 2, 3)
        rules = []
        if steep:
            # Ahead of the others, so that they find the lines emptied.
            rules.append({"id": "less-steep", "title": "专项优惠", "rate": steep, "when": {"items": emptied}})
        for number in range(self._dice.between(5, 7)):
            kind, group = self._discount_kind.deal(), self._discount_group.deal()
            rule = self._named("less", "优惠", number)
            if kind == "amount":
                rule["amount"] = money(self._dice, temper.whole(0, Fraction(1, 4)))
            elif kind == "rate":
                rule["rate"] = rate(temper.rate(1, 10))
            else:
                rule["mode"] = kind
                rule["tiers"] = self._tiers(temper, steps)
            if group:
                self._join(rule, group, rules)
            if self._dice.chance(30):
                rule["requires"] = conditions.requires()
            if steep and kind != "threshold" and self._dice.chance(40):
                rules.append({**rule, "when": {"items": emptied}})
            else:
                rules.append(self._with_when(rule, conditions, 1 if group or kind == "threshold" else 2))
        return rules + self._rivals(temper, emptied) if steep and self._dice.chance(60) else rules

    def _rivals(self, temper: Temper, emptied: list[str]) -> list[dict]:
        """Two of a group: on the gross the first would win, on what a steep discount has left of it the second."""
        small = money(self._dice, temper.whole(0, Fraction(1, 50)))
        return [
            {"id": "less-rate", "title": "同组优惠", "rate": "5%", "group": "rivals", "when": {"items": emptied}},
            {"id": "less-amount", "title": "同组立减", "amount": small, "group": "rivals"},
        ]

    def _named(self, id: str, title: str, number: int) -> dict:
        english = {"title_en": f"{id} {number}"} if self._dice.chance(30) else {}
        return {"id": f"{id}-{number}", "title": f"{title}{number}", **english}

    def _surcharge_rate(self, temper: Temper) -> str:
        return rate(temper.rate(100, 250) if self._dice.chance(15) else temper.rate(3, 60))

    def _join(self, rule: dict, group: str, rules: list[dict]) -> None:
        """Puts a rule into a group, often worth exactly what another member is worth."""
        rule["group"] = group
        others = [other for other in rules if other.get("group") == group and other.get("rate") != "0%"]
        if others and rule.get("rate") != "0%" and self._dice.chance(40):
            worth = self._dice.pick(others)
            for key in ("rate", "amount", "mode", "tiers"):
                rule.pop(key, None)
                if key in worth:
                    rule[key] = worth[key]

    def _tiers(self, temper: Temper, steps: list[Fraction]) -> list[dict]:
        """From 0, rising; often at whole multiples of a line's gross, so that a base can stand exactly on a step."""
        dice = self._dice
        step = dice.pick(steps) if steps and dice.chance(75) else temper.scale
        starts = sorted({step * dice.between(1, 12) for _ in range(dice.between(1, 3))})
        rates = [Fraction(0) if dice.chance(45) else temper.rate(1, 4)]
        rates += [temper.rate(2, 12) for _ in starts]
        return [
            {"from": Number("0") if start == 0 else money(dice, start), "rate": rate(share)}
            for start, share in zip([Fraction(0), *starts], rates)
        ]

    def _with_when(self, rule: dict, conditions: Conditions, most: int) -> dict:
        when = conditions.when(most)
        return rule if when is None else {**rule, "when": when}
