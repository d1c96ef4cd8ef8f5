"""Everything said in other words, and every number printed in another form."""

from articles.mentions import facts as mentioning
from core import wording as words
from core.templatetags import footing
from evidence.facts import estimating, judging, standing_on
from studies import figures
from texts.words import Words

REWORDED = "said otherwise: "


def reword_everything(monkeypatch):
    """Relabel all vocabularies, and print numbers and days in another form."""
    _relabel(monkeypatch)
    _print_otherwise(monkeypatch)


def _relabel(monkeypatch):
    for vocabulary in _all(Words):
        for member in vocabulary:
            monkeypatch.setattr(member, "label", f"{REWORDED}{member.label}")
            monkeypatch.setattr(member, "symbol", "§")
            monkeypatch.setattr(member, "tone", "other")
    # Labels are looked up once a process: neither earlier ones, nor these later.
    monkeypatch.setattr(words, "_labels", words._labels.__wrapped__)


def _print_otherwise(monkeypatch):
    for module in (figures, estimating):
        monkeypatch.setattr(module, "figure", lambda value, digits=2: f"<{value:.7f}>")
        monkeypatch.setattr(module, "interval", lambda *numbers: f"<{numbers}>")
    monkeypatch.setattr(words, "day", lambda value: f"the day of {value}")
    for module in (footing, judging, mentioning, standing_on):
        for name in ("number", "counted", "day"):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, lambda value, *_: f"<{value}>")


def _all(vocabulary):
    for each in vocabulary.__subclasses__():
        yield each
        yield from _all(each)
