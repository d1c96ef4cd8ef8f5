"""A version's page from facts, and its words."""

from html.parser import HTMLParser

from tests import factories as make


class _Words(HTMLParser):
    """The text between <main> and </main>, a space between any two pieces.

    Pictures are left out: they are drawn anew each time, and hold no word or number
    that does not stand in the text. So is what became of the version since, and what is
    taken along of it, which names the host.
    """

    def __init__(self):
        super().__init__()
        self.inside, self.left_out, self.found = False, "", []

    def handle_starttag(self, tag, attrs):
        self.inside = self.inside or tag == "main"
        since = "since" in (dict(attrs).get("class") or "").split()
        if not self.left_out and (tag in ("figure", "nav") or since):
            self.left_out = tag

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "main"
        self.left_out = "" if tag == self.left_out else self.left_out

    def handle_data(self, data):
        if self.inside and not self.left_out:
            self.found += data.split()


def words_of(page):
    """The words of a page's main part, in one line."""
    parser = _Words()
    parser.feed(page)
    return " ".join(parser.found)


def page_of(client, facts):
    """The page of a version that stored these facts."""
    version = make.a_claim_version(facts=facts)
    answer = client.get(f"/claims/{version.claim_id}/v{version.number}/")
    assert answer.status_code == 200
    return answer.content.decode()


def printed(client, facts):
    """The words of the page of a version that stored these facts."""
    return words_of(page_of(client, facts))
