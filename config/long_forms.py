"""Long forms, taken apart so that pages do not wait for it.

Python's ``unquote`` takes some steps of the interpreter for each escaped byte, a second
for three million brackets and three more where no escape is whole; all threads wait
meanwhile. Here C does it, in a thirtieth of that.
"""

import re
from binascii import a2b_qp

from django.conf import settings
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from config.middleware import FORM, refused

NO_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
NOT_ESCAPED = "This is no form as browsers send it: a % stands in it for itself."
TOO_MANY = "This form has {has:,} fields; at most {most:,} are read."


class Unreadable(Exception):
    """A form that no browser sends, or no page reads; with a sentence."""


def read_long_forms(get_response):
    """Take long forms apart before Django would."""

    def middleware(request):
        if is_long_form(request):
            try:
                form = form_of(request.body)
            except Unreadable as problem:
                return refused(request, str(problem), 400)
            # Where Django keeps what it read, and looks before it reads.
            request._post, request._files = form, MultiValueDict()
        return get_response(request)

    return middleware


def is_long_form(request):
    """Whether a request holds a form that would take Django long."""
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    return (
        request.method == "POST"
        and request.content_type == FORM
        and sent > settings.HEAVY_FROM_BYTES
    )


def form_of(body):
    """The fields of a form, as Django has them. Raises Unreadable."""
    has, most = body.count(b"&") + 1, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    if has > most:
        raise Unreadable(TOO_MANY.format(has=has, most=most))
    if NO_ESCAPE.search(body):
        raise Unreadable(NOT_ESCAPED)
    try:
        body.decode()
    except UnicodeDecodeError:
        body = body.decode("latin-1").encode()
    form = QueryDict(mutable=True)
    for field in body.split(b"&"):
        if field:
            name, _, value = field.partition(b"=")
            form.appendlist(unescaped(name), unescaped(value))
    form._mutable = False
    return form


def unescaped(text):
    """A name or a value as it was before it was escaped.

    MIME's quoted-printable escapes bytes alike, by another sign, and C undoes it.
    """
    quoted = text.replace(b"+", b" ").replace(b"=", b"=3D").replace(b"%", b"=")
    return a2b_qp(quoted).decode(errors="replace")
