"""Totals, and the figures a desk judges a deal by."""

from fractions import Fraction

from desk.card import Card
from desk.line import Line


def totals(lines: list[Line], commission: int, rebate: int) -> dict[str, int]:
    """Sums of lines, in minor units."""
    through = [line for line in lines if line.closed == "pass-through"]
    payable = sum(line.payable for line in lines)
    gross = sum(line.gross for line in lines)
    return {
        "list": sum(line.listed for line in lines),
        "surcharges": sum(amount for line in lines for spot in line.spots for _, amount in spot.surcharges),
        "gross": gross,
        "discounts": gross - sum(line.settled for line in lines),
        "commission": commission,
        "media": payable - sum(line.payable for line in through),
        "net": sum(line.net for line in lines),
        "tax": sum(line.tax for line in lines),
        "payable": payable,
        "passThrough": sum(line.running for line in through),
        "bonusValue": sum(line.gross for line in lines if line.bonus),
        "rebate": rebate,
    }


class Figures:
    """Each ratio as numerator and denominator: whoever judges it compares exactly, whoever prints it rounds."""

    def __init__(self, card: Card, lines: list[Line], sums: dict[str, int]):
        media = [line for line in lines if line.closed != "pass-through"]
        self.priced = [line for line in media if not line.item.on_request]
        gross = sum(line.gross for line in self.priced)
        kept = sum(min(line.settled, line.gross) for line in self.priced)
        hard = sum(line.gross for line in media if line.item.nature == "hard")
        self.viewer_benefit = sum(card.currency.times(line.payable, line.item.viewer_benefit) for line in lines)
        self.ratios = {
            "trueDiscount": (gross - kept, gross),
            "bonusRatio": (sums["bonusValue"], sum(line.settled for line in media)),
            "listMultiple": (gross, kept),
            "hardAdShare": (hard, sum(line.gross for line in media)),
            "viewerBenefitShare": (self.viewer_benefit, sums["payable"]),
        }

    def exact(self, name: str) -> Fraction | None:
        """The ratio unrounded; None where there is nothing to divide by."""
        numerator, denominator = self.ratios[name]
        return Fraction(numerator, denominator) if denominator else None
