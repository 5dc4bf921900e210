"""What a card sells."""

from fractions import Fraction

from desk.text import rate as parse_rate
from sample.dice import Deck, Dice
from sample.temper import Temper
from sample.write import Number, clock, count, money, plain, rate

PER = {
    "slots": ["hour", "day", "session", "wave", "hour"],
    "celebrities": ["session", "session", "post", "hour", "session"],
    "placements": ["mille", "each", "wave", "post", "mille", "day", "each"],
}
PREFIX = {"slots": "slot", "celebrities": "star", "placements": "place"}
TITLES = {"slots": "时段", "celebrities": "明星", "placements": "资源位"}
FORMATS = ["offline-shopping", "product-experience", "origin-visit", "interactive-game", "parody-comedy"]
TAGS = ["rain", "gala", "new"]
BREAKS = {"mille": (200, 9000), "hour": (2, 16), "each": (2, 40)}
OPEN = [(19 * 60, 26 * 60), (8 * 60, 12 * 60), (20 * 60, 30 * 60), (0, 24 * 60), (23 * 60, 28 * 60)]


class Stock:
    """Draws the items of cards one after the other, dealing the kinds evenly."""

    def __init__(self, dice: Dice):
        self._dice = dice
        self._per = {section: Deck(dice, kinds) for section, kinds in PER.items()}
        self._kind = Deck(dice, ["plain"] * 5 + ["breaks"] * 2 + ["on-request", "pass-through", "worthless"])

    def draw(self, section: str, number: int, temper: Temper, tax: str, roles: list[str]) -> tuple[str, dict]:
        """An item's id and its fields; `tax` is the card's, `roles` those of its approvals."""
        dice, per, kind = self._dice, self._per[section].deal(), self._kind.deal()
        item = {"title": f"{TITLES[section]}{number}"}
        if dice.chance(40):
            item["title_en"] = f"{PREFIX[section]} {number}"
        item["per"] = per
        if kind == "pass-through":
            item["passThrough"] = True
            item["tax"] = rate(dice.pick([Fraction(0), Fraction(6, 100), Fraction(13, 100)]))
            item["viewerBenefit"] = dice.pick(["100%", "100%", "87.5%"])
        elif kind == "on-request":
            item["price"] = "on-request"
        else:
            self._priced(item, kind, temper)
        if roles and dice.chance(60 if kind == "on-request" else 12):
            item["approval"] = dice.pick(roles)
        self._common(item, number, tax)
        return f"{PREFIX[section]}-{number}", item

    def _priced(self, item: dict, kind: str, temper: Temper) -> None:
        dice, per = self._dice, item["per"]
        prices = [Fraction(0) if kind == "worthless" else temper.unit_price(per)]
        if kind == "breaks":
            low, high = BREAKS.get(per, (2, 9))
            starts = sorted(dice.some(range(low, high), 1, 3))
            prices += [temper.unit_price(per) for _ in starts]
            item["breaks"] = [
                {"from": Number(start) if dice.chance(50) else money(dice, Fraction(start)), "price": money(dice, price)}
                for start, price in zip([0] + starts, prices)
            ]
        else:
            item["price"] = money(dice, prices[0])
        if per == "session" and dice.chance(90):
            item["included"] = dice.pick(["45min", "60min", "1h", "1h30min", "30min"])
            overtime = {"price": money(dice, temper.unit_price(per) / 4), "per": dice.pick(["15min", "30min", "20min", "1h"])}
            item["overtime"] = overtime
        if min(prices) > 0 and dice.chance(55):
            item["floor"] = money(dice, min(prices) * dice.pick([30, 50, 66, 70, 83, 90, 95, 100]) / 100)
        if dice.chance(20):
            item["minimum"] = count(dice, dice.between(50, 400) if per == "mille" else dice.between(2, 3))

    def _common(self, item: dict, number: int, tax: str) -> None:
        dice = self._dice
        if dice.chance(30):
            item["open"] = clock(*dice.pick(OPEN))
        if dice.chance(60):
            item["tier"] = dice.pick(["S", "A", "B", "IP"])
        if dice.chance(60):
            item["formats"] = dice.some(FORMATS, 1, 4)
        if dice.chance(60):
            item["tags"] = dice.some(TAGS, 1, 2)
        if dice.chance(60):
            item["nature"] = dice.pick(["hard", "content", "interactive"])
        if dice.chance(35) and "viewerBenefit" not in item:
            item["viewerBenefit"] = rate(Fraction(dice.between(0, 1000), 1000))
        if dice.chance(30) and "tax" not in item:
            # One rate, two ways of writing it: still one rate.
            same = plain(parse_rate(tax) * 100, 2) + "%"
            item["tax"] = dice.pick(["0%", "3%", "9%", "13%", "16.5%", "60%", "100%", "100%", same, same, same])
        self._booking(item, number)

    def _booking(self, item: dict, number: int) -> None:
        """Fields that decide what may be booked and must leave every price alone."""
        dice = self._dice
        if dice.chance(40):
            item["capacity"] = Number(30_000_000 if item["per"] == "mille" else dice.between(1, 3))
        if dice.chance(10):
            item["rest"] = dice.pick(["2h", "30min"])
        if dice.chance(10):
            item["maxPerDay"] = Number(dice.between(1, 4))
        if dice.chance(10):
            item["resource"] = f"resource-{number}"
        if item["per"] == "wave" and dice.chance(30):
            item["scope"] = "all-rooms"
