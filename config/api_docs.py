"""The page of the API: its collections in groups, what each takes, and examples.

It is drawn from the schema, so that it says what the schema says.
"""

import re
from functools import cache

from django.conf import settings
from django.shortcuts import render
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView

from core.api.going import GOING

METHODS = ("get", "post", "patch")
PULL_AND_PUSH = settings.BASE_DIR / "docs" / "pull-and-push.md"


def api_docs(request, groups):
    """The page: ``groups`` has the names of collections, by heading."""
    described = collections()
    context = {
        "groups": [
            (heading, [described[name] for name in names])
            for heading, names in groups.items()
        ],
        "script": script(),
        "going": GOING,
        "version": settings.API_VERSION,
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "config/api_docs.html", context)


@cache
def script():
    """The script of docs/pull-and-push.md, which a test runs."""
    text = PULL_AND_PUSH.read_text()
    return re.search(r"^```python\n(.+?)^```", text, re.MULTILINE | re.DOTALL)[1]


@cache
def the_schema():
    """What the API takes and answers: slow to make, and the same whoever asks."""
    return SchemaGenerator().get_schema(request=None, public=True)


class SchemaMadeOnce(SchemaGenerator):
    """Gives what was made for whoever asked first in this process."""

    def get_schema(self, request=None, public=False):
        """The schema of all that there is, whatever is asked for."""
        return the_schema()


class WrittenOnce:
    """A renderer of the schema that keeps what it wrote: in YAML that takes long."""

    def render(self, data, *about):
        """What was written of the schema; of a problem, what there is to write."""
        if data is not the_schema():
            return super().render(data, *about)
        return self.written()

    @classmethod
    @cache
    def written(cls):
        """The schema, as this kind of renderer writes it."""
        return super(WrittenOnce, cls()).render(the_schema())


class SchemaView(SpectacularAPIView):
    """The schema, made once and written once in each format, whoever asks."""

    generator_class = SchemaMadeOnce
    renderer_classes = [
        type(each.__name__, (WrittenOnce, each), {})
        for each in SpectacularAPIView.renderer_classes
    ]


@cache
def collections():
    """Each collection with its operations, by name."""
    schema, found = the_schema(), {}
    for path, operations in schema["paths"].items():
        for method in METHODS:
            if method not in operations:
                continue
            operation = operations[method]
            (name,) = operation["tags"]
            told = found.setdefault(
                name, {"name": name, "about": first_line(operation), "operations": []}
            )
            told["operations"].append(operation_of(schema, path, method, operation))
    return found


def operation_of(schema, path, method, operation):
    """One operation as the page tells it."""
    known = operation.get("parameters", ())
    return {
        "method": method.upper(),
        "path": path,
        "about": operation.get("description", ""),
        "narrowed_by": [each for each in known if each["in"] == "query"],
        "headers": [each["name"] for each in known if each["in"] == "header"],
        "fields": fields_of(schema, operation),
    }


def fields_of(schema, operation):
    """The fields of the body an operation takes, those it needs first."""
    body = operation.get("requestBody")
    if not body:
        return []
    name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    shape = schema["components"]["schemas"][name]
    needed = set(shape.get("required", ()))
    fields = [
        {
            "name": field,
            "kind": kind_of(told),
            "about": told.get("description", ""),
            "needed": field in needed,
        }
        for field, told in shape["properties"].items()
    ]
    return sorted(fields, key=lambda field: not field["needed"])


def kind_of(told):
    """What a field holds, in a word."""
    named = told.get("format") or told.get("type") or "object"
    words = {"array": "list", "string": "text", "double": "number"}
    return words.get(named, named)


def first_line(operation):
    return operation.get("description", "").partition("\n")[0]
