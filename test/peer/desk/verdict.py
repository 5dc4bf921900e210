"""What the card's policies and approvals say to a priced package."""

from fractions import Fraction

from desk.card import Card
from desk.figures import Figures
from desk.line import Line
from desk.spots import unit_price
from desk.text import Refused, rate


def policy_breaches(card: Card, figures: Figures, media: int, agency: dict | None) -> list[dict]:
    """The breaches that only warn; one of level `error` refuses."""
    breaches = []
    for policy, bounds in card.policies.items():
        level = bounds.get("level", "error")
        for bound in ("min", "max"):
            if bound in bounds and _breached(card, figures, media, agency, policy, bound, bounds[bound]):
                if level == "error":
                    raise Refused(f"policy {policy} {bound}")
                breaches.append({"policy": policy, "bound": bound, "level": level})
    return breaches


def _breached(card: Card, figures: Figures, media: int, agency: dict | None, policy: str, bound: str, limit: str) -> bool:
    if policy == "minimumSpend":
        return media < card.currency.whole(limit)
    if policy == "commission":
        value = rate(agency["commission"]) if agency else Fraction(0)
    else:
        value = figures.exact(policy)
    if value is None:
        # Nothing to divide by: something over nothing is beyond every maximum, and nothing falls short of a minimum.
        return bound == "max" and figures.ratios[policy][0] != 0
    return value < rate(limit) if bound == "min" else value > rate(limit)


def approval(card: Card, figures: Figures, lines: list[Line]) -> tuple[str | None, list[str]]:
    """The role that must approve, and why; None without bands, or where nothing asks for anybody."""
    if not card.bands:
        return None, []
    roles = [role for _, role in card.bands]
    required, reasons = [], []
    if figures.priced:
        # A discount on nothing at all is no discount.
        discount = figures.exact("trueDiscount") or Fraction(0)
        reached = [role for limit, role in card.bands if discount <= limit]
        if not reached:
            raise Refused("beyond approvals")
        required.append(reached[0])
        reasons.append("band")
    for number, line in enumerate(lines, start=1):
        if line in figures.priced and not line.bonus and _under_floor(card, line, lines):
            required.append(roles[-1])
            reasons.append(f"floor:{number}")
        if line.item.approval is not None:
            required.append(line.item.approval)
            reasons.append(f"item:{number}")
    return max(required, key=roles.index, default=None), reasons


def _under_floor(card: Card, line: Line, lines: list[Line]) -> bool:
    price = unit_price(line.item, lines)
    if line.item.floor is None or price == 0:
        return False
    return line.settled < line.gross * line.item.floor // price
