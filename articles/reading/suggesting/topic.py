"""What a passage is about, in a few words to search for and to compare with."""

from collections import Counter

from texts.titles import normalise_title

MOST = 8
# Words of any study and of any praise: they tell one work from no other.
_TELL_NOTHING = frozenset(
    """
    about above according across additional adjunct after against also although among
    analysis approach approaches article author authors based before being below
    benefit benefits best better between beyond both changes clinical combination
    combined combining compared comparison concluded conducted control controlled
    controls could data demonstrated depth despite documented during effect effective
    effects efficacy enhance enhanced enhancement enhances evaluated evaluation
    evidence excellent experienced finding findings following follow found from
    further given greater group groups have having however improve improved
    improvement improvements improves including increase increased increases
    individual into investigated involved journal less levels like literature longer
    made many mean measured method methods modest months more most much noted
    observed offered only other outcome outcomes over overall participants patient
    patients people percent pilot positive potential preliminary procedure procedures
    promising proposed pubmed published randomised randomized rate reduced reduction
    release report reported reports research researchers respectively response result
    results review reviewed safe safety same sample satisfaction scholar score scores
    serves several should showed showing shown shows significant significantly similar
    since small some studied studies study subjects such suggest suggested suggesting
    suggests support supported synergistic systematic than that their them then there
    these they this those through together toward towards treated treatment treatments
    trial trials under until used using versus very visible weeks well were when where
    which while with within without work years yielded
    """.split()
)


def topic_words(passage: str, most: int = MOST) -> tuple[str, ...]:
    """The words a passage says most often, those of equal number in its own order.

    Words of any study ("trial", "improved") and short ones are left out, but for short
    names in capitals ("PRP"). Each is in the form of ``normalise_title``.
    """
    shouted = {
        word.lower() for word in passage.split() if len(word) > 1 and word.isupper()
    }
    words = [
        word
        for word in normalise_title(passage).split()
        if (len(word) > 3 or word in shouted)
        and word not in _TELL_NOTHING
        and not word.isdigit()
    ]
    counts = Counter(words)
    first = {word: place for place, word in reversed(list(enumerate(words)))}
    ranked = sorted(counts, key=lambda word: (-counts[word], first[word]))
    return tuple(ranked[:most])
