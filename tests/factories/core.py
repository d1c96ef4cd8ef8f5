"""Jobs, changes, merges and recordings."""

from django.utils import timezone

from core.models import (
    Change,
    FeedPlace,
    FirstAnswer,
    Job,
    KeptForm,
    LimitUse,
    Merge,
    MergeMove,
    RecordedRow,
    Recording,
    SearchWord,
    ShortForm,
)
from tests.factories.making import make, number
from tests.factories.people import a_curator, an_editor


def a_job(**given):
    return make(Job, given, kind="example", by=a_curator)


def a_kept_form(**given):
    return make(KeptForm, given, person=a_curator, model="topic", row_id=number)


def a_merge(**given):
    return make(
        Merge,
        given,
        model="topic",
        merged_id=number,
        into_id=number,
        by=an_editor,
        reason="They are one.",
    )


def a_merge_move(**given):
    return make(
        MergeMove,
        given,
        merge=a_merge,
        model="mention",
        row_id=number,
        field="claim",
        old_value=1,
        revision=1,
    )


def a_recording(**given):
    return make(Recording, given)


def a_recorded_row(**given):
    return make(
        RecordedRow,
        given,
        recording=a_recording,
        model="topic",
        row_id=number,
        revision=1,
    )


def a_first_answer(**given):
    return make(FirstAnswer, given, by=a_curator, key="a1", request_sha256="0" * 64)


def a_limit_use(**given):
    return make(LimitUse, given, what="example", who_sha256="0" * 64)


def a_short_form(**given):
    """A short form as a stored text explains it."""
    return make(
        ShortForm,
        given,
        short="EXF",
        long="examplin fever",
        short_key="exf",
        long_key="examplinfever",
        source_model="reference",
        source_row=number,
    )


def a_search_word(**given):
    return make(SearchWord, given, word=lambda: f"examplin{number()}", count=1)


def a_feed_place(**given):
    return make(FeedPlace, given, reader=lambda: f"example reader {number()}")


def a_change(**given):
    return make(
        Change,
        given,
        txid=1,
        at=timezone.now,
        model="topic",
        row_id=number,
        operation="insert",
        revision=1,
    )
