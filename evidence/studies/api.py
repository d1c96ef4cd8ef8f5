"""What programs do with studies and what stands beside them: join, look for, attach."""

from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from accounts.permissions import Permission
from core.api.writing import step
from core.errors import Refused
from core.merging import standing_merges
from core.models import Job
from evidence.studies.forms import FoundBody, LookForm, MergeBody, UnmergeBody
from evidence.studies.merging import merge_studies, unmerge_studies
from evidence.studies.outside import KIND, attach_found, look_for_reports
from studies.studies.api import StudyViewSet


class JoinedStudyViewSet(StudyViewSet):
    """Investigations: trials, cohorts, reviews and all the rest."""

    needs = StudyViewSet.needs | {
        "merge": Permission.MERGE,
        "unmerge": Permission.MERGE,
        "look": Permission.LOOK_UP_WORKS,
        "attach": Permission.EDIT_STUDIES,
    }

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

    @step(LookForm, "LookForReports")
    def look(self, request, study, said):
        """Look for a report of it in the services: a job, with what came."""
        words = said["words"]
        job = look_for_reports(study=study, words=words, by=request.user)
        address = f"/api/v1/jobs/{job.pk}/"
        return Response({"job": job.pk}, status=202, headers={"Location": address})

    @step(FoundBody, "AttachFound")
    def attach(self, request, study, said):
        """Attach a record that such a job brought, by its ``candidate``."""
        del said["revision"]
        mine = Job.objects.filter(by=request.user, kind=KIND)
        job = get_object_or_404(mine, pk=said.pop("job"))
        attach_found(study=study, job=job, by=request.user, **said)
