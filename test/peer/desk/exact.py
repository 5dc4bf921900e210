"""Rounding, and splitting a total so that the parts add up. Amounts are whole minor units."""

from fractions import Fraction
from math import floor

from desk.text import Refused, money

# ISO 4217; every currency not named here has two digits.
DIGITS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}
HALF = Fraction(1, 2)


def half_up(value: Fraction) -> int:
    """The nearest whole number, ties away from zero."""
    return floor(value + HALF) if value >= 0 else -floor(-value + HALF)


def half_even(value: Fraction) -> int:
    """The nearest whole number, ties to the even one."""
    return round(value)


class Currency:
    """A currency's minor unit together with the card's way of rounding to it."""

    def __init__(self, code: str, rounding: str):
        self.code = code
        self.digits = DIGITS.get(code, 2)
        self.nearest = {"half-up": half_up, "half-even": half_even}[rounding]

    def round(self, value: Fraction) -> int:
        """A value in the main unit, rounded to minor units."""
        return self.nearest(value * 10**self.digits)

    def times(self, amount: int, rate: Fraction) -> int:
        """An amount in minor units times a rate, rounded."""
        return self.nearest(amount * rate)

    def whole(self, text: str) -> int:
        """An amount that may not be finer than the minor unit."""
        value = money(text) * 10**self.digits
        if value.denominator != 1:
            raise Refused(f"finer than the minor unit: {text}")
        return value.numerator

    def show(self, amount: int) -> str:
        """Exactly the minor digits, no grouping."""
        sign, amount = ("-" if amount < 0 else ""), abs(amount)
        if self.digits == 0:
            return f"{sign}{amount}"
        return f"{sign}{amount // 10**self.digits}.{amount % 10**self.digits:0{self.digits}d}"


def show_rate(value: Fraction) -> str:
    """Half-up to four places whatever the card's rounding, without trailing zeros."""
    units = half_up(value * 10**4)
    text = f"{'-' if units < 0 else ''}{abs(units) // 10**4}.{abs(units) % 10**4:04d}"
    return text.rstrip("0").rstrip(".")


def allocate(total: int, weights: list) -> list[int]:
    """Shares cut down to whole units; what is left goes to the largest cut-off fractions, ties to the earlier."""
    if total == 0:
        return [0] * len(weights)
    if total < 0:
        return [-share for share in allocate(-total, weights)]
    exact = [Fraction(total) * weight / sum(weights) for weight in weights]
    shares = [floor(share) for share in exact]
    by_fraction = sorted(range(len(weights)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_fraction[: total - sum(shares)]:
        shares[i] += 1
    return shares
