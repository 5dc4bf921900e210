"""The deal and the agency."""

from fractions import Fraction

from desk.card import Card
from sample.dice import Deck, Dice
from sample.stand import Stand, stand
from sample.temper import Temper
from sample.write import money, rate

KINDS = ["", "", "discount", "off", "target", "discount off", "discount target", "off target", "discount off target"]


class Broker:
    """Draws deals that can be had."""

    def __init__(self, dice: Dice, card: Card, temper: Temper):
        self._dice = dice
        self._card = card
        self._temper = temper
        self._kinds = Deck(dice, KINDS)
        self._limits = Deck(dice, ["band", "band", "policy", "tie", "spend", "floor", "spend", "nothing left"])
        self._settle = Deck(dice, ["net", "rebate", None])

    def deal(self, package: dict) -> dict:
        """The terms of a deal for this package; an unpriceable package gets no more of them."""
        terms = {}
        for kind in self._kinds.deal().split():
            before = stand(self._card, {**package, **({"deal": terms} if terms else {})})
            if before is None:
                return terms
            if kind == "discount":
                terms[kind] = self._discount()
            elif kind == "off":
                terms[kind] = money(self._dice, self._part(before))
            else:
                terms[kind] = money(self._dice, before.total - self._reduction(before))
        return terms

    def aim(self, package: dict) -> dict:
        """A target that stands on one of the card's limits."""
        before = stand(self._card, package)
        return {"target": money(self._dice, before.total - self._onto_a_limit(before))} if before else {}

    def agency(self) -> dict:
        """Half of the packages come through an agency."""
        dice = self._dice
        if dice.chance(50):
            return {}
        commission = dice.pick(["5%", "15%", "3.3%", "17.65%", "0%", "100%" if dice.chance(20) else "10%"])
        settle = self._settle.deal()
        return {"name": "示例代理公司", "commission": commission, **({"settle": settle} if settle else {})}

    def _discount(self) -> str:
        dice = self._dice
        if dice.chance(10):
            return dice.pick(["100%", "60%", "45%"])
        return dice.pick(["10%", "5%", rate(self._temper.rate(1, 20)), rate(self._temper.rate(1, 20))])

    def _part(self, before: Stand) -> Fraction:
        """A part of what the open lines have: some, now and then all or nothing."""
        if self._dice.chance(15):
            return self._dice.pick([before.open, Fraction(0)])
        return before.open * self._dice.between(1, 3500) / 10_000 // before.unit * before.unit

    def _reduction(self, before: Stand) -> Fraction:
        """How far the target lies below the sum: some way, or down to a round total."""
        power = Fraction(10 ** max(len(str(int(before.total))) - 2, 0))
        return self._dice.pick([self._part(before), min(before.total % power, before.open)])

    def _onto_a_limit(self, before: Stand) -> Fraction:
        """A reduction that meets a limit exactly, or as nearly as units go, or misses it by a unit."""
        limits = before.limits()
        for _ in limits:
            kind = limits.get(self._limits.deal(), [])
            exact = [aim for aim in kind if aim % before.unit == 0]
            if kind:
                break
        else:
            return self._part(before)
        aim = self._dice.pick(exact or kind) // before.unit * before.unit
        step = self._dice.pick([0, 0, 1, 1, -1]) * before.unit
        return min(max(aim + step, Fraction(0)), before.open)
