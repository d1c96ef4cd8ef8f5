"""Two people save one row at the same moment: one is stored, one is shown the other."""

from functools import partial

import pytest
from django.test import Client

from studies.models import Report
from tests import factories as make
from tests.at_once import at_once
from tests.html import as_sent

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 10


def a_study():
    return f"/studies/{make.a_study().pk}/edit/", {"setting": "A clinic"}


def a_result():
    typed = {"place": "Table 2", "reason": "Misread."}
    return f"/results/{make.a_result().pk}/edit/", typed


def an_outcome():
    return f"/outcomes/{make.an_outcome().pk}/edit/", {"unit": "days"}


def a_withdrawal():
    return f"/results/{make.a_result().pk}/withdraw/", {"reason": "Entered twice."}


def a_difference():
    return f"/results/{make.a_result().pk}/dispute/", {"source_says": "0.52"}


def sent_at_once(clients, address, said):
    sending = [partial(client.post, address, said) for client in clients]
    return [answer.status_code for answer in at_once(*sending)]


def two_people():
    clients = [Client(), Client()]
    clients[0].force_login(make.an_editor())
    clients[1].force_login(make.an_admin())
    return clients


@pytest.mark.parametrize(
    "thing", [a_study, a_result, an_outcome, a_withdrawal, a_difference]
)
def test_of_two_who_saw_the_same_one_is_stored(thing):
    clients = two_people()
    for _ in range(ROUNDS):
        address, typed = thing()
        said = as_sent(clients[0].get(address), **typed)
        assert sent_at_once(clients, address, said).count(302) == 1


def test_of_two_who_give_a_report_a_role_one_is_stored():
    clients = two_people()
    for _ in range(ROUNDS):
        report = make.a_report()
        said = {"do": "role", "row": report.pk, "role": "protocol"}
        said |= {"revision": report.revision}
        address = f"/studies/{report.study_id}/reports/"
        assert sent_at_once(clients, address, said).count(302) == 1
        assert Report.objects.get(pk=report.pk).revision == 2
