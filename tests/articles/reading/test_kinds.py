"""Sentences are claims of thirteen kinds, or none, by their words and surroundings."""

from articles.reading import read_article
from articles.reading.document import SuggestedKind
from articles.reading.suggesting.kinds import claim_kinds

# One kind a line, its sentences parted by bars; a second kind may stand first.
KINDS = {
    "efficacy": "Fictamine eases joint pain. | The drops do nothing for dry eyes. | "
    "Children given the syrup coughed less than those given placebo.",
    "comparison": "Fictamine works better than aspirin. | Hot packs were as good as "
    "cold packs. | Relief did not differ from that with ibuprofen.",
    "mechanism": "Fictamine blocks the receptors that carry pain signals. | Gout is "
    "caused by crystals in a joint. | The virus changes its coat every winter.",
    "safety": "Fictamine can cause nausea. | Burns have been reported. | It should not "
    "be given to infants. | No serious side effects occurred. | The pads are harmless.",
    "evidence-state": "Evidence for fictamine is weak. | No trial has looked at "
    "children. | Nobody knows why it works. | The paper was later retracted. | Most "
    "studies were paid for by the makers. | The practice is a pseudoscience.",
    "regulatory": "The agency approved fictamine in spring. | It is not licensed for "
    "children. | The tablets have been off the market since then. | In most of "
    "Europe you need a prescription for the drops.",
    "definition": "Gout is a painful form of arthritis. | The term refers to a slow "
    "heart. | Platelets are small cells that help blood clot.",
    "association": "Shift work is associated with stroke. | Loneliness goes hand in "
    "hand with dementia. | Smoking is a risk factor for cataracts. | Men whose "
    "father had it are twice as likely to get it.",
    "prevalence": "About one in nine adults has sore heels. | Gout affects 4% of men. "
    "| The condition is rare in children. | One teacher in nine has a sore throat.",
    "prognosis": "Most sprains heal within six weeks. | The disease is lifelong. | "
    "Left alone, the rash settles in a month. | Without treatment, four in ten have "
    "a second attack.",
    "diagnosis": "A blood test confirms the diagnosis. | Knees that lock usually mean "
    "a torn meniscus. | The score has a sensitivity of 88%. | A blood count alone "
    "can mislead.",
    "recommendation": "National guidelines recommend two doses. | Iron should be "
    "measured in all patients. | We suggest not using opioids for back pain.",
    "practical": "A session takes ten minutes. | Joint surgery costs about 900 euros. "
    "| The jab is free of charge for adults.",
}
NO_CLAIMS = """
Does fictamine help sore knees?
You should talk to your doctor before you take fictamine.
Take two tablets with a glass of water after meals.
This leaflet explains how fictamine works.
We recruited 212 nurses from four hospitals with knee pain.
The study was published on Tuesday.
She runs half marathons without knee pain now.
I tried the cream for my knees and loved it.
There are three good reasons for choosing the cream:
Fictamine is manufactured by Sample Pharma in Example Harbour.
If a rash appears, patients should stop taking the tablets and call a doctor.
"We were so worried about her cough," said Jo Sample.
Our therapists have offered the treatment since spring.
Your physician will adjust the dose of your tablets.
We also looked at unwanted effects of fictamine.
Like all medicines, fictamine can have side effects, but not everybody gets them.
"""
# What an exclusion must not take out: a risk, a frequency, the state of the evidence.
FIRM = """
I think the evidence for knee braces is thin.
You should know that one in ten users develops a rash.
You should not take it with aspirin, because it can cause bleeding.
Remember that the tablets may make you drowsy.
Here is how it works: the gas binds to red blood cells.
"""


def test_a_sentence_is_a_claim_of_its_kind():
    wrong = [
        (kind, sentence, [str(one) for one in claim_kinds(sentence)])
        for kind, sentences in KINDS.items()
        for sentence in sentences.split(" | ")
        if kind not in claim_kinds(sentence)[:1]
    ]
    assert wrong == []
    assert set(KINDS) == set(SuggestedKind)


def test_no_other_kind_hides_a_harm():
    hidden = [
        "Compared with placebo, the tablets gave twice as many people a rash.",
        "The agency withdrew the powder after deaths.",
        "Half of them slept better, but every tenth user had a rash.",
    ]
    assert [one for one in hidden if "safety" not in claim_kinds(one)] == []


def test_below_a_heading_on_harms_the_share_affected_is_a_share_harmed():
    text = "Of moss\n\nHow common is it?\n\n{0}\n\nRisks of surgery\n\n{0}"
    said = "About one patient in ninety has a stiff knee."
    found = read_article(text.format(said).encode(), "text").suggestions
    assert [one.kind for one in found] == ["prevalence", "safety"]


def test_a_numbered_heading_above_its_text_is_none_of_a_list():
    text = "Of moss\n\n4. Possible side effects\nMoss can cause a rash.\n\nThe end."
    found = read_article(text.encode(), "text")
    assert [found.document.text[one.start : one.end] for one in found.suggestions] == [
        "Moss can cause a rash."
    ]


def test_what_is_no_claim_has_no_kind():
    assert [one for one in NO_CLAIMS.strip().splitlines() if claim_kinds(one)] == []


def test_advice_never_hides_a_risk_a_frequency_or_the_evidence():
    assert [one for one in FIRM.strip().splitlines() if not claim_kinds(one)] == []


LEAFLET = """Fictamine tablets

What it is
- A blue box

Possible side effects
Like other tablets, these can have some:

Very common
- Headache
- Feeling sick

Frequency not known
- Swelling of the lips

How to store it
- A dry place
"""


def test_bare_items_below_side_effects_are_harms():
    reading = read_article(LEAFLET.encode(), "text")
    text = reading.document.text
    found = {text[s.start : s.end]: s.kind for s in reading.suggestions}
    harms = {"Headache", "Feeling sick", "Swelling of the lips"}
    assert {words for words, kind in found.items() if kind == "safety"} >= harms
    assert not {"A blue box", "A dry place"} & found.keys()
