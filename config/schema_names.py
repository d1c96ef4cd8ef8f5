"""What the API's schema calls a set of words that several members share a name for."""

ENUM_NAMES = {
    "AnchorState": "evidence.models.Anchor.State",
    "Bearing": "evidence.models.Bearing",
    "CitedWorkDecision": "evidence.models.CitedWork.Decision",
    "ClaimKind": "evidence.models.Claim.Kind",
    "Design": "studies.models.Study.Design",
    "Match": "evidence.models.Directness",
    "EvidenceItemDecision": "evidence.models.EvidenceItem.Decision",
    "ImportState": "studies.models.ImportBatch.State",
    "InclusionState": "studies.models.Inclusion.State",
    "JobState": "core.models.Job.State",
    "MentionKind": "evidence.models.mention.SUGGESTED_KINDS",
    "MentionStatus": "evidence.models.Mention.Status",
    "NoticeKind": "studies.models.Notice.Kind",
    "StudyStatus": "studies.models.Study.Status",
    "YesNo": "studies.models.Result.YesNo",
}
