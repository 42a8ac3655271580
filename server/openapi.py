"""The public surface as OpenAPI 3.1, generated from the types that validate requests."""

import re
from typing import Any

import msgspec
from flask import Blueprint, Response

from queueing.commands import AnyCommand
from queueing.events import AnyEvent
from server.operations import JSON, OPERATIONS, Operation
from web.wire import reply

REF = "#/components/schemas/{name}"
STRING = {"type": "string"}
NUMBERS = ("after", "limit", "version")
SIGNED_IN: list[dict[str, list[str]]] = [{"bearer": []}, {"session": []}]


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": REF.format(name=name)}


def openapi_routes() -> Blueprint:
    """Serve the document."""
    routes = Blueprint("openapi", __name__, url_prefix="/api")

    @routes.get("/openapi.json")
    def read() -> Response:
        """Describe all this as OpenAPI 3.1."""
        return reply(document())

    return routes


def document() -> dict[str, Any]:
    """Describe every path."""
    bodies = dict.fromkeys(operation.body for operation in OPERATIONS if operation.body)
    (event, *schemas), components = msgspec.json.schema_components(
        (AnyEvent, *bodies), ref_template=REF
    )
    bodies = dict(zip(bodies, schemas, strict=True))
    components |= {"Command": bodies[AnyCommand], "Event": event}
    components |= {"Problem": PROBLEM, "Answer": ANSWER}
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        body = bodies.get(operation.body)
        paths.setdefault(operation.path, {})[operation.verb] = _described(operation, body)
    return {
        "openapi": "3.1.0",
        "info": {"title": "paizhao", "version": "0.1.0"},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "paizhao_session"},
            },
        },
    }


PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": STRING,
        "title": STRING,
        "status": {"type": "integer"},
        "code": STRING,
        "reason": STRING,
        "field": STRING,
        "detail": STRING,
    },
}
ANSWER = {
    "type": "object",
    "required": ["version", "events", "ticket"],
    "properties": {
        "version": {"type": "integer"},
        "events": {"type": "array", "items": {"type": "object"}},
        "ticket": {"type": ["object", "null"]},
        "replayed": {"type": "boolean"},
    },
}
FILE = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": {"type": "string", "format": "binary"}},
}


def _described(of: Operation, body: dict[str, Any] | None) -> dict[str, Any]:
    response: dict[str, Any] = {"description": "done"}
    if of.done != 204:
        schema = _ref(of.response) if of.response else {"type": "object"}
        response["content"] = {of.kind: {"schema": schema} if of.kind == JSON else {}}
    problem = {"content": {"application/problem+json": {"schema": _ref("Problem")}}}
    described: dict[str, Any] = {
        "summary": of.summary,
        "responses": {str(of.done): response}
        | {str(status): {"description": "refused"} | problem for status in of.refusals},
        "parameters": [
            {
                "name": name,
                "in": place,
                "required": required,
                "schema": {"type": "integer"} if name in NUMBERS else STRING,
            }
            for place, required, names in (
                ("path", True, re.findall(r"{(\w+)}", of.path)),
                ("query", True, of.required),
                ("query", False, of.optional),
            )
            for name in names
        ],
    }
    taken = {"multipart/form-data": FILE} if of.file else {JSON: body} if body else {}
    if taken:
        content = {kind: {"schema": schema} for kind, schema in taken.items()}
        described["requestBody"] = {"required": True, "content": content}
    return described | ({"security": SIGNED_IN} if of.signed_in else {})
