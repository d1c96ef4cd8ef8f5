"""From an address that leads nowhere to the nearest pages that are there."""

from django.conf import settings
from django.http import HttpRequest

from core.ids import LARGEST_ID
from core.models import KeptModel
from core.navigation import Link, address
from core.nouns import model_of


def nearest(request: HttpRequest) -> list[Link]:
    """The pages above a request's address, the nearest first.

    A row's page is named where there is such a row, and everybody knows of rows of its
    kind: those of blind rounds are not asked for. Where reading needs a sign-in, nobody
    else is told which rows there are.
    """
    may_read = settings.READING == "open" or request.user.is_authenticated
    parts = [part for part in request.path.split("/") if part]
    found: list[Link] = []
    for length in range(len(parts) - 1, 0, -1):
        path = f"/{'/'.join(parts[:length])}/"
        is_row = parts[length - 1].isdecimal() and length > 1
        href = address(path)
        if not href:
            continue
        if not is_row:
            found.append(Link(_in_words(parts[length - 1]), href))
        elif may_read and _is_there(parts[length - 2], int(parts[length - 1])):
            kind = _in_words(_one_of(parts[length - 2]))
            found.append(Link(f"{kind} {parts[length - 1]}", href))
            if history := address(f"{path}history/"):
                found.append(Link("Its history and versions", history))
    return found


def _is_there(collection: str, number: int) -> bool:
    """Whether a collection of public rows has one of this number."""
    try:
        model = model_of(_one_of(collection).replace("-", ""))
    except KeyError:
        return False
    if not issubclass(model, KeptModel) or number > LARGEST_ID:
        return False
    return model._base_manager.filter(pk=number).exists()


def _one_of(collection: str) -> str:
    if collection.endswith("ies"):
        return f"{collection[:-3]}y"
    return collection.removesuffix("s")


def _in_words(part: str) -> str:
    return part.replace("-", " ").capitalize()
