"""The sizes of money on a card: round, awkward, finer than the minor unit, petty, huge."""

from fractions import Fraction

from sample.dice import Dice

SCALE = {"round": 100_000, "awkward": 80_000, "fine": 500, "petty": 2, "huge": 10**14}
# Fractions of the typical price at which each way of selling is priced.
SHARE = {"mille": Fraction(1, 200), "each": Fraction(1, 10), "post": Fraction(1, 2)}
TEMPERS = ("round", "awkward", "round", "fine", "petty", "huge")


class Temper:
    """How a card's numbers look; `digits` are those of its currency."""

    def __init__(self, dice: Dice, name: str, digits: int):
        self._dice = dice
        self._name = name
        self._digits = digits
        self.scale = Fraction(SCALE[name])

    def unit_price(self, per: str) -> Fraction:
        """May be finer than the minor unit, half of it for instance, and now and then nothing at all."""
        if self._dice.chance(2):
            return Fraction(0)
        typical = self.scale * SHARE.get(per, 1)
        if self._name == "round":
            return typical * self._dice.pick([1, 1, 2, 3, 5, 8]) / self._dice.pick([1, 1, 4])
        if self._dice.chance(25):
            return self._between(typical / 10, typical * 4, self._digits) + Fraction(1, 2 * 10**self._digits)
        digits = 4 if self._name in ("fine", "petty") or self._dice.chance(15) else self._digits
        return self._between(typical / 10, typical * 4, digits)

    def whole(self, low, high) -> Fraction:
        """An amount on minor units between two multiples of the typical price."""
        if self._name == "round" and self._dice.chance(70):
            return self.scale * self._dice.between(1, 10) * Fraction(low + high) / 20
        return self._between(self.scale * low, self.scale * high, self._digits)

    def rate(self, low: int, high: int) -> Fraction:
        """Between two whole percentages."""
        if self._name == "round":
            step = 1 if high < 20 else 5
            return Fraction(self._dice.between(-(-low // step), high // step) * step, 100)
        finer = self._dice.pick([1, 10, 10, 100, 1000])
        return Fraction(self._dice.between(low * finer, high * finer), 100 * finer)

    def _between(self, low: Fraction, high: Fraction, digits: int) -> Fraction:
        step = 10**digits
        # Two draws: one alone has too few bits for the amounts of a huge card.
        billion = 10**9
        part = Fraction(self._dice.between(0, billion - 1) * billion + self._dice.between(0, billion - 1), billion**2)
        units = int((low + (high - low) * part) * step)
        return Fraction(max(units, 1), step)
