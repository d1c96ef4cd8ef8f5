"""What every answer passes, besides Django's own middleware."""

import codecs
from ipaddress import ip_address

from django.conf import settings
from django.http import QueryDict
from django.shortcuts import render

from core.api.problems import problem_answer
from core.limits import Places, visitor_of

FORWARDED = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REQUEST_ID",
)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
FORM = "application/x-www-form-urlencoded"
FORM_AROUND_A_FILE = 1_000_000  # bytes
MOST_PARAMETERS = 1_000
COMING_IN = (
    "Another long file of yours, or of others, is still coming in. Send this again in "
    "a minute."
)
REFUSED_FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")


def trust_proxies(get_response):
    """Believe what a proxy says about the visitor if TRUSTED_PROXIES names it.

    Then REMOTE_ADDR becomes the visitor's address, and X-Forwarded-Proto counts: its
    last word, which is the nearest proxy's. From anybody else the headers are taken
    out, so that nothing further in can believe them. ``config.server`` saw to it that
    they are those a proxy wrote.
    """

    def middleware(request):
        meta = request.META
        if is_trusted(meta.get("REMOTE_ADDR", "")):
            meta["REMOTE_ADDR"] = visitor(
                meta["REMOTE_ADDR"], meta.get("HTTP_X_FORWARDED_FOR", "")
            )
            scheme = meta.get("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2]
            meta["HTTP_X_FORWARDED_PROTO"] = scheme.strip().lower()
        else:
            for name in FORWARDED:
                meta.pop(name, None)
        return get_response(request)

    return middleware


def visitor(nearest: str, forwarded_for: str) -> str:
    """The address furthest along the chain that only trusted proxies vouch for.

    Read from the right, where the nearest proxy wrote; a visitor can invent what
    stands to the left of the first address that is no proxy of ours.
    """
    address = nearest
    for claimed in reversed([part.strip() for part in forwarded_for.split(",")]):
        if not is_trusted(address) or not is_address(claimed):
            break
        address = claimed
    return address


def is_trusted(address: str) -> bool:
    """Whether an address is one of the proxies in TRUSTED_PROXIES."""
    if not is_address(address):
        return False
    return any(ip_address(address) in each for each in settings.TRUSTED_PROXIES)


def is_address(text: str) -> bool:
    """Whether a text is an IP address."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def refuse_what_no_page_takes(get_response):
    """Refuse methods that no address has, no lengths, and forms in other encodings.

    TRACE would hand back the headers that a proxy added.
    """

    def middleware(request):
        if request.method not in METHODS:
            sentence = "No address here takes this method."
            answer = refused(request, sentence, 405)
            answer["Allow"] = ", ".join(METHODS)
            return answer
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()):
            return refused(request, "Its Content-Length is no number of bytes.", 400)
        if request.content_type == FORM and request.encoding:
            if codecs.lookup(request.encoding).name != "utf-8":
                sentence = (
                    "A form is read as UTF-8; this says that it is something else."
                )
                return refused(request, sentence, 415)
            request.encoding = "utf-8"  # Django takes it by no other of its names
        return get_response(request)

    return middleware


def refuse_what_is_too_long(get_response):
    """Refuse what is longer than any form takes, before it is read and put on disk.

    A visitor who has not signed in sends articles at most, others files of references:
    one at a time each, so that whoever sends slowly leaves the threads to others.
    """
    coming_in = Places(settings.HEAVY_AT_ONCE + settings.HEAVY_WAITING)

    def middleware(request):
        if has_too_many_parameters(request):
            sentence = "The address holds more parameters than any page reads."
            return refused(request, sentence, 400)
        sent = int(request.META.get("CONTENT_LENGTH") or 0)
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if sent > most and request.user.is_authenticated:
            most = max(most, settings.REFERENCES_MAX_BYTES + FORM_AROUND_A_FILE)
        if sent > most:
            sentence = f"This sends {sent:,} bytes; at most {most:,} are taken in."
            return refused(request, sentence, 413)
        if sent <= settings.READ_AHEAD:
            return get_response(request)
        who = visitor_of(request)
        if not coming_in.take(who):
            answer = refused(request, COMING_IN, 503)
            answer["Retry-After"] = "60"
            return answer
        try:
            return get_response(request)
        finally:
            coming_in.leave(who)

    return middleware


def has_too_many_parameters(request):
    """Whether an address has more parameters than any page reads.

    Pages then see none. A form may have more fields: the cells of a table.
    """
    if request.META.get("QUERY_STRING", "").count("&") < MOST_PARAMETERS:
        return False
    request.GET = QueryDict()
    return True


def refused(request, sentence, status):
    """A refusal as a page, or as a problem for a program."""
    if request.path.startswith("/api/"):
        return problem_answer(status, sentence)
    context = {"sentence": sentence, "status": status}
    return render(request, "refused.html", context, status=status)


def refuse_device_features(get_response):
    """Tell browsers that no page asks for camera, place or the like."""
    policy = ", ".join(f"{feature}=()" for feature in REFUSED_FEATURES)

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", policy)
        return response

    return middleware
