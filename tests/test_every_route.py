"""Every address, as every kind of visitor: it answers, and never with more than it may.

The addresses are read from the resolver, so a new one is walked without being named
here; a new kind of row in an address is added to ``rows``.
"""

import re
from itertools import cycle, islice

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve, reverse

from accounts.access import Access, access_to, needs_second_factor
from accounts.tokens.actions import make_token
from core.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db

VISITORS = {
    "nobody": None,
    "reader": make.a_reader,
    "contributor": make.a_contributor,
    "curator": make.a_curator,
    "reviewer": make.a_reviewer,
    "editor": make.an_editor,
    "admin": make.an_admin,
}
KNOWS_ITS_WAY = frozenset(
    {200, 301, 302, 303, 308, 400, 401, 403, 404, 405, 406, 409, 410}
    | {412, 415, 422, 428, 429}
)
BEYOND_64_BITS = 2**63
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style\b|\sstyle\s*=|<[^>]+\son[a-z]+\s*=\s*[\"']|javascript:",
    re.I,
)
HOSTILE = ["\0", "a\0b", "²", "٣", "9" * 5000, str(BEYOND_64_BITS), "-1", "'\"><", "%"]
FIELDS = """
    additions answer answers arguments at author authors bearing because better
    answers-mirror carries cause corrects received_on seen what
    citation claim compiled_from confirmed_as decision design do doi exclude_because
    explanation form format from_claim in_words item kind label license margin mode
    modified name note of other outcome outlet_name parts passage pmid population
    proposed_text published q quote records_found batch file since strategy marked_words
    expected before reason record reference relation result revision
    review role scope searched_on sentence show source source_says sources start end
    step study support take look importance unit listed row
    affiliation display_name effect email identifier orcid is_own password says username
    long pasted markup height width heads merged text
    answers instrument variant wanted reviewers who instead judgement overall
    title to topics url value verdict version why words work year
""".split()
ASKED = (
    "q",
    "cursor",
    "size",
    "order",
    "format",
    "next",
    "show",
    "at",
    "do",
    "work",
    "last",
    "row",
    "why",
)


