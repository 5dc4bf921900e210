"""Chance that repeats: only Random.random() is used, the one method whose sequence Python promises to keep."""

from random import Random


class Dice:
    """A stream of chance named by its seed; the same name gives the same stream on every machine."""

    def __init__(self, *name):
        self._random = Random("/".join(str(part) for part in name))

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, percent: int) -> bool:
        return self.between(1, 100) <= percent

    def pick(self, choices):
        return choices[self.between(0, len(choices) - 1)]

    def shuffled(self, choices) -> list:
        left, drawn = list(choices), []
        while left:
            drawn.append(left.pop(self.between(0, len(left) - 1)))
        return drawn

    def some(self, choices, least: int, most: int) -> list:
        """Between `least` and `most` of the choices, as far as there are so many, in any order."""
        return self.shuffled(choices)[: self.between(least, most)]


class Deck:
    """Deals every choice once before any comes again, so that rare kinds are not left to luck."""

    def __init__(self, dice: Dice, choices):
        self._dice = dice
        self._choices = list(choices)
        self._left = []

    def deal(self):
        if not self._left:
            self._left = self._dice.shuffled(self._choices)
        return self._left.pop()
