"""The shape of a claim's snapshot (``evidence.snapshots``)."""

from rest_framework.serializers import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    ListField,
    Serializer,
)

from evidence.api.evidence_facts import (
    BaseFactsSerializer,
    GroupFactsSerializer,
    ItemFactsSerializer,
    PooledSerializer,
)


class WithdrawalSerializer(Serializer):
    """Who withdrew it, when and why."""

    at = DateTimeField()
    by = CharField()
    why = CharField()


class QuestionSerializer(Serializer):
    """What the claim says of whom, compared with what."""

    population = CharField()
    intervention = CharField()
    comparator = CharField()
    outcome = CharField()
    asserts = CharField()
    asserts_words = CharField()
    negated = BooleanField()
    size = CharField()
    dose = CharField()
    time_frame = CharField()
    subgroup = CharField()
    margin = CharField()
    as_of = DateField(allow_null=True)
    jurisdiction = CharField()


class JudgementSerializer(Serializer):
    """The verdict, who stands behind it, and why."""

    verdict = CharField()
    verdict_words = CharField()
    symbol = CharField()
    certainty = CharField()
    certainty_words = CharField()
    glyph = CharField()
    cant_say_because = CharField()
    cant_say_words = CharField()
    leaning = CharField()
    leaning_words = CharField()
    standing = CharField()
    standing_words = CharField()
    sentence = CharField()
    explanation = CharField()
    judged_at = DateTimeField(allow_null=True)
    judged_by = ListField(child=CharField())
    method = CharField()
    method_words = CharField()
    target_words = CharField()
    threshold = CharField()
    needs_review = BooleanField()
    needs_review_why = CharField()


class SayingArticleSerializer(Serializer):
    """An article beside a claim it makes."""

    id = IntegerField()
    title = CharField()
    address = CharField()
    outlet = CharField()
    sells = CharField()
    sample = BooleanField()
    text_of = IntegerField()


class CiteSerializer(Serializer):
    """One citation of a mention, and how far it was looked into."""

    citation = IntegerField()
    label = CharField()
    cited_work = IntegerField()
    found = CharField()
    found_words = CharField()
    decision = CharField()
    decision_words = CharField()
    checked_at = DateTimeField(allow_null=True)
    study = IntegerField(allow_null=True)
    reference = IntegerField(allow_null=True)
    retracted = BooleanField()
    support = CharField()
    support_words = CharField()


class FlagSerializer(Serializer):
    """What a rule says is worth checking."""

    rule = CharField()
    why = CharField()


class SayingSerializer(Serializer):
    """One place where the claim is made."""

    id = IntegerField()
    article = SayingArticleSerializer()
    words = CharField()
    mode = CharField()
    mode_words = CharField()
    hedged = BooleanField(allow_null=True)
    state = CharField()
    ask_again = BooleanField()
    until = DateTimeField(allow_null=True)
    cites = CiteSerializer(many=True)
    flags = FlagSerializer(many=True)
    wording = CharField()
    wording_words = CharField()


class BriefClaimSerializer(Serializer):
    """A claim in another claim's list."""

    id = IntegerField()
    address = CharField()
    text = CharField()
    verdict = CharField()
    verdict_words = CharField()


class RelationSerializer(Serializer):
    """Another claim, and how it stands to this one."""

    kind = CharField()
    words = CharField()
    claim = BriefClaimSerializer()


class VersionFactsSerializer(Serializer):
    """One version in a claim's history."""

    version = IntegerField()
    address = CharField()
    cause_words = CharField()
    why = CharField()
    verdict = CharField()
    verdict_words = CharField()
    certainty = CharField()
    certainty_words = CharField()
    standing_words = CharField()
    at = DateTimeField()
    by = CharField()


class CountsSerializer(Serializer):
    """How many say it, and how many were counted in; people null: unknown."""

    mentions = IntegerField()
    articles = IntegerField()
    distinct_texts = IntegerField()
    studies = IntegerField()
    people = IntegerField(allow_null=True)


class ClaimSnapshotSerializer(Serializer):
    """All that Footing says of a claim, as its page and its export say it."""

    id = IntegerField()
    address = CharField()
    text = CharField()
    kind = CharField()
    kind_words = CharField()
    question = QuestionSerializer()
    checkability = CharField()
    checkability_words = CharField()
    compound = BooleanField()
    sample = BooleanField()
    topics = ListField(child=CharField())
    withdrawn = WithdrawalSerializer(allow_null=True)
    merged_into = IntegerField(allow_null=True)
    version = IntegerField(allow_null=True)
    judgement = JudgementSerializer()
    base = BaseFactsSerializer(allow_null=True)
    groups = GroupFactsSerializer(many=True)
    evidence = ItemFactsSerializer(many=True)
    pooled = PooledSerializer(many=True)
    mentions = SayingSerializer(many=True)
    relations = RelationSerializer(many=True)
    history = VersionFactsSerializer(many=True)
    counts = CountsSerializer()
