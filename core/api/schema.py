"""What the OpenAPI schema says of every collection: envelope, paging, problems."""

from typing import Any

from rest_framework.pagination import BasePagination
from rest_framework.viewsets import GenericViewSet

from core.pager import MAX_SIZE, SIZE

ADDRESS = {"type": "string", "format": "uri", "nullable": True}
PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string", "description": "the status in words"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what is wrong in this case"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "field": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
        "revision": {
            "type": "integer",
            "nullable": True,
            "description": "of the record as it now stands, where a write lost a race",
        },
        "withdrawn": {
            "type": "object",
            "description": "who withdrew the record, when and why",
            "properties": {
                "at": {"type": "string", "format": "date-time"},
                "by": {"type": "string"},
                "reason": {"type": "string"},
                "versions": {
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "where a claim's versions stay to be read",
                },
            },
        },
    },
}
BEST_WORDS = (
    " Where words are searched for (`q`) the default is `best`, the best match first; "
    "of more than 10,000 matches none is ranked, and the default stays."
)


class Envelope(BasePagination):
    """Describes the paging that ``core.listing`` does."""

    def get_schema_operation_parameters(
        self, view: GenericViewSet
    ) -> list[dict[str, Any]]:
        words = [*view.orders, *(["best"] if view.best else [])]
        return [
            _parameter(
                "cursor",
                "Where the page begins, as `next` or `previous` gave it; opaque.",
                {"type": "string"},
            ),
            _parameter(
                "order",
                "What the rows are sorted by; - before it turns the order round."
                + (BEST_WORDS if view.best else ""),
                {
                    "type": "string",
                    "enum": [*words, *(f"-{word}" for word in words)],
                    "default": words[0],
                },
            ),
            _parameter(
                "size",
                "How many rows a page has.",
                {"type": "integer", "minimum": 1, "maximum": MAX_SIZE, "default": SIZE},
            ),
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": ADDRESS, "previous": ADDRESS},
        }


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def add_problems(
    result: dict[str, Any], generator: Any, request: Any, public: bool
) -> dict[str, Any]:
    """Hook of the schema generator: every operation may answer with a problem."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = PROBLEM
    answer = {
        "description": "What went wrong",
        "content": {
            "application/problem+json": {
                "schema": {"$ref": "#/components/schemas/Problem"}
            }
        },
    }
    for operations in result.get("paths", {}).values():
        for operation in operations.values():
            operation.get("responses", {}).setdefault("default", answer)
    return result
