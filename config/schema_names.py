"""What the API's schema calls a set of words that several members share a name for."""

ENUM_NAMES = {
    "AnchorState": "evidence.reading.anchoring.AnchorState.pairs",
    "Bearing": "evidence.words.Bearing.pairs",
    "CitedWorkDecision": "evidence.models.CitedWork.Decision.pairs",
    "ClaimKind": "evidence.claim_words.ClaimKind.pairs",
    "Design": "studies.designs.Design.pairs",
    "Match": "evidence.words.Directness.pairs",
    "EvidenceItemDecision": "evidence.words.Decision.pairs",
    "ImportState": "studies.models.ImportBatch.State.pairs",
    "InclusionState": "studies.models.Inclusion.State.pairs",
    "JobState": "core.models.Job.State.pairs",
    "MentionKind": "evidence.reading.document.SuggestedKind.pairs",
    "MentionStatus": "evidence.models.Mention.Status.pairs",
    "NoticeKind": "studies.records.NoticeKind.pairs",
    "StudyStatus": "studies.models.Study.Status.pairs",
    "YesNo": "studies.models.Result.YesNo.pairs",
}
