"""``manage.py check_grades``: are stored grades what the rules make of them?"""

from django.core.management.base import CommandError
from tqdm import tqdm

from core.management.store import StoreCommand
from evidence.grades.judging_again import judge_again, sentence_of
from evidence.models import Grade


class Command(StoreCommand):
    """Judges all stored grades again, changes none, and names those not holding."""

    help = (
        "Judges every stored grade again: whole where it carries a verdict on evidence "
        "that is as it was, else its word and its certainty. Changes nothing."
    )

    def handle(self, **_):
        judged = whole = 0
        wrong = []
        total = Grade.objects.count()
        for one in tqdm(judge_again(), total=total, desc="grades", disable=None):
            judged, whole = judged + 1, whole + one.whole
            wrong += [sentence_of(one)] if one.problems else []
        for sentence in wrong:
            self.stderr.write(sentence)
        if wrong:
            raise CommandError(
                f"Grades that do not hold: {len(wrong):,} of {judged:,}."
            )
        self.stdout.write(f"All grades hold: {judged:,}, judged whole: {whole:,}.")
