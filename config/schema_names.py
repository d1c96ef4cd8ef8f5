"""What the API's schema calls a set of words that several members share a name for."""

ENUM_NAMES = {
    "AnchorState": "evidence.reading.anchoring.AnchorState.pairs",
    "Bearing": "evidence.words.Bearing.pairs",
    "CitedWorkDecision": "evidence.article_words.WorkDecision.pairs",
    "ClaimKind": "evidence.claim_words.ClaimKind.pairs",
    "Design": "studies.designs.Design.pairs",
    "Match": "evidence.words.Directness.pairs",
    "EvidenceItemDecision": "evidence.words.Decision.pairs",
    "ImportState": "studies.import_words.ImportState.pairs",
    "InclusionState": "studies.words.InclusionState.pairs",
    "JobState": "core.models.job.JobState.pairs",
    "MentionKind": "evidence.reading.document.SuggestedKind.pairs",
    "MentionStatus": "evidence.article_words.MentionStatus.pairs",
    "NoticeKind": "studies.records.NoticeKind.pairs",
    "StudyStatus": "studies.words.StudyStatus.pairs",
    "YesNo": "texts.words.YesNo.pairs",
}
