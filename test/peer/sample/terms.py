"""What surrounds the prices: approvals, policies, terms."""

from datetime import timedelta
from fractions import Fraction

from sample.dice import Dice
from sample.temper import Temper
from sample.write import Number, money, rate

SHARES = [
    ["100%"],
    ["30%", "40%", "30%"],
    ["33.33%", "33.33%", "33.34%"],
    ["33.333%", "66.667%"],
    ["14.2857%", "14.2857%", "14.2857%", "14.2857%", "14.2857%", "14.2857%", "14.2858%"],
    ["0.01%", "49.995%", "49.995%"],
    ["12.5%", "12.5%", "25%", "50%"],
]
DUE = ["signing", "signing+5d", "first-air", "first-air-3d", "last-air", "last-air+30d"]
LIMITS = [
    ["10%", "20%", "30%", "45%", "80%"],
    ["5%", "12.5%", "30%", "60%", "85%"],
    ["15%", "35%", "55%", "100%"],
    ["8%", "24%", "45%", "75%"],
    ["25%", "60%"],
]
# Where a policy's bound may lie when it warns, and when it refuses.
BOUNDS = {
    "hardAdShare": ("max", ["0%", "30%", "50%", "100%"], "70%"),
    "viewerBenefitShare": ("min", ["0%", "0%", "5%", "12.5%"], "0%"),
    "bonusRatio": ("max", ["0%", "5%", "20%"], "60%"),
    "trueDiscount": ("max", ["10%", "25%", "40%"], "65%"),
    "commission": ("max", ["5%", "10%", "15%"], "15%"),
}


def approvals(dice: Dice, roles: list[str]) -> list[dict]:
    """Bands that rise; most cards let the last one approve nearly anything."""
    limits = dice.pick(LIMITS)
    return [{"upTo": limit, "by": role} for limit, role in zip(limits, roles)]


def policies(dice: Dice, temper: Temper, limits: list[str]) -> dict:
    """Three to six of the policies, mostly warnings; trueDiscount often bounded at a band of the approvals."""
    chosen = {}
    for policy in dice.some([*BOUNDS, "minimumSpend"], 5, 6):
        level = dice.pick(["warning", "warning", "warning", "warning", "error", None])
        if policy == "minimumSpend":
            bounds = {"min": money(dice, temper.whole(1, 2) if level == "warning" else temper.whole(0, 1))}
        else:
            bound, warning, refusing = BOUNDS[policy]
            bounds = {bound: dice.pick(warning) if level == "warning" else refusing}
            if level == "warning" and policy == "trueDiscount" and limits:
                bounds = {"max": dice.pick(limits)}
            elif level == "warning" and policy != "commission" and dice.chance(20):
                bounds = {"min": dice.pick(["0%", "1%"]), "max": "60%"}
        chosen[policy] = {**bounds, **({"level": level} if level else {})}
    return chosen


def instalments(dice: Dice, valid) -> list[dict]:
    """Shares that add up to exactly 100%, some of which cannot be paid out evenly."""
    shares = dice.pick(SHARES)
    dates = [(valid[0] + timedelta(days=days)).isoformat() for days in (0, 45)]
    return [{"share": share, "due": dice.pick(DUE + dates)} for share in shares]


def terms(dice: Dice, valid) -> dict:
    """Any of the terms; only the instalments move money in a quote."""
    chosen = {}
    if dice.chance(60):
        chosen["hold"] = dice.pick(["48h", "24h", "2d"])
    if dice.chance(60):
        chosen["quoteValid"] = dice.pick(["14d", "7d"])
    if dice.chance(40):
        chosen["deadline"] = dice.pick(["48h", "3d"])
    if dice.chance(90):
        chosen["instalments"] = instalments(dice, valid)
    if dice.chance(40):
        fees = [(30, 0), (14, 20), (3, 50), (0, 100)]
        chosen["cancellation"] = [{"daysBefore": Number(days), "fee": rate(Fraction(fee, 100))} for days, fee in fees]
    if dice.chance(40):
        chosen["lateFee"] = {"rate": "0.05%", "per": "day", **({"grace": "5d", "cap": "10%"} if dice.chance(50) else {})}
    return chosen
