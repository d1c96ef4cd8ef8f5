"""A program with a token, as its person wrote it."""

from django.test import Client

from accounts.tokens.actions import make_token

API = "/api/v1"


class Program:
    """Speaks JSON to the API, and says of what it changes that it saw it as it is."""

    def __init__(self, person, *, scope="write", name=""):
        made = make_token(by=person, name=name or f"Token {scope}", scope=scope)
        self.client = Client(headers={"Authorization": f"Token {made.secret}"})

    def get(self, address):
        return self.client.get(_whole(address))

    def etag(self, address):
        """The ETag that a row has now; "*" where it has none."""
        row = "/".join(_whole(address).split("/")[:5]) + "/"
        return self.client.get(row).headers.get("ETag", "*")

    def post(self, address, body=None, **headers):
        return self._send("post", address, body, headers)

    def patch(self, address, body=None, **headers):
        return self._send("patch", address, body, headers)

    def _send(self, method, address, body, headers):
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        if "If-Match" not in names and address.strip("/").count("/"):
            names["If-Match"] = self.etag(address)
        send = getattr(self.client, method)
        return send(
            _whole(address),
            {} if body is None else body,
            content_type="application/json",
            headers=names,
        )


def _whole(address):
    return address if address.startswith(API) else f"{API}{address}"
