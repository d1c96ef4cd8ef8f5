"""The two ways in: a reviewer at the pages, and a program with the reviewer's token.

Each does the same by the same names, and answers with what it was told: the words of a
refusal, or nothing where it was done.
"""

import json

from django.test import Client

from claims.models import Claim
from evidence.bases.forms import BaseForm
from evidence.claims.forms import NewClaimForm
from evidence.grades.forms import posted
from evidence.models import ClaimAssignment, EvidenceBase, Grade
from studies.models import Result, Study
from studies.results.forms import ResultForm
from studies.studies.forms import StudyForm
from tests.api.programs import Program
from tests.html import shown


def as_sent(form, said):
    """What a browser sends of a form in which ``said`` was filled in."""
    empty = {field.html_name: field.value() for field in form}
    filled = {**empty, **said}
    for code, words in (filled.pop("answers", None) or {}).items():
        filled[f"answers-{code}"] = words
    return {
        name: value
        for name, value in filled.items()
        if value is not None and value is not False
    }


class Pages:
    """A reviewer at the pages."""

    def __init__(self, person):
        self.client = Client()
        self.client.force_login(person)

    def _post(self, address, said):
        return self.client.post(address, said)

    def claim(self, **question):
        answer = self._post("/claims/new/", as_sent(NewClaimForm(), question))
        return _newest(Claim, answer)

    def study(self, **said):
        answer = self._post("/studies/new/", as_sent(StudyForm(), said))
        return _newest(Study, answer)

    def result(self, study, outcome, **said):
        return _newest(Result, self._entered(study, outcome, said))

    def refused(self, study, outcome, **said):
        """What is told of a result that is not stored."""
        answer = self._entered(study, outcome, said)
        assert answer.status_code == 422
        return shown(answer)

    def _entered(self, study, outcome, said):
        said = as_sent(ResultForm(), {"outcome": outcome.name, **said})
        return self._post(f"/studies/{study.pk}/results/new/", said)

    def edit(self, result, **said):
        address = f"/results/{result.pk}/edit/"
        form = self.client.get(address).context["form"]
        answer = self._post(address, as_sent(form, {"reason": "Misread.", **said}))
        return "" if answer.status_code == 302 else shown(answer)

    def answer(self, result, **answers):
        said = {f"answers-{code}": words for code, words in answers.items()}
        self._post(f"/results/{result.pk}/answers/", said)

    def base(self, claim, **how):
        self._post(f"/claims/{claim.pk}/base/", as_sent(BaseForm(), how))
        return claim.bases.order_by("-number").first()

    def quote(self, base, reference, **said):
        said = {"reference": reference.pk, **said}
        return self._post(f"/claims/{base.claim_id}/base/passage/", said)

    def freeze(self, base):
        answer = self._post(f"/claims/{base.claim_id}/base/freeze/", {})
        if EvidenceBase.objects.get(pk=base.pk).is_frozen:
            return ""
        return shown(self.client.get(answer["Location"]))

    def grade(self, base, said):
        sent = {**posted(said), "do": "submit"}
        answer = self.client.post(f"/claims/{base.claim_id}/grade/", sent)
        return "" if answer.status_code == 302 else shown(answer)

    def publish(self, base):
        answer = self.client.post(f"/claims/{base.claim_id}/publish/", {})
        return "" if answer.status_code == 302 else shown(answer)


class Programs:
    """A program with the reviewer's token."""

    def __init__(self, person):
        self.program = Program(person)

    def _step(self, address, said=None):
        """A step on a row, whatever state it is in: nobody else is at it here."""
        return self.program.post(address, said, If_Match="*")

    def _made(self, model, address, said):
        answer = self.program.post(address, said)
        assert answer.status_code == 201, answer.json()
        return model.objects.get(pk=answer.json()["id"])

    def claim(self, **question):
        return self._made(Claim, "/claims/", question)

    def study(self, **said):
        return self._made(Study, "/studies/", said)

    def result(self, study, outcome, **said):
        said = {"study": study.pk, "outcome": outcome.pk, **said}
        return self._made(Result, "/results/", said)

    def refused(self, study, outcome, **said):
        """What is told of a result that is not stored."""
        said = {"study": study.pk, "outcome": outcome.pk, **said}
        return _told(self.program.post("/results/", said))

    def edit(self, result, **said):
        said = {"reason": "Misread.", **said}
        return _told(self.program.patch(f"/results/{result.pk}/", said))

    def answer(self, result, **answers):
        self.program.post(f"/results/{result.pk}/answer/", {"answers": answers})

    def base(self, claim, **how):
        said = {"claim": claim.pk, **how}
        return self._made(EvidenceBase, "/evidence-bases/", said)

    def quote(self, base, reference, **said):
        said = {"reference": reference.pk, **said}
        return _told(self._step(f"/evidence-bases/{base.pk}/quote/", said))

    def freeze(self, base):
        return _told(self._step(f"/evidence-bases/{base.pk}/freeze/"))

    def grade(self, base, said):
        begun = ClaimAssignment.objects.filter(round__base=base).first()
        if begun:
            draft = begun.pk
            address = f"/grades/drafts/{draft}/"
            answer = self.program.patch(address, said, If_Match="*")
        else:
            answer = self.program.post("/grades/", {"claim": base.claim_id, **said})
            draft = answer.json().get("id")
        if answer.status_code >= 300:
            return _told(answer)
        return _told(self._step(f"/grades/drafts/{draft}/submit/"))

    def publish(self, base):
        grade = Grade.objects.get(round__base=base)
        return _told(self._step(f"/grades/{grade.pk}/publish/"))


def _newest(model, answer):
    assert answer.status_code == 302, shown(answer)
    return model.objects.latest("pk")


def _told(answer):
    """What a refusal says; nothing where there is none."""
    if answer.status_code < 300:
        return ""
    assert 400 <= answer.status_code < 500, answer.content
    return json.dumps(answer.json(), ensure_ascii=False)


DOORS = {"pages": Pages, "programs": Programs}
