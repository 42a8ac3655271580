"""The public surface as OpenAPI 3.1, generated from the types that validate requests."""

from typing import Any

import msgspec

from queueing.commands import AnyCommand
from queueing.events import AnyEvent

REF = "#/components/schemas/{name}"
STRING = {"type": "string"}


def document() -> dict[str, Any]:
    """Describe every path."""
    (command, event), components = msgspec.json.schema_components(
        (AnyCommand, AnyEvent), ref_template=REF
    )
    components |= {"Command": command, "Event": event, "Problem": PROBLEM, "Answer": ANSWER}
    paths: dict[str, Any] = {}
    for path, verb, operation in OPERATIONS:
        paths.setdefault(path, {})[verb] = operation
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
IN_PATH = ("token", "college_id", "preview")
SIGNED_IN: list[dict[str, list[str]]] = [{"bearer": []}, {"session": []}]


def _json(schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"content": {kind: {"schema": schema}}}


def _operation(
    summary: str,
    *refusals: int,
    done: int = 200,
    body: dict[str, Any] | None = None,
    answer: dict[str, Any] | None = None,
    parameters: tuple[str, ...] = (),
    signed_in: bool = False,
) -> dict[str, Any]:
    problem = _json({"$ref": REF.format(name="Problem")}, "application/problem+json")
    told: dict[str, Any] = {"description": "done"}
    if done != 204:
        told |= _json(answer or {"type": "object"})
    operation: dict[str, Any] = {
        "summary": summary,
        "responses": {str(done): told}
        | {str(status): {"description": "refused"} | problem for status in refusals},
        "parameters": [
            {
                "name": name,
                "in": "path" if name in IN_PATH else "query",
                "required": name in (*IN_PATH, "venue"),
                "schema": {"type": "integer"} if name in ("after", "limit", "version") else STRING,
            }
            for name in parameters
        ],
    }
    if body is not None:
        operation["requestBody"] = {"required": True} | _json(body)
    return operation | ({"security": SIGNED_IN} if signed_in else {})


def _object(*fields: str) -> dict[str, Any]:
    kinds = {field: {"type": "object"} if field == "settings" else STRING for field in fields}
    return {"type": "object", "required": list(fields), "properties": kinds}


FILE = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": {"type": "string", "format": "binary"}},
}
OPERATIONS = [
    ("/api/commands", "post", _operation(
        "Give one command", 400, 401, 403, 404, 409, 413, 415, 503,
        body={"$ref": REF.format(name="Command")}, answer={"$ref": REF.format(name="Answer")},
        signed_in=True)),
    ("/api/board", "get", _operation("Read what the wall shows", 400, 404, parameters=("venue",))),
    ("/api/roll", "get", _operation("Read the classes", 400, 404, parameters=("venue",))),
    ("/api/desk", "get", _operation(
        "Read what the console shows", 400, 401, 403, 404, parameters=("venue",), signed_in=True)),
    ("/api/tickets/{token}", "get", _operation(
        "Read one ticket", 404, 410, parameters=("token",))),
    ("/api/journal", "get", _operation(
        "Read the events after a version", 400, 401, 403, 404,
        parameters=("venue", "after", "limit"), signed_in=True)),
    ("/api/timeline", "get", _operation(
        "Read the day as a picture, as it is or was at a version or time", 400, 401, 403, 404,
        parameters=("venue", "version", "at"), signed_in=True)),
    ("/api/rehearsal", "post", _operation(
        "Simulate days of the plan", 400, 401, 403, 413, 415,
        body={"type": "object"}, signed_in=True)),
    ("/api/rehearsal", "get", _operation(
        "Read how far the simulation is, or what it came to", 401, 403, signed_in=True)),
    ("/api/roster", "get", _operation(
        "List a class's students, or find some by name, number or initials", 400, 401, 404,
        parameters=("venue", "class_id", "q"), signed_in=True)),
    ("/api/roster/students", "post", _operation(
        "Add a student by hand", 400, 401, 403, 404, 409, 413, 415,
        body=_object("number", "name", "college_id"), signed_in=True)),
    ("/api/roster/preview", "post", _operation(
        "Show what a roster file gives", 400, 401, 403, 413, signed_in=True)
        | {"requestBody": {"required": True} | _json(FILE, "multipart/form-data")}),
    ("/api/roster/preview/{preview}", "post", _operation(
        "Say which column is which, or which sheet to read", 400, 401, 403, 404, 413, 415,
        body={"type": "object"}, parameters=("preview",), signed_in=True)),
    ("/api/roster/take", "post", _operation(
        "Take a file that was shown", 400, 401, 403, 404, 413, 415,
        body=_object("preview"), signed_in=True)),
    ("/api/balance", "get", _operation(
        "Read the account of every class", 400, 401, 403, 404, parameters=("venue",),
        signed_in=True)),
    *(
        (f"/api/sheets/{{college_id}}.{kind}", "get", _operation(
            f"Read a college's or class's fee sheet ({kind})", 401, 403, 404,
            parameters=("college_id", "class_id"), signed_in=True))
        for kind in ("xlsx", "html")
    ),
    *(
        (f"/api/report{kind}", "get", _operation(
            "Read the day report", 401, 403, 404, signed_in=True))
        for kind in ("", ".xlsx", ".html")
    ),
    ("/api/sign-in", "post", _operation(
        "Sign staff in", 400, 401, 413, 415, 429, done=204, body=_object("pin"))),
    ("/api/pair", "post", _operation(
        "Pair a kiosk", 400, 401, 413, 415, 429, done=204, body=_object("code"))),
    ("/api/sign-out", "post", _operation("Sign out", done=204)),
    ("/api/openapi.json", "get", _operation("Read this document")),
    ("/api/printers", "get", _operation(
        "Tell which printers are used and how they are, and which are plugged in", 401, 403, 503,
        signed_in=True)),
    ("/api/printers", "post", _operation(
        "Use these printers and no others, and remember them", 400, 401, 403, 409, 413, 415, 503,
        body={"type": "object"}, signed_in=True)),
    ("/api/printers/scan", "post", _operation(
        "Look for printers", 400, 401, 403, 413, 415, 503, body={"type": "object"},
        signed_in=True)),
    ("/api/printers/try", "post", _operation(
        "Print a test page and tell what came of it", 400, 401, 403, 409, 413, 415, 503,
        body=_object("uri"), signed_in=True)),
    ("/api/walls", "get", _operation(
        "Read what is set for the walls", 400, 401, 403, 404,
        parameters=("venue",), signed_in=True)),
    ("/api/walls", "post", _operation(
        "Set the walls' sound and dimming", 400, 401, 403, 404, 413, 415, 503,
        done=204, body=_object("venue", "settings"), signed_in=True)),
    ("/api/walls/test", "post", _operation(
        "Let one wall be heard", 400, 401, 403, 404, done=204, body=_object("venue", "id"),
        signed_in=True)),
    ("/api/walls/forget", "post", _operation(
        "Take a screen off the list", 400, 401, 403, done=204, body=_object("venue", "id"),
        signed_in=True)),
    ("/healthz", "get", _operation("Ask whether a check-in would be stored now", 503)),
]  # fmt: skip
