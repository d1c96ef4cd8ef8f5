"""The steps on one mention, and the forms that open for them."""

from dataclasses import dataclass, field
from typing import Any

from django.shortcuts import get_object_or_404

from articles.citations.actions import link_citation, unlink_citation
from articles.curating.content import claims_like, twin_of
from articles.curating.forms import EditForm, QuestionForm, SplitForm, TellForm
from articles.curating.splitting import proposed_parts
from articles.mentions.actions import (
    accept_mention,
    answer_reworded,
    edit_mention,
    join_mention,
    reject_mention,
    reopen_mention,
    split_mention,
)
from articles.models import Citation, CitedWork, Mention
from articles.second_hand.actions import tell_result
from claims.models import Claim
from core.errors import Refused
from core.numbers import whole_number
from studies.models import Outcome, Result, Study, name_of


@dataclass(frozen=True)
class Done:
    """A step that was taken, in words; ``onwards`` to the next to decide."""

    words: str
    onwards: bool = False
    at: int | None = None


@dataclass(frozen=True)
class Panel:
    """A form that is open at the chosen mention."""

    name: str
    form: Any = None
    choices: list[Any] = field(default_factory=list)

    @property
    def template(self):
        return f"articles/curating/_curate_{self.name}.html"


def who_and_when(request):
    """What every step hands on: by whom, and the revision that person saw."""
    revision = whole_number(request.POST.get("revision"))
    if revision is None:
        raise Refused("The form did not come whole; load the page again.")
    return {"by": request.user, "revision": revision}


def valid(form):
    """The form's data; raises Refused with its first problem."""
    if not form.is_valid():
        raise Refused(first_error(form))
    return form.cleaned_data


def first_error(form):
    """The first problem of a form, with the field it is about."""
    name, problems = next(iter(form.errors.items()))
    label = f"{form.fields[name].label or name}: " if name in form.fields else ""
    return f"{label}{problems[0]}"


class KnownAlready(Refused):
    """The same sentence is a claim already: whether to join it is asked."""


def accept(mention, request, value):
    """Accept as a claim; where the same words are one, only on a second word."""
    if value != "new" and (twin := twin_of(mention.proposed_text)):
        raise KnownAlready(
            f"Claim {twin.pk} has the same words. Join it, or accept this one as a "
            "claim of its own."
        )
    form = QuestionForm(request.POST)
    accept_mention(mention=mention, **valid(form), **who_and_when(request))
    return Done(f"accepted “{mention}”", onwards=True)


def reject(mention, request, value):
    reject_mention(mention=mention, **who_and_when(request))
    return Done(f"rejected “{mention}”", onwards=True)


def reopen(mention, request, value):
    reopen_mention(mention=mention, **who_and_when(request))
    return Done(f"reopened “{mention}”")


def edit(mention, request, value):
    worded = mention.status == Mention.Status.SUGGESTED
    given = valid(EditForm(request.POST, worded=worded))
    edit_mention(mention=mention, **given, **who_and_when(request))
    return Done(f"edited “{mention}”")


def split(mention, request, value):
    parts = valid(SplitForm(request.POST))["parts"].splitlines()
    made = split_mention(mention=mention, parts=parts, **who_and_when(request))
    return Done(f"split into {len(made)} claims to decide")


def join(mention, request, value):
    claim = get_object_or_404(Claim, pk=whole_number(value) or 0)
    join_mention(mention=mention, claim=claim, **who_and_when(request))
    return Done(f"joined to “{claim}”", onwards=True)


def same(mention, request, value):
    answer_reworded(mention=mention, same=True, **who_and_when(request))
    return Done("the new words make the same claim")


def other(mention, request, value):
    new = answer_reworded(mention=mention, same=False, **who_and_when(request))
    return Done("the new words are a suggestion of their own", at=new.pk)


def cite(mention, request, value):
    number = whole_number(request.POST.get("citation")) or 0
    citation = get_object_or_404(Citation, pk=number, article=mention.article_id)
    link_citation(mention=mention, citation=citation, **who_and_when(request))
    return Done(f"put under {citation}")


def uncite(mention, request, value):
    citation = get_object_or_404(Citation, pk=whole_number(value) or 0)
    unlink_citation(mention=mention, citation=citation, **who_and_when(request))
    return Done(f"taken from under {citation}")


def tell(mention, request, value):
    """Keep what the article tells of a study; an outcome is named once for all."""
    given = valid(TellForm(request.POST, studies=studies_cited(mention)))
    source = tell_result(
        mention=mention,
        study=get_object_or_404(Study, pk=given["study"]),
        outcome=given["outcome"],
        direction=given["direction"],
        quote=given["quote"],
        by=request.user,
    )
    outcome = source.result.outcome
    return Done(f"the article tells of {outcome}: second-hand, never pooled")


STEPS = {
    "accept": accept,
    "edit": edit,
    "split": split,
    "reject": reject,
    "reopen": reopen,
    "join": join,
    "same": same,
    "other": other,
    "cite": cite,
    "uncite": uncite,
    "tell": tell,
}


def studies_cited(mention):
    """The studies that a mention cites: (number, label)."""
    works = CitedWork.objects.filter(
        citations__mention_links__mention=mention, study__isnull=False
    )
    named = works.annotate(study_name=name_of("study"))
    return sorted(set(named.values_list("study", "study_name")))


def edit_panel(shown, typed):
    mention, anchor = shown.chosen.mention, shown.chosen.anchor
    initial = {
        "proposed_text": mention.proposed_text,
        "kind": mention.kind,
        "mode": anchor.mode,
        "hedged": anchor.hedged,
    }
    worded = mention.status == Mention.Status.SUGGESTED
    return Panel("edit", EditForm(typed, initial=initial, worded=worded))


def split_panel(shown, typed):
    parts = "\n".join(proposed_parts(shown.chosen.words))
    return Panel("split", SplitForm(typed, initial={"parts": parts}))


def join_panel(shown, typed):
    return Panel("join", choices=list(claims_like(shown.chosen, shown.place.q)))


def cite_panel(shown, typed):
    linked = [cite.citation for cite in shown.chosen.cites]
    rows = Citation.objects.filter(article=shown.article).exclude(pk__in=linked)
    return Panel("cite", choices=list(rows.select_related("cited_work").order_by("pk")))


def tell_panel(shown, typed):
    initial = {
        "quote": shown.chosen.anchor.exact,
        "direction": Result.Direction.NOT_STATED,
    }
    studies = studies_cited(shown.chosen.mention)
    names = Outcome.objects.current().order_by("name").values_list("name", flat=True)
    form = TellForm(typed, initial=initial, studies=studies)
    return Panel("tell", form, choices=list(names[:200]))


PANELS = {
    "edit": edit_panel,
    "split": split_panel,
    "join": join_panel,
    "cite": cite_panel,
    "tell": tell_panel,
}


def panel_of(shown, typed):
    """The form that is open at the chosen mention, with what was typed; or None."""
    make = PANELS.get(shown.place.do)
    return make(shown, typed) if make and shown.chosen else None
