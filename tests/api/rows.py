"""One row for each collection, with something in every part of it."""

from tests import factories as make


def an_article():
    article = make.an_article(licence="cc_by", outlet=make.an_outlet())
    mention = make.a_mention(article=article, claim=make.a_claim())
    make.an_anchor(mention=mention)
    make.a_citation(mention=mention)
    make.a_wording_check(mention=mention)
    return article


def a_claim():
    grade = make.a_grade()
    claim = grade.round.claim
    claim.verdict, claim.certainty, claim.standing = "supported", "low", "draft"
    claim.judged_at = grade.submitted_at
    claim.save()
    study = grade.round.base.items.get().result.study
    make.a_notice(reference=make.a_report(study=study).reference)
    mention = make.a_mention(claim=claim, flags=[{"rule": "example", "why": "made up"}])
    make.an_anchor(mention=mention)
    make.a_citation_support(mention=mention, citation=make.a_citation(mention=mention))
    make.a_claim_topic(claim=claim)
    make.a_claim_version(claim=claim)
    make.a_claim_relation(source=claim)
    return claim


def a_mention():
    mention = make.a_mention(claim=make.a_claim())
    make.an_anchor(mention=mention)
    make.a_citation_support(mention=mention, citation=make.a_citation(mention=mention))
    make.a_wording_check(mention=mention)
    return mention


def a_citation():
    return make.a_citation(mention=make.a_mention(claim=make.a_claim()))


def a_cited_work():
    work = make.a_cited_work(reference=make.a_reference(), study=make.a_study())
    make.a_cited_work_entry(cited_work=work)
    make.a_cited_work_check(cited_work=work)
    return work


def a_reference():
    reference = make.a_reference(authors=[{"family": "Example", "given": "E."}])
    make.an_identifier(reference=reference)
    make.a_notice(reference=reference)
    make.a_reference_check(reference=reference)
    make.a_report(reference=reference)
    return reference


def a_notice():
    return make.a_notice_source().notice


def a_study():
    study = make.a_review()
    make.a_result(study=study)
    make.a_notice(reference=make.a_report(study=study).reference)
    make.an_arm(study=study)
    make.an_inclusion(review=study)
    return study


def an_inclusion():
    return make.an_inclusion(study=make.a_study())


def an_outcome():
    return make.a_result().outcome


def a_result():
    return make.a_compiled_result()


def an_appraisal():
    appraisal = make.a_draft_appraisal()
    make.a_judgement(appraisal=appraisal)
    make.an_appraisal_quote(appraisal=appraisal)
    return make.submitted(appraisal)


def an_evidence_base():
    base = make.a_base()
    make.a_search(base=base)
    make.an_item(base=base)
    make.an_item(base=base, passage=make.a_passage())
    return base


def an_evidence_item():
    return make.a_grade().readings.get().item


def an_import():
    return make.an_import_record().batch


def a_round():
    return make.a_round(wanted=2)


def a_mention_round():
    """An opened one on a citation."""
    return make.checked(make.a_support_judgement()).round


def a_topic():
    return make.a_claim_topic().topic


def a_person():
    person = make.a_person()
    make.an_interest(user=person)
    return person


def a_list_check():
    raws = ["Xamplova A. Examplin for made-up fever. 2011.", "?"]
    return make.a_job(kind="check_reference_list", arguments={"raws": raws})


def an_outlet():
    return an_article().outlet


ROWS = {
    "articles": an_article,
    "claims": a_claim,
    "mentions": a_mention,
    "mention-rounds": a_mention_round,
    "outlets": an_outlet,
    "citations": a_citation,
    "cited-works": a_cited_work,
    "references": a_reference,
    "notices": a_notice,
    "studies": a_study,
    "arms": make.an_arm,
    "reports": make.a_report,
    "inclusions": an_inclusion,
    "outcomes": an_outcome,
    "results": a_result,
    "appraisals": an_appraisal,
    "study-rounds": make.a_study_round,
    "evidence-bases": an_evidence_base,
    "evidence-items": an_evidence_item,
    "screened-records": make.a_screened_record,
    "grades": make.a_grade,
    "rounds": a_round,
    "corrections": make.a_correction,
    "replies": make.a_reply,
    "topics": a_topic,
    "people": a_person,
    "invitations": make.an_invitation,
    "conflicts": make.a_conflict,
    "comments": make.a_comment,
    "flags": make.a_flag,
    "imports": an_import,
    "list-checks": a_list_check,
    "jobs": make.a_job,
    "changes": make.a_change,
    "site-texts": make.a_site_text,
}
PRIVATE = ("conflicts", "flags", "imports", "invitations", "jobs", "list-checks")
