"""Reads of notices that join the studies their references report."""

from typing import Self

from bibliography.notices.models import Notice, NoticeQuerySet
from studies.studies.models import Study


class NoticesOfStudies(NoticeQuerySet):
    """Notices with the studies they bear on: ``notices_of_studies()`` has them all."""

    def standing_on_study(self, study: Study) -> Self:
        """The notices on any report of a study, oldest first, with ``source_names``."""
        return self.standing().filter(reference__reports__study=study)


def notices_of_studies() -> NoticesOfStudies:
    """All notices, to be read with the studies they bear on."""
    return NoticesOfStudies(Notice)
