"""Generated rows: judged claims with all they stand on; every word is made up."""

from django.utils import timezone

from accounts.models import User
from evidence import models as evidence
from evidence.actions.versions import next_versions
from studies import models as studies

WORDS = "Examplin lowers made-up fever"
STUDIES_EACH = 2  # per claim, as many mentions
AT_ONCE = 2000


def fill(claims):
    """Store so many claims: each said twice, judged once, on two trials."""
    people = [
        User.objects.create(username=name, display_name=f"{name} Madeup", role=role)
        for name, role in (("Cur", "curator"), ("Rev", "reviewer"), ("Edi", "editor"))
    ]
    stated = _stored(
        evidence.Claim(
            text=f"{WORDS} of kind {n}",
            kind="effect",
            asserts="lowers",
            population=f"people with made-up fever {n % 97}",
            intervention="examplin",
        )
        for n in range(claims)
    )
    _say(stated, people)
    _judge(stated, _weigh(stated, people), people)
    _remember(stated, people)


def _stored(rows):
    rows = list(rows)
    return rows and type(rows[0])._base_manager.bulk_create(rows, batch_size=AT_ONCE)


def _say(claims, people):
    """Two mentions of each claim, in a hundredth as many articles, with a citation."""
    articles = _stored(
        evidence.Article(title=f"Examplin, part {n}") for n in range(len(claims) // 50)
    )
    versions = _stored(
        evidence.ArticleVersion(
            article=article,
            number=1,
            form="text",
            title=article.title,
            text=f"{WORDS}.",
            source=b"",
            sha256=f"{article.pk:064x}",
            words=len(WORDS.split()),
        )
        for article in articles
    )
    works = _stored(
        evidence.CitedWork(article=article, label="Example 2001")
        for article in articles
    )
    citations = _stored(
        evidence.Citation(article=work.article, cited_work=work, marker=work.label)
        for work in works
    )
    places = [
        (claim, (2 * n + again) % len(articles))
        for n, claim in enumerate(claims)
        for again in range(STUDIES_EACH)
    ]
    mentions = _stored(
        evidence.Mention(
            article=articles[place],
            claim=claim,
            status="accepted",
            proposed_text=WORDS,
            kind="efficacy",
            decided_by=people[0],
            decided_at=timezone.now(),
        )
        for claim, place in places
    )
    _stored(
        evidence.Anchor(
            version=versions[place],
            mention=mention,
            exact=WORDS,
            start=0,
            end=len(WORDS),
            mode="asserts",
            hedged=False,
        )
        for mention, (_, place) in zip(mentions, places, strict=True)
    )
    _stored(
        evidence.MentionCitation(mention=mention, citation=citations[place])
        for mention, (_, place) in zip(mentions, places, strict=True)
    )


def _weigh(claims, people):
    """A frozen base for each claim, with the results of two trials."""
    outcome = studies.Outcome.objects.create(name="Made-up fever", better="lower")
    trials = _stored(
        studies.Study(
            label=f"Example {1950 + n % 70}",
            year=1950 + n % 70,
            design="rct",
            allocation="random",
            sample_size=200,
        )
        for n in range(len(claims) * STUDIES_EACH)
    )
    results = _stored(
        studies.Result(
            study=trial,
            outcome=outcome,
            contrast="between_arms",
            metric="rr",
            events_1=10 + n % 7,
            total_1=100,
            events_2=20,
            total_2=100,
            direction="lower",
            provenance="primary",
            quote="It was lower.",
            place="Table 1",
            entered_by=people[0],
        )
        for n, trial in enumerate(trials)
    )
    bases = _stored(
        evidence.EvidenceBase(claim=claim, number=1, scope="other_known", by=people[1])
        for claim in claims
    )
    items = _stored(
        evidence.EvidenceItem(
            base=bases[n // STUDIES_EACH],
            result=result,
            decision="included",
            bearing="supports",
        )
        for n, result in enumerate(results)
    )
    evidence.EvidenceBase.objects.update(frozen_at=timezone.now(), frozen_by=people[1])
    return items


def _judge(claims, items, people):
    """One opened grade of each base."""
    now = timezone.now()
    rounds = _stored(
        evidence.ClaimRound(
            claim=claim,
            base_id=items[n * STUDIES_EACH].base_id,
            wanted=1,
            called_by=people[2],
        )
        for n, claim in enumerate(claims)
    )
    _stored(
        evidence.ClaimAssignment(round=each, reviewer=people[1], assigned_by=people[2])
        for each in rounds
    )
    grades = _stored(
        evidence.Grade(
            round=each,
            reviewer=people[1],
            method="grade",
            target="any_effect",
            certainty="low",
            verdict="supported",
            sentence="In the evidence found up to 1 May 2020, examplin may lower it.",
        )
        for each in rounds
    )
    _stored(
        evidence.GradeGroup(
            grade=grade,
            designs="randomised",
            start="rct",
            verdict_rests_on_it=True,
            certainty="low",
            risk_of_bias=1,
            risk_of_bias_why="Because it is made up.",
            imprecision=1,
            imprecision_why="Because it is made up.",
        )
        for grade in grades
    )
    _stored(
        evidence.ItemReading(
            grade=grades[n // STUDIES_EACH], item=item, bearing="supports"
        )
        for n, item in enumerate(items)
    )
    evidence.Grade.unfiltered.update(submitted_at=now)
    evidence.ClaimRound.objects.update(opened_at=now)
    evidence.Claim.objects.update(
        verdict="supported",
        certainty="low",
        standing="draft",
        scope="other_known",
        judged_at=now,
    )


def _remember(claims, people):
    """A version of each claim, as it stands."""
    ids = [claim.pk for claim in claims]
    _stored(
        version
        for start in range(0, len(ids), AT_ONCE)
        for version in next_versions(
            ids[start : start + AT_ONCE], cause="verdict", by=people[1]
        )
    )
