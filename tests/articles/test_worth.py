"""Which three sentences of an article are most worth checking, and why."""

from collections import Counter
from dataclasses import replace

from articles.checking.summary import Counts, summary
from articles.checking.worth import Looked, most_worth_checking
from articles.reading import read_article
from articles.reading.document import Flag
from claims.words import Verdict

TITLE = "Examplin and made-up fever"


def looked(*sentences):
    """Each sentence as the rules read it in one article; those they suggest."""
    reading = read_article("\n\n".join([TITLE, *sentences]).encode())
    text = reading.document.text
    return [Looked(s, text[s.start : s.end]) for s in reading.suggestions]


def chosen(rows):
    return [rows[worth.place].text for worth in most_worth_checking(rows)]


EFFECT = "Examplin lowers made-up fever in adults."
CITED = "Examplin lowers made-up pain in adults (Nobody 2013)."
HARM = "Examplin can cause serious bleeding and other side effects."
ABSOLUTE = "Examplin always cures made-up cough in every patient."
DEFINITION = "Examplin is defined as a made-up remedy that lowers fever."
MORE = "More research is needed on whether examplin lowers made-up itch."
STORY = "My own made-up fever improved with examplin, and I sleep better."


def test_a_harm_and_an_absolute_come_before_an_effect():
    first = chosen(looked(CITED, EFFECT, HARM, ABSOLUTE))
    assert set(first[:2]) == {HARM, ABSOLUTE}
    assert first[2] == EFFECT


def test_what_rests_on_a_wrong_work_or_is_contradicted_comes_next():
    rows = looked(EFFECT, CITED, "Examplin improves made-up sleep in adults.")
    by_text = {row.text: place for place, row in enumerate(rows)}
    cited, sleep = by_text[CITED], len(rows) - 1
    rows[cited] = replace(rows[cited], wrong_works=("Nobody 2013 was retracted.",))
    rows[sleep] = replace(rows[sleep], verdicts=(Verdict.CONTRADICTED,))
    worth = most_worth_checking(rows)
    assert [rows[one.place].text for one in worth] == [
        CITED,
        rows[sleep].text,
        EFFECT,
    ]
    assert "Nobody 2013 was retracted." in worth[0].why
    assert "It is known here: contradicted." in worth[1].why


def test_definitions_calls_for_research_and_stories_are_never_chosen():
    rows = looked(DEFINITION, MORE, STORY, EFFECT)
    assert set(chosen(rows)) == {EFFECT}


def test_what_has_the_form_of_a_definition_is_folded_and_praise_is_not():
    as_effect = looked(EFFECT)[0]
    for text, folded in {
        "A made-up placebo is a treatment without an ingredient.": True,
        "The term examplin refers to a family of made-up remedies.": True,
        "A cup of examplin is the best remedy for made-up fever.": False,
        "A cup of examplin is a proven cure for made-up fever.": False,
        "An examplin overdose is a poisoning that can be fatal.": False,
        "Examplin is a help in made-up fever.": False,
    }.items():
        assert replace(as_effect, text=text).is_folded is folded, text


def test_an_absolute_on_a_retracted_work_comes_before_other_harms():
    cure = "Examplin tea cures made-up fever in all adults within two days."
    harms = ("bleeding", "rashes", "seizures")
    rows = looked(*(f"Examplin can cause {one} in adults." for one in harms), cure)
    assert cure not in chosen(rows)
    rows[-1] = replace(rows[-1], wrong_works=("Nobody 2013 was retracted.",))
    assert chosen(rows)[0] == cure


def test_what_may_be_no_claim_comes_after_what_is_one():
    worries = "People have concerns over the safety of examplin and of its makers."
    rows = looked(worries, HARM, EFFECT, ABSOLUTE)
    assert worries in [row.text for row in rows]
    assert worries not in chosen(rows)
    order = "Do not take examplin if you have made-up bleeding."
    as_harm = replace(looked(HARM)[0], text=order)
    assert order not in chosen([as_harm, *looked(HARM, EFFECT, ABSOLUTE)])


def test_two_of_one_sentence_are_chosen_once():
    rows = looked(HARM, HARM, EFFECT)
    first = chosen(rows + rows[:1])
    assert first.count(HARM) == 1


def test_every_choice_says_why():
    for worth in most_worth_checking(looked(HARM, ABSOLUTE, EFFECT, CITED)):
        assert worth.why
        assert all(why.endswith(".") for why in worth.why)
    assert most_worth_checking([]) == []


def test_an_absolute_is_quoted():
    row = looked(EFFECT)[0]
    flags = (Flag("certainty", "worth checking: sounds certain (“proven”)"),)
    row = replace(row, suggestion=replace(row.suggestion, flags=flags))
    assert most_worth_checking([row])[0].why[0] == "It sounds certain (“proven”)."
    harm = looked(HARM)[0]
    harm = replace(harm, suggestion=replace(harm.suggestion, flags=flags))
    told = "It speaks of harm or safety. It sounds certain (“proven”)."
    assert most_worth_checking([harm])[0].why[0] == told


def test_the_summary_is_in_plain_sentences():
    counts = Counts(
        sentences=29,
        citing=11,
        unnamed=9,
        works=Counter({"not looked for": 5}),
        harms=1,
        known=Counter({"Contradicted (by rule)": 1, "Not graded": 3}),
        folded=2,
    )
    assert summary(counts) == [
        "29 sentences can be checked.",
        "Eleven rest on five works, none looked for yet; nine name studies without "
        "saying which; for nine no source is recognised.",
        "One speaks of harm or safety.",
        "Four claims are known here: three not graded, one contradicted (by rule).",
        "Two are folded: definitions and calls for more research.",
    ]
    found = replace(
        counts, works=Counter({"found": 3, "retracted": 1}), known=Counter()
    )
    assert "Eleven rest on four works (3 found, 1 retracted)" in summary(found)[1]
    assert summary(found)[3] == "None of them is known here."
    assert len(summary(replace(counts, sentences=0))) == 1
