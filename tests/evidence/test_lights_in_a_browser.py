"""Lights are readable on a narrow screen, in both themes."""

import pytest

from tests import factories as make
from tests.evidence.facts.claims import CLAIMS

pytestmark = pytest.mark.django_db(transaction=True)


def test_lights_are_accessible_and_fit_a_narrow_screen(
    page, sign_in, look_at, live_server
):
    claim = CLAIMS["appraised"]()
    study = claim.bases.get().items.first().result.study_id
    addresses = [f"{live_server.url}/claims/{claim.pk}/"]
    addresses += [f"{live_server.url}/studies/{study}/"]
    look_at(addresses, screens=[(390, "light"), (390, "dark")])
    assert page.locator(".traffic-light").count() == 1
    box = page.locator(".traffic-light").bounding_box()
    assert box["x"] + box["width"] <= 390
    sign_in(make.a_third_reviewer())
    look_at([f"{addresses[0]}grade/"], screens=[(390, "light"), (390, "dark")])
    lights = page.locator(".evidence .dots").first.bounding_box()
    assert lights["height"] >= 24  # as high as a thumb needs it
    assert lights["x"] + lights["width"] <= 390
