"""What a grader adds to a sentence may not say more than evidence can hold.

The notes of both kinds stand in sets, each written afresh, another way.
"""

from collections import Counter

from evidence.method import overclaims
from evidence.method.overclaiming import overclaims_as_name
from evidence.method.overclaiming.plain import readings
from evidence.method.overclaiming.weighing import EXAMPLES, Weights, counts


def sets_of(kind):
    text = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8")
    return [block.strip("\n").split("\n") for block in text.split("\n\n")]


def notes(kind):
    return [note for notes in sets_of(kind) for note in notes]


def test_what_overclaims_is_found_and_what_is_honest_passes():
    missed = [text for text in notes("overclaiming") if not overclaims(text)]
    refused = [text for text in notes("honest") if overclaims(text)]
    assert len(missed) <= len(notes("overclaiming")) / 100
    assert len(refused) <= len(notes("honest")) / 100


def test_the_weights_tell_sets_apart_that_they_have_not_learnt():
    kinds = {kind: sets_of(kind) for kind in ("overclaiming", "honest")}
    folds = {
        kind: [sum(of_it[n::5], []) for n in range(5)] for kind, of_it in kinds.items()
    }
    seen = {kind: [counts(fold) for fold in of_it] for kind, of_it in folds.items()}
    wrong = []
    for n in range(5):
        learnt = Weights(*(sum(seen[kind], Counter()) - seen[kind][n] for kind in seen))
        for kind, of_it in folds.items():
            wrong += [
                note
                for note in of_it[n]
                if (learnt.odds(readings(note)[0]) > 0) is not (kind == "overclaiming")
            ]
    assert len(wrong) <= (len(notes("overclaiming")) + len(notes("honest"))) / 10


def test_the_words_are_named_as_they_look():
    found = overclaims("It is рrоven, and without any risk.")
    assert found == ("proven", "without any risk")


def test_a_denial_reaches_no_further_than_its_clause():
    assert overclaims("It did not raise pain, and it is safe.") == ("safe",)
    assert overclaims("It is not only safe but a cure.") == ("safe", "cure")


IN_OTHER_LANGUAGES = {
    "Die Wirkung ist bewiesen, ganz ohne Nebenwirkungen.": True,
    "Hilft jedem, kein Zweifel.": True,
    "Ob es heilt, ist unklar; Nebenwirkungen wurden gemeldet.": False,
    "Keine Nebenwirkungen wurden berichtet.": False,
    "Son efficacité est incontestable et sans aucun risque.": True,
    "L’efficacité n’est pas prouvée.": False,
    "On ne sait pas si le médicament guérit.": False,
    "Está demostrado que funciona siempre.": True,
    "No está demostrado que funcione.": False,
    "Los ensayos fueron pequeños.": False,
    "Assolutamente sicuro, senza alcun rischio.": True,
    "Il campione era piccolo.": False,
    "Garantido: funciona sempre.": True,
    "Os ensaios foram pequenos.": False,
    "Het is bewezen veilig.": True,
    "Het is niet bewezen dat het werkt.": False,
}


def test_the_plainest_overclaims_are_heard_in_other_languages():
    assert {note: bool(overclaims(note)) for note in IN_OTHER_LANGUAGES} == (
        IN_OTHER_LANGUAGES
    )


def test_a_name_is_praised_by_nothing_beside_it():
    praised = ("examplin (safe for all)", "examplin, harmless", "the harmless examplin")
    named = ("adults (never smokers)", "safe drinking water", "surgery, all lesions")
    assert all(map(overclaims_as_name, praised))
    assert not any(map(overclaims_as_name, named))


def test_what_is_turned_round_is_read_as_it_shows():
    assert overclaims(f"{chr(0x202E)}deetnarauG") == ("guaranteed",)
