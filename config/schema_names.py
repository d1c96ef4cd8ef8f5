"""What the API's schema calls a set of words that several members share a name for."""

ENUM_NAMES = {
    "AnchorState": "articles.reading.anchoring.anchoring.AnchorState.pairs",
    "Bearing": "evidence.words.Bearing.pairs",
    "CitedWorkDecision": "articles.words.WorkDecision.pairs",
    "CantSay": "claims.words.CantSay.pairs",
    "Certainty": "claims.words.Certainty.pairs",
    "ClaimKind": "claims.words.ClaimKind.pairs",
    "Design": "studies.designs.Design.pairs",
    "Match": "evidence.words.Directness.pairs",
    "EvidenceItemDecision": "evidence.words.Decision.pairs",
    "ImportState": "bibliography.imports.words.ImportState.pairs",
    "InclusionState": "studies.words.InclusionState.pairs",
    "JobState": "core.models.job.JobState.pairs",
    "MentionKind": "articles.reading.document.SuggestedKind.pairs",
    "MentionStatus": "articles.words.MentionStatus.pairs",
    "NoticeKind": "bibliography.records.NoticeKind.pairs",
    "Scope": "claims.words.Scope.pairs",
    "Standing": "claims.words.Standing.pairs",
    "StudyStatus": "studies.words.StudyStatus.pairs",
    "Verdict": "claims.words.Verdict.pairs",
    "YesNo": "texts.words.YesNo.pairs",
}
