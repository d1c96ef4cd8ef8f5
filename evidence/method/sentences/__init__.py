"""The sentence of a verdict, composed by rule: a lead, a frame, and the number.

`leads` says which evidence it speaks of, `finding` is what it is composed of, `rated`
has the frames of what is rated and `checked` those of what is not, and `names` fits
the names of a question into a sentence.
"""

from evidence.method.sentences.checked import compose_check
from evidence.method.sentences.finding import Figure, Finding
from evidence.method.sentences.leads import lead_in
from evidence.method.sentences.rated import compose

__all__ = ["Figure", "Finding", "compose", "compose_check", "lead_in"]
