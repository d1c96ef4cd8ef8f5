"""Two people send one table at the same moment: it is stored once."""

from functools import partial

import pytest
from django.test import Client

from studies.models import Result
from tests import factories as make
from tests.at_once import at_once
from tests.studies.tables.test_pages import fields_in, read

pytestmark = pytest.mark.django_db(transaction=True)
PASTED = (
    "Table 2 of the report of this\t\t\n\tA\tB\nFever\t4/12\t5/12\nPain\t3/12\t6/12"
)


def test_of_two_who_send_one_table_one_stores_it():
    clients = [Client(), Client()]
    clients[0].force_login(make.a_curator())
    clients[1].force_login(make.an_editor())
    for _ in range(5):
        address = f"/studies/{make.a_study().pk}/results/table/"
        said = fields_in(read(clients[0], address, PASTED)) | {"do": "store"}
        sending = [partial(client.post, address, said) for client in clients]
        statuses = sorted(answer.status_code for answer in at_once(*sending))
        assert statuses == [302, 422]
    assert Result.objects.count() == 5 * 2
