"""Topics, and the studies filed under them."""

from accounts.models import User
from accounts.permissions import Permission, require
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
