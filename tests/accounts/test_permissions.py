"""Roles, permissions and the table between them."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.permissions import (
    ADDED_BY_ROLE,
    Permission,
    Role,
    can,
    permissions_of,
    require,
)
from core.errors import NotAllowed


def person(role, **fields):
    return User(username="kim", display_name="Kim Example", role=role, **fields)


def test_every_role_has_its_line_in_the_table():
    assert list(ADDED_BY_ROLE) == list(Role)


def test_every_permission_is_given_by_exactly_one_line():
    given = [permission for line in ADDED_BY_ROLE.values() for permission in line]
    assert sorted(given) == sorted(Permission)


def test_each_role_may_do_all_that_the_role_before_it_may():
    roles = list(Role)
    for lower, higher in zip(roles, roles[1:], strict=False):
        assert permissions_of(lower) < permissions_of(higher)


def test_a_reviewer_grades_and_an_editor_publishes():
    assert can(person(Role.REVIEWER), Permission.GRADE)
    assert not can(person(Role.REVIEWER), Permission.PUBLISH)
    assert can(person(Role.EDITOR), Permission.PUBLISH)


def test_a_contributor_brings_in_and_comments_and_puts_nothing_else_in_order():
    contributor = person(Role.CONTRIBUTOR)
    assert can(contributor, Permission.KEEP_ARTICLES)
    assert can(contributor, Permission.IMPORT_REFERENCES)
    assert can(contributor, Permission.COMMENT)
    for permission in (Permission.EDIT_ARTICLES, Permission.CURATE_CLAIMS):
        assert not can(contributor, permission)
        assert can(person(Role.CURATOR), permission)


def test_a_closed_account_may_do_nothing():
    assert not can(person(Role.ADMIN, is_active=False), Permission.GRADE)


def test_a_visitor_is_asked_to_sign_in():
    with pytest.raises(NotAllowed) as refused:
        require(AnonymousUser(), Permission.GRADE)
    assert refused.value.sentence == "Sign in to grade evidence."


def test_a_refusal_names_the_role_that_it_takes_and_the_role_one_has():
    with pytest.raises(NotAllowed) as refused:
        require(person(Role.CURATOR), Permission.PUBLISH)
    assert refused.value.sentence == (
        "You may not publish verdicts and corrections: that needs the role editor, "
        "and yours is curator."
    )


def test_who_may_is_let_through():
    require(person(Role.EDITOR), Permission.PUBLISH)
