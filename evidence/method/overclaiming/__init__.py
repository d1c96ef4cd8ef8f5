"""Words that say more than evidence can hold, found in what a grader adds.

No body of evidence proves, guarantees or leaves no risk, whatever its certainty.
`surer` and `better` list the ways of overclaiming, `combined` what overclaims by how
two kinds of words stand together, `asked` questions that leave one answer,
`praised` praise without measure,
`inferred` conclusions that don't follow ("none was reported, so it is harmless"), and
`taken_back` what makes such words honest after all ("did not cure", "whether it is
safe", "sold as a cure"). `weighing` judges by examples what the lists don't know, and
what they know without its context. `languages` knows the plainest ways in others than
English. `plain` is the text as it reads, and `finding` puts
them together; `named` judges what is a name, or a claim.
"""

from evidence.method.overclaiming.finding import (
    hedges_of_more,
    overclaims,
    overclaims_as_reason,
    says_too_much,
)
from evidence.method.overclaiming.named import (
    name_says_too_much,
    overclaims_as_claim,
    overclaims_as_name,
)

__all__ = [
    "hedges_of_more",
    "name_says_too_much",
    "overclaims",
    "overclaims_as_claim",
    "overclaims_as_name",
    "overclaims_as_reason",
    "says_too_much",
]
