"""A rate card as the rules read it."""

from dataclasses import dataclass
from fractions import Fraction

from desk.exact import Currency
from desk.text import days, minutes, money, rate, window
from desk.when import When, read_when

SECTIONS = ("slots", "celebrities", "placements")
ON_REQUEST = "on-request"


@dataclass
class Item:
    id: str
    section: str
    per: str
    breaks: list[tuple[Fraction, Fraction]]
    on_request: bool
    pass_through: bool
    included: int | None
    overtime: tuple[Fraction, int] | None
    open: tuple[int, int]
    minimum: Fraction
    floor: Fraction | None
    approval: str | None
    tier: str | None
    formats: list[str]
    tags: list[str]
    nature: str
    viewer_benefit: Fraction
    tax: Fraction


@dataclass
class Surcharge:
    id: str
    group: str | None
    when: When
    rate: Fraction | None
    amount: int | None
    on_running: bool


@dataclass
class Discount:
    id: str
    group: str | None
    when: When
    rate: Fraction | None
    amount: int | None
    tiers: list[tuple[Fraction, Fraction]]
    mode: str | None
    requires: list[tuple[str, str, int]]


class Card:
    """The parts of a RateCard document that decide a price."""

    def __init__(self, document: dict):
        self.id = document["id"]
        self.currency = Currency(document["currency"], document.get("rounding", "half-up"))
        self.valid = days(document["valid"])
        self.tax_included = document["prices"] == "tax-included"
        self.tax = rate(document["tax"])
        self.items = {
            id: self._item(id, section, fields)
            for section in SECTIONS
            for id, fields in document.get(section, {}).items()
        }
        self.surcharges = [self._surcharge(rule) for rule in document.get("surcharges", [])]
        self.discounts = [self._discount(rule) for rule in document.get("discounts", [])]
        self.policies = document.get("policies", {})
        self.bands = [(rate(band["upTo"]), band["by"]) for band in document.get("approvals", [])]
        self.has_approvals = "approvals" in document
        self.terms = document.get("terms", {})

    def _item(self, id: str, section: str, fields: dict) -> Item:
        breaks = [(money(step["from"]), money(step["price"])) for step in fields.get("breaks", [])]
        if "price" in fields and fields["price"] != ON_REQUEST:
            breaks = [(Fraction(0), money(fields["price"]))]
        overtime = fields.get("overtime")
        return Item(
            id=id,
            section=section,
            per=fields["per"],
            breaks=breaks,
            on_request=fields.get("price") == ON_REQUEST,
            pass_through=fields.get("passThrough", False),
            included=minutes(fields["included"]) if "included" in fields else None,
            overtime=(money(overtime["price"]), minutes(overtime["per"])) if overtime else None,
            open=window(fields.get("open", "00:00-30:00")),
            minimum=money(fields.get("minimum", "0")),
            floor=money(fields["floor"]) if "floor" in fields else None,
            approval=fields.get("approval"),
            tier=fields.get("tier"),
            formats=fields.get("formats", []),
            tags=fields.get("tags", []),
            nature=fields.get("nature", "content"),
            viewer_benefit=rate(fields.get("viewerBenefit", "0%")),
            tax=rate(fields["tax"]) if "tax" in fields else self.tax,
        )

    def _surcharge(self, rule: dict) -> Surcharge:
        return Surcharge(
            id=rule["id"],
            group=rule.get("group"),
            when=read_when(rule.get("when", {})),
            rate=rate(rule["rate"]) if "rate" in rule else None,
            amount=self.currency.whole(rule["amount"]) if "amount" in rule else None,
            on_running=rule.get("on") == "running",
        )

    def _discount(self, rule: dict) -> Discount:
        return Discount(
            id=rule["id"],
            group=rule.get("group"),
            when=read_when(rule.get("when", {})),
            rate=rate(rule["rate"]) if "rate" in rule else None,
            amount=self.currency.whole(rule["amount"]) if "amount" in rule else None,
            tiers=[(money(tier["from"]) * 10**self.currency.digits, rate(tier["rate"])) for tier in rule.get("tiers", [])],
            mode=rule.get("mode"),
            requires=[
                (key, entry[key], int(entry["spots"]))
                for entry in rule.get("requires", [])
                for key in ("item", "section", "tag")
                if key in entry
            ],
        )