def routes(patterns=None, spaces=(), kwargs=()):
    """(name, kwargs' names, view) of every address there is."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        names = (*kwargs, *_kwargs_of(pattern))
        if isinstance(pattern, URLPattern):
            yield ":".join([*spaces, pattern.name or ""]), names, pattern.callback
        else:
            space = [pattern.namespace] if pattern.namespace else []
            yield from routes(pattern.url_patterns, [*spaces, *space], names)


def _kwargs_of(pattern):
    shape = pattern.pattern
    return (*getattr(shape, "converters", ()), *shape.regex.groupindex)


NO_NUMBERS = {"uidb36", "key"}  # of a link for a new password
ROUTES = {name: (set(names), view) for name, names, view in routes()}
each_visitor = pytest.mark.parametrize("who", VISITORS)


@pytest.fixture
def rows():
    return numbers()


def numbers():
    """The number that each kind of row has in an address; 1 where none was made."""
    article = make.an_article(licence="cc_by")
    version = make.a_version(article=article)
    claim = make.a_claim()
    mention = make.a_mention(article=article, claim=claim)
    make.an_anchor(version=version, mention=mention)
    work = make.a_cited_work(article=article)
    citation = make.a_citation(mention=mention, cited_work=work)
    grade = make.a_grade()
    result = grade.round.base.items.get().result
    on_study = make.a_study_round(
        result=result, reviewers=[make.a_reviewer(), make.another_reviewer()]
    )
    in_round = make.a_mention_round(
        mention=mention,
        citation=citation,
        reviewers=[make.a_reviewer(), make.another_reviewer()],
    )
    record = make.a_screened_record()
    batch = make.an_import_batch(by=make.a_curator(), state="done")
    make.a_job(kind="needs_review", state="done", heartbeat=Now())  # a worker lives
    make.an_import_record(batch=batch, number=1)
    return {
        "article_id": article.pk,
        "outlet_id": make.an_outlet().pk,
        "mention_id": mention.pk,
        "work_id": work.pk,
        "citation_id": citation.pk,
        "mention_round_id": in_round.pk,
        "claim_id": grade.round.claim_id,
        "number": 1,
        "item_id": grade.round.base.items.get().pk,
        "base_id": make.a_base().pk,
        "search_id": record.search_id,
        "record_id": record.pk,
        "grade_id": grade.pk,
        "round_id": grade.round_id,
        "arm_id": make.an_arm().pk,
        "report_id": make.a_report().pk,
        "inclusion_id": make.an_inclusion().pk,
        "outcome_id": result.outcome_id,
        "result_id": result.pk,
        "study_id": result.study_id,
        "study_round_id": on_study.pk,
        "instrument_key": make.a_defined_instrument().key,
        "reference_id": make.a_reference().pk,
        "topic_id": make.a_topic().pk,
        "copy_id": make.a_report_copy(by=make.an_editor()).pk,
        "form_id": make.a_short_form().pk,
        "about": "claim",
        "row_id": claim.pk,
        "comment_id": make.a_comment(row_id=claim.pk).pk,
        "flag_id": make.a_flag(row_id=claim.pk).pk,
        "text_id": make.a_stored_text().pk,
        "job_id": make.a_job(by=make.a_curator()).pk,
        "import_id": batch.pk,
        "conflict_id": make.a_conflict(user=make.another_reviewer()).pk,
        "person_id": make.a_reviewer().pk,
        "interest_id": make.an_interest(user=make.an_admin()).pk,
        "invitation_id": make.an_invitation().pk,
        "saved_id": make.a_saved_search(user=make.a_curator()).pk,
        "token_id": make_token(by=make.an_admin(), name="Lab", scope="write").token.pk,
    }


def address(name, rows):
    return reverse(name, kwargs={each: rows.get(each, 1) for each in ROUTES[name][0]})


def visitor(who, **options):
    client = Client(raise_request_exception=False, **options)
    if VISITORS[who]:
        client.force_login(VISITORS[who]())
    return client


def is_for_programs(path):
    return path.startswith("/api/")


def whole(answer):
    if answer.streaming:
        return b"".join(answer.streaming_content).decode()
    return answer.content.decode()


def test_every_address_has_a_name():
    assert all(name and not name.endswith(":") for name in ROUTES)


def test_a_role_that_lacks_its_second_factor_reaches_nothing_but_its_setting_up(
    rows, settings
):
    settings.SECOND_FACTOR = ["admin"]
    client = visitor("admin")
    for name, (_, view) in ROUTES.items():
        path = address(name, rows)
        if not needs_second_factor(view):
            itself = name in ("health", "feed")  # a feed asks it of its own person
            assert path.startswith("/accounts/") or itself, name
            continue
        for answer in (client.get(path), client.post(path, {"text": "x"})):
            if is_for_programs(path):
                assert answer.status_code == 403, path
            else:
                assert answer.status_code == 303, path
                assert answer["Location"] == "/accounts/second-factor/set-up/"


@each_visitor
def test_every_address_can_be_read_or_says_why_not(rows, who):
    client = visitor(who)
    for name in ROUTES:
        path = address(name, rows)
        answer = client.get(path)
        assert answer.status_code in KNOWS_ITS_WAY, (path, answer.status_code)
        assert "content-security-policy" in answer.headers, path
        if answer["Content-Type"].startswith("text/html"):
            assert not INLINE.search(whole(answer)), f"{path} has inline code or style"


def test_nobody_writes_without_signing_in(rows):
    client = visitor("nobody")
    for name, (_, view) in ROUTES.items():
        path = address(name, rows)
        if access_to(view) is not Access.NORMAL:
            continue
        answer = client.post(path, {"text": "x"})
        if is_for_programs(path):
            assert answer.status_code == 401, path
        else:
            assert answer.status_code == 303, path
            assert answer["Location"].startswith("/accounts/sign-in/?next=")


@pytest.mark.parametrize("who", ["nobody", "reader"])
def test_what_a_reader_or_nobody_sends_changes_nothing(rows, who):
    client = visitor(who)
    before = Change.objects.count()
    for name in ROUTES:
        for sent in ({}, dict.fromkeys(FIELDS, "1")):
            client.post(address(name, rows), sent)
            assert Change.objects.count() == before, name


WRITES = [
    (name, method)
    for name, (_, view) in ROUTES.items()
    for method in ("post", "patch", "put", "delete")
    if method in getattr(view, "actions", {})
]


NAMED_BY = {
    "claims": "claim_id",
    "studies": "study_id",
    "arms": "arm_id",
    "reports": "report_id",
    "inclusions": "inclusion_id",
    "outcomes": "outcome_id",
    "results": "result_id",
    "study-rounds": "study_round_id",
    "mention-rounds": "mention_round_id",
    "evidence-bases": "base_id",
    "evidence-items": "item_id",
    "screened-records": "record_id",
    "grades": "grade_id",
    "rounds": "round_id",
    "people": "person_id",
    "conflicts": "conflict_id",
    "invitations": "invitation_id",
    "comments": "comment_id",
    "flags": "flag_id",
    "saved-searches": "saved_id",
    "notices": "notice_id",
}
# Whoever reads may say that something is wrong, and keep searches.
READERS_TOO = {"flags-list", "saved-searches-list"}
ONES_OWN = "saved-searches-"  # another's are not there


def written_at(name, rows):
    """The address of a write, on a row that is there."""
    collection = next((each for each in NAMED_BY if name.startswith(f"{each}-")), "")
    pk = rows.get(NAMED_BY.get(collection), 1)
    return address(name, {**rows, "pk": pk})


def by_token(who, scope):
    person = VISITORS[who]()
    secret = make_token(by=person, name=f"{who} {scope}", scope=scope).secret
    return Client(
        headers={"Authorization": f"Token {secret}", "If-Match": "*"},
        raise_request_exception=False,
    )


def fields_sent_to():
    """The fields that a body may have, by address and method, from the schema."""
    schema = visitor("nobody").get("/api/v1/schema/?format=json").json()
    known = {}
    for path, operations in schema["paths"].items():
        for method, told in operations.items():
            if body := told.get("requestBody"):
                (media,) = body["content"].values()
                name = media["schema"]["$ref"].rpartition("/")[2]
                shape = schema["components"]["schemas"][name]
                view = resolve(path.replace("{id}", "1")).view_name
                known[view, method] = list(shape["properties"])
    return known


def test_programs_write_every_noun_of_the_chain():
    assert {name.partition("-")[0] for name, _ in WRITES} == {
        *("claims", "studies", "arms", "reports", "inclusions", "outcomes", "results"),
        *("evidence", "screened", "grades", "list", "references", "review"),
        *("people", "invitations", "conflicts"),
        *("comments", "flags", "saved", "notices"),
        *("replies", "site"),
        "editing",
        *("appraisals", "instruments", "study", "mention", "mentions", "rounds"),
    }
    assert set(fields_sent_to()) == set(WRITES)


@pytest.mark.parametrize(
    ("who", "scope"), [("reader", "write"), ("editor", "read"), ("admin", "read")]
)
def test_a_readers_token_and_one_that_reads_only_change_nothing(rows, who, scope):
    client = by_token(who, scope)
    before = Change.objects.count()
    for name, method in WRITES:
        for sent in ({}, dict.fromkeys(FIELDS, "1")):
            send = getattr(client, method)
            answer = send(written_at(name, rows), sent, content_type="application/json")
            allowed = 422 if name in READERS_TOO else 403
            if name not in READERS_TOO and name.startswith(ONES_OWN):
                allowed = 404
            expected = allowed if scope == "write" else 403
            assert answer.status_code == expected, name
            assert len(answer.json()["detail"].split()) > 3
            assert Change.objects.count() == before, name


@pytest.mark.parametrize("who", ["nobody", "curator", "reviewer", "editor", "admin"])
def test_every_write_of_a_program_is_somebodys(rows, who):
    client = visitor("nobody") if who == "nobody" else by_token(who, "write")
    for name, method in WRITES:
        send = getattr(client, method)
        answer = send(written_at(name, rows), {}, content_type="application/json")
        assert answer.status_code in KNOWS_ITS_WAY | {201, 204}, name
        assert "Nobody may do this" not in answer.content.decode(), name
        if who == "nobody":
            assert answer.status_code == 401, name


ODD = [odd for value in HOSTILE for odd in (value, [value], {"x": value})]
ODD += [BEYOND_64_BITS, 1e308, True]
FEW = 4  # of what is odd for each address, in turn: making all of it up is fuzzing


def test_whatever_a_program_sends_gets_an_answer(rows):
    client, known, odd = by_token("admin", "write"), fields_sent_to(), cycle(ODD)
    for name, method in WRITES:
        for number, value in enumerate(islice(odd, FEW)):
            sent = dict.fromkeys(known[name, method], value)
            if number % 2:  # of a claim that is there more is read
                sent["claim"] = rows["claim_id"]
            send = getattr(client, method)
            answer = send(written_at(name, rows), sent, content_type="application/json")
            assert answer.status_code in KNOWS_ITS_WAY | {201, 202, 204}, (name, sent)


def test_no_form_is_taken_from_another_site(rows):
    client = visitor("admin", enforce_csrf_checks=True)
    for name in ROUTES:
        answer = client.post(address(name, rows), {"text": "x"})
        assert answer.status_code in (403, 404, 405, 415), name


def test_whatever_is_sent_gets_an_answer(rows):
    client, hostile = visitor("admin"), cycle(HOSTILE)
    for name in ROUTES:
        path = address(name, rows)
        # Of all at once the first may be refused and the search unread: each in turn.
        for asked, value in zip((ASKED, ["q"]), hostile, strict=False):
            sent = dict.fromkeys(FIELDS, value), dict.fromkeys(asked, value[:100])
            for answer in (client.post(path, sent[0]), client.get(path, sent[1])):
                assert answer.status_code in KNOWS_ITS_WAY, (path, answer.status_code)


def test_a_number_beyond_all_rows_is_nowhere():
    client = visitor("admin")
    for name, (kinds, _) in ROUTES.items():
        for number in (0, BEYOND_64_BITS) if kinds - NO_NUMBERS else ():
            path = reverse(name, kwargs=dict.fromkeys(kinds, number))
            asked = client.post(path, {"step": "x"}) if number else client.get(path)
            assert asked.status_code in (404, 405), path


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/api/v1/nowhere/", "/static/../config/settings.py"]
)
def test_an_address_that_is_not_there_says_nothing_of_the_machine(path):
    answer = visitor("nobody").get(path)
    assert answer.status_code == 404
    assert not re.search(r"Traceback|urlpatterns|SECRET_KEY", whole(answer))


@pytest.mark.parametrize("who", ["nobody", "reader", "admin"])
def test_no_address_tells_a_blind_grade_or_a_text_whose_licence_keeps_it(rows, who):
    blind = "In the studies cited for this claim, a blind sentence."
    grade = make.a_grade(opened=False, sentence=blind)
    base = grade.round.base
    kept = "A sentence that nobody quoted."
    article = make.an_article(licence="all_rights")
    make.a_version(article=article, text=f"{make.TEXT} {kept}")
    rows |= {"claim_id": base.claim_id, "item_id": base.items.get().pk}
    rows |= {"article_id": article.pk}
    pks = {"grades": grade.pk, "articles": article.pk}
    secrets = [blind] if who == "admin" else [blind, kept]
    client = visitor(who)
    for name in ROUTES:
        pk = pks.get(name.partition("-")[0], base.pk)
        page = whole(client.get(address(name, rows | {"pk": pk})))
        assert not [each for each in secrets if each in page], name
