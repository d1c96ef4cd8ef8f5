"""Studies that are one, joined and taken apart by program."""

from django import forms

from accounts.permissions import Permission
from core.api.writing import step
from core.errors import Refused
from core.forms import Form, NumberedField
from core.merging import standing_merges
from evidence.studies.merging import merge_studies, unmerge_studies
from studies.models import Study
from studies.studies.api import StudyViewSet


class MergeBody(Form):
    """The study that stays, and why the two are one."""

    into = NumberedField(queryset=Study.objects.current())


class UnmergeBody(Form):
    """The study that was merged into this one."""

    merged = forms.IntegerField()


class JoinedStudyViewSet(StudyViewSet):
    """Investigations: trials, cohorts, reviews and all the rest."""

    needs = StudyViewSet.needs | dict.fromkeys(["merge", "unmerge"], Permission.MERGE)

    @step(MergeBody, "MergeStudy")
    def merge(self, request, study, said):
        """Say that it is one with another, which stays, and why."""
        merge_studies(merged=study, by=request.user, **said)
        return self.record(said["into"].pk)

    @step(UnmergeBody, "UnmergeStudy")
    def unmerge(self, request, study, said):
        """Take the merge of another into this one back, saying why."""
        merges = standing_merges(study).filter(merged_id=said["merged"])
        if not merges.exists():
            raise Refused("That study is not merged into this one.", field="merged")
        unmerge_studies(merge=merges.get(), by=request.user, reason=said["reason"])
