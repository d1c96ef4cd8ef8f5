"""The shape of the evidence in a claim's snapshot: base, items, groups, pooled."""

from rest_framework.serializers import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DictField,
    FloatField,
    IntegerField,
    ListField,
    Serializer,
)


class StudyLinkSerializer(Serializer):
    """A study by name."""

    id = IntegerField()
    label = CharField()
    year = IntegerField(allow_null=True)
    address = CharField()


class OverlapSerializer(Serializer):
    """An included review whose own studies are not all known."""

    review = CharField()
    address = CharField()
    listed = IntegerField()
    unmatched = ListField(child=CharField())


class BaseQuestionSerializer(Serializer):
    """The question the base answers."""

    population = CharField()
    intervention = CharField()
    comparator = CharField()
    outcome = CharField()


class BaseFactsSerializer(Serializer):
    """How far was searched, and how many candidates counted."""

    id = IntegerField()
    number = IntegerField()
    question = BaseQuestionSerializer()
    eligible_designs = ListField(child=CharField())
    scope = CharField()
    scope_words = CharField()
    sources = CharField()
    query = CharField()
    searched_on = DateField(allow_null=True)
    review = StudyLinkSerializer(allow_null=True)
    frozen_at = DateTimeField(allow_null=True)
    frozen_by = CharField(allow_null=True)
    included = IntegerField()
    excluded = IntegerField()
    awaiting = IntegerField()
    overlap_unknown = OverlapSerializer(many=True)


class DomainSerializer(Serializer):
    """One domain of certainty; levels null: not assessed."""

    name = CharField()
    label = CharField()
    levels = IntegerField(allow_null=True)
    rates_up = BooleanField()
    words = CharField()
    why = CharField()


class GroupFactsSerializer(Serializer):
    """How certainty was judged for one group of designs."""

    designs = CharField()
    designs_words = CharField()
    carries = BooleanField()
    start = CharField()
    start_words = CharField()
    domains = DomainSerializer(many=True)
    arithmetic = CharField()
    certainty = CharField()
    certainty_words = CharField()
    glyph = CharField()
    override_why = CharField()


class NoticeFactsSerializer(Serializer):
    """A notice that stands."""

    id = IntegerField()
    kind = CharField()
    words = CharField()
    dated = DateField(allow_null=True)
    main_report = BooleanField()


class StudyFactsSerializer(Serializer):
    """A study in an evidence table."""

    id = IntegerField()
    label = CharField()
    year = IntegerField(allow_null=True)
    address = CharField()
    design = CharField()
    design_words = CharField()
    allocation = CharField()
    allocation_words = CharField()
    status = CharField()
    status_words = CharField()
    sample_size = IntegerField(allow_null=True)
    is_retracted = BooleanField()
    notices = NoticeFactsSerializer(many=True)
    sample = BooleanField()


class RecordSerializer(Serializer):
    """A bibliographic record by name."""

    id = IntegerField()
    title = CharField()
    year = IntegerField(allow_null=True)
    first_author = CharField()
    address = CharField()
    notices = NoticeFactsSerializer(many=True)


class ArticleLinkSerializer(Serializer):
    """An article by name."""

    id = IntegerField()
    title = CharField()
    address = CharField()


class ToldBySerializer(Serializer):
    """The article a second-hand result is known from."""

    article = ArticleLinkSerializer()
    quote = CharField()


class ResultFactsSerializer(Serializer):
    """A result with its numbers and where it was read."""

    id = IntegerField()
    address = CharField()
    outcome = CharField()
    outcome_unit = CharField()
    comparison = CharField()
    time_point = CharField()
    subgroup = CharField()
    p_value = CharField()
    metric = CharField()
    metric_words = CharField()
    contrast = CharField()
    contrast_words = CharField()
    analysis_set = CharField()
    analysis_set_words = CharField()
    measured = CharField()
    measured_words = CharField()
    direction = CharField()
    direction_words = CharField()
    provenance = CharField()
    provenance_words = CharField()
    estimate = FloatField(allow_null=True)
    ci_low = FloatField(allow_null=True)
    ci_high = FloatField(allow_null=True)
    ci_level = FloatField(allow_null=True)
    events_1 = IntegerField(allow_null=True)
    total_1 = IntegerField(allow_null=True)
    mean_1 = FloatField(allow_null=True)
    sd_1 = FloatField(allow_null=True)
    events_2 = IntegerField(allow_null=True)
    total_2 = IntegerField(allow_null=True)
    mean_2 = FloatField(allow_null=True)
    sd_2 = FloatField(allow_null=True)
    in_words = CharField()
    pooled_studies = IntegerField(allow_null=True)
    compiled_from = RecordSerializer(allow_null=True)
    told_by = ToldBySerializer(allow_null=True)
    quote = CharField()
    place = CharField()
    withdrawn = CharField()
    entered_by = CharField()
    checked_by = CharField(allow_null=True)
    checked_at = DateTimeField(allow_null=True)


class PassageFactsSerializer(Serializer):
    """A quoted passage of a record."""

    id = IntegerField()
    quote = CharField()
    place = CharField()
    read_on = DateField()
    jurisdiction = CharField()
    withdrawn = CharField()
    reference = RecordSerializer()


class DirectnessSerializer(Serializer):
    """How the item's question matches the claim's."""

    population = CharField()
    intervention = CharField()
    comparator = CharField()
    outcome = CharField()


class ItemFactsSerializer(Serializer):
    """One candidate: what was decided, and what it shows."""

    item = IntegerField()
    decision = CharField()
    reason = CharField()
    reason_words = CharField()
    bearing = CharField()
    bearing_words = CharField()
    bearing_why = CharField()
    bearing_confirmed = BooleanField()
    directness = DirectnessSerializer()
    study = StudyFactsSerializer(allow_null=True)
    result = ResultFactsSerializer(allow_null=True)
    passage = PassageFactsSerializer(allow_null=True)


class PooledSerializer(Serializer):
    """The pooled line of one group of designs; weights by item."""

    designs = CharField()
    designs_words = CharField()
    outcome = CharField()
    metric = CharField()
    k = IntegerField()
    estimate = FloatField(allow_null=True)
    ci_low = FloatField(allow_null=True)
    ci_high = FloatField(allow_null=True)
    pi_low = FloatField(allow_null=True)
    pi_high = FloatField(allow_null=True)
    tau2 = FloatField(allow_null=True)
    i2 = FloatField(allow_null=True)
    q = FloatField(allow_null=True)
    q_df = IntegerField(allow_null=True)
    q_p = FloatField(allow_null=True)
    method = CharField()
    weights = DictField(child=FloatField())
    in_words = CharField()
    notes = ListField(child=CharField())
    left_out = ListField(child=CharField())
    without_numbers = ListField(child=CharField())
    from_retracted = ListField(child=CharField())
