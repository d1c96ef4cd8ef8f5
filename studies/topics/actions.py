"""Topics, and the studies filed under them."""

from collections.abc import Iterable

from accounts.models import User
from accounts.permissions import Permission, require
from claims.claims.actions import file_claim, unfile_claim
from claims.models import Claim
from core.actions import action, save
from studies.models import Study, Topic
from studies.topics.models import StudyTopic


@action
def add_topic(*, name: str, by: User, reason: str = "") -> Topic:
    """The topic of this name, upper or lower case alike; made where there is none."""
    require(by, Permission.CURATE_CLAIMS)
    known = Topic.objects.current().filter(name__iexact=name.strip()).first()
    return known or save(Topic(name=name.strip()))


@action
def rename_topic(*, topic: Topic, name: str, by: User, reason: str = "") -> Topic:
    """Give a topic another name."""
    require(by, Permission.CURATE_CLAIMS)
    return save(topic, name=name.strip())


@action
def set_topics(
    *, claim: Claim, names: Iterable[str], by: User, reason: str = ""
) -> Claim:
    """File a claim under the topics of these names, and under no others.

    A name that no topic has, upper or lower case alike, makes one.
    """
    require(by, Permission.CURATE_CLAIMS)
    wanted = {name.strip().lower(): name for name in names if name.strip()}
    there = {topic.name.lower(): topic for topic in claim.topics.all()}
    for key in there.keys() - wanted.keys():
        unfile_claim(claim=claim, topic=there[key], by=by)
    for key in [key for key in wanted if key not in there]:
        topic = add_topic(name=wanted[key], by=by)
        file_claim(claim=claim, topic=topic, by=by)
    return claim


@action
def file_study(*, study: Study, topic: Topic, by: User, reason: str = "") -> StudyTopic:
    """File a study under a topic; filing it again changes nothing."""
    require(by, Permission.EDIT_STUDIES)
    known = StudyTopic.objects.filter(study=study, topic=topic).first()
    return known or save(StudyTopic(study=study, topic=topic))


@action
def unfile_study(*, study: Study, topic: Topic, by: User, reason: str = "") -> None:
    """Take a study out of a topic."""
    require(by, Permission.EDIT_STUDIES)
    StudyTopic.objects.filter(study=study, topic=topic).delete()
