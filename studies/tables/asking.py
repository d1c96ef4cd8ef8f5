"""What a table leaves open, each with its answers and the one that was given."""

from typing import NamedTuple

from studies.tables.numbers import Separator
from studies.tables.sheets import Sheet


class Ask(NamedTuple):
    """A question, the name of its answer, what can be answered, and the answer."""

    name: str
    sentence: str
    options: tuple[tuple[str, str], ...]
    answer: str

    @property
    def in_words(self) -> str:
        """The question with what can be answered."""
        told = ", ".join(f"{value} ({label})" for value, label in self.options)
        return f"{self.sentence} One of: {told}."


def asks_of(sheet: Sheet) -> list[Ask]:
    """All that is asked of the whole table, answered or not."""
    given = sheet.table.cleaned_data
    asks = []
    for question in sheet.reading.separator_questions:
        printed, as_thousands, as_decimals = question.examples[0]
        others = ", ".join(f"“{each[0]}”" for each in question.examples[1:])
        sentence = f"What is “{printed}”{f' (and {others})' if others else ''}?"
        options = (
            (str(Separator.THOUSANDS), as_thousands),
            (str(Separator.DECIMAL), as_decimals),
        )
        asks.append(Ask(question.name, sentence, options, given.get(question.name, "")))
    for open_ in sheet.reading.questions:
        answer = given.get(open_.name, "")
        asks.append(Ask(open_.name, open_.sentence, open_.options, answer))
    return asks
