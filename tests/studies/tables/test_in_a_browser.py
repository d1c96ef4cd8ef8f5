"""A table of forty rows pasted and stored by a person, on every screen."""

import pytest
from playwright.sync_api import expect

from studies.models import Result
from tests import factories as make
from tests.person import Person

pytestmark = pytest.mark.django_db(transaction=True)
AT_MOST = 60  # seconds for forty rows of eight columns

HEAD = """<tr><td rowspan=2>Outcome</td><td rowspan=2>Time</td>
<td colspan=2>Examplin 5 mg (n = 1,220)</td><td colspan=2>Placebo (n = 1,223)</td>
<td rowspan=2>Effect (95 % CI)</td><td rowspan=2>P</td></tr>
<tr><td>n</td><td>%</td><td>n</td><td>%</td></tr>"""


def forty_rows():
    """HTML as spreadsheets copy it: thirty-eight outcomes, a bad cell, a total."""
    rows = []
    for n in range(1, 40):
        one, two = 40 + n, 80 + 2 * n
        shares = [f"{100 * a / b:.1f}" for a, b in ((one, 1220), (two, 1223))]
        ratio = one * 1223 / 1220 / two
        half = 1.96 * (1 / one - 1 / 1220 + 1 / two - 1 / 1223) ** 0.5
        low, high = ratio / 2.71828**half, ratio * 2.71828**half
        effect = f"{ratio:.2f} ({low:.2f}–{high:.2f})"
        cells = [f"Outcome {n}", f"{n} weeks", one, shares[0], two, shares[1]]
        rows.append([*cells, effect, "<0·05" if high < 1 else "n.s."])
    rows[6][2] = "4-Dec"
    rows.append(["Total", "", 9999, "", 9999, "", "", ""])
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table>{HEAD}{body}</table>"


def copy(page, markup):
    """Put a table on the clipboard, as a spreadsheet does."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """async (html) => {
            const as = (type, text) => new Blob([text], { type });
            await navigator.clipboard.write([new ClipboardItem({
                "text/html": as("text/html", html),
                "text/plain": as("text/plain", "a\\tb"),
            })]);
        }""",
        markup,
    )


SMALL = """\tExamplin (n = 120)\tPlacebo (n = 123)\tEffect (95 % CI)
Fever\t4 (3.3)\t11 (8.9)\tRR 4.0 [2.1, 7.6]
Stay\t12 (8–20)\t14 (9–22)\t0.8 (0.7–1.2)
Rash\t4-Dec\t1,234\t
Total\t99\t99\t"""


def test_a_table_is_readable_on_every_screen(page, axe, looks_well, sign_in):
    study = make.a_study(label="Example 2001")
    make.a_result(study=study, p_value="0.03")
    sign_in(make.a_curator())
    page.goto(f"/studies/{study.pk}/results/table/")
    axe()
    page.get_by_label("Paste the table here").fill(SMALL)
    page.get_by_role("button", name="Read it", exact=True).click()
    expect(page.get_by_text("What the table leaves open")).to_be_visible()
    looks_well()


def test_forty_rows_are_pasted_and_stored_in_a_minute(page, sign_in, capsys):
    study = make.a_study(label="Example 2001")
    sign_in(make.a_curator())
    person = Person(page)
    person.goes_to(f"/studies/{study.pk}/results/table/")
    copy(page, forty_rows())
    person.clicks_on(page.get_by_label("Paste the table here"))
    person.presses("Control+V")
    person.reads(page.get_by_text("Which effect measure is"))
    person.clicks_on(page.get_by_role("radio", name="risk ratio"))
    expect(page.locator("#sum")).to_contain_text("38 results go in; 1 row waits")
    person.reads(page.get_by_text("“4-Dec” looks like"))
    person.clicks_on(page.get_by_label("Row 9, column 3"))
    person.presses("Control+A")
    person.types("47")
    person.clicks_on(page.get_by_label("Table, page or section"))
    person.types("Table 2")
    expect(page.locator("#sum")).to_contain_text("39 results go in.")
    person.clicks_on(page.get_by_role("button", name="Store these results"))
    expect(page.locator("#messages")).to_contain_text("39 results are stored")
    assert Result.objects.filter(metric="rr", place="Table 2").count() == 39
    with capsys.disabled():
        print(f"\n40 rows × 8 columns: {person}")
    assert person.seconds <= AT_MOST


def test_what_was_typed_waits_where_the_session_ended(page, sign_in, client):
    study = make.a_study(label="Example 2001")
    curator = make.a_curator()
    sign_in(curator)
    address = f"/studies/{study.pk}/results/table/"
    page.goto(address)
    page.get_by_label("Paste the table here").fill(SMALL)
    page.get_by_role("button", name="Read it", exact=True).click()
    page.get_by_label("Row 2, column 2").fill("5/120")
    client.logout()
    page.get_by_role("button", name="Store these results").click()
    page.wait_for_url("**/accounts/sign-in/**")
    sign_in(curator)
    page.goto(address)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Row 2, column 2")).to_have_value("5/120")
    page.get_by_label("Row 2, column 4").fill("")
    page.get_by_label("Table, page or section").fill("Table 2")
    page.get_by_role("button", name="Store these results").click()
    expect(page.locator("#messages")).to_contain_text("1 result is stored")
    page.goto(address)  # the rows that were not stored wait on
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_text("Left out: left out.")).to_have_count(1)
    page.goto(address)
    page.get_by_role("button", name="Drop it").click()
    page.goto(address)
    expect(page.get_by_role("button", name="Bring it back")).to_have_count(0)
