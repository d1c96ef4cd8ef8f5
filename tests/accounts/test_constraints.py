"""What the database itself refuses of accounts."""

import pytest
from django.db import IntegrityError, connection

from accounts.models import User

pytestmark = pytest.mark.django_db
INSERT = """
    INSERT INTO accounts_user (
        username, display_name, email, password, role,
        is_active, is_system, sample, joined_at
    ) VALUES (%s, 'Example', '', '!', %s, true, %s, false, now())
"""


def insert(name, role="reader", is_system=False):
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [name, role, is_system])


def test_a_name_in_other_capitals_is_taken():
    insert("kim")
    with pytest.raises(IntegrityError, match="user_name_once"):
        insert("KIM")


def test_a_role_has_to_be_one():
    with pytest.raises(IntegrityError, match="user_role_known"):
        insert("kim", role="emperor")


def test_there_is_one_system_account():
    assert User.objects.system()
    with pytest.raises(IntegrityError, match="user_one_system"):
        insert("second", is_system=True)
