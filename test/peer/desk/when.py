"""The conditions of a rule: what must hold of a line, and of each of its spots."""

from dataclasses import dataclass

from desk.text import days, window

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OF_THE_LINE = {
    "items": lambda line: [line.item.id],
    "sections": lambda line: [line.item.section],
    "tiers": lambda line: [line.item.tier],
    "formats": lambda line: [line.format],
    "options": lambda line: line.options,
    "categories": lambda line: [line.category],
    "tags": lambda line: line.item.tags,
}


@dataclass
class When:
    lists: dict[str, list[str]]
    dates: list | None
    weekdays: list[str] | None
    times: tuple[int, int] | None
    under: int | None
    over: int | None

    def holds_for_line(self, line) -> bool:
        """The keys that look at the whole line."""
        return all(
            any(value in wanted for value in OF_THE_LINE[key](line) if value is not None)
            for key, wanted in self.lists.items()
        )

    def holds_for_spot(self, spot, as_of) -> bool:
        """The keys that look at one date and its time; the date is the one the spot is written under."""
        lead = (spot.date - as_of).days
        return (
            (self.dates is None or spot.date in self.dates)
            and (self.weekdays is None or WEEKDAYS[spot.date.weekday()] in self.weekdays)
            and (self.times is None or (spot.time is not None and self.times[0] <= spot.time[0] < self.times[1]))
            and (self.under is None or lead < self.under)
            and (self.over is None or lead > self.over)
        )


def read_when(document: dict) -> When:
    """A rule's `when`; an empty one always holds."""
    return When(
        lists={key: document[key] for key in OF_THE_LINE if key in document},
        dates=days(document["dates"]) if "dates" in document else None,
        weekdays=document.get("weekdays"),
        times=window(document["times"]) if "times" in document else None,
        under=int(document["leadDaysUnder"]) if "leadDaysUnder" in document else None,
        over=int(document["leadDaysOver"]) if "leadDaysOver" in document else None,
    )
