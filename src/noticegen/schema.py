"""The form's JSON Schema, for editors that complete and check while one types."""

import json
from typing import Any

from noticegen import digest
from noticegen.model.explained import json_schema


def as_json() -> str:
    """Return the schema, draft 2020-12, labels in Chinese."""
    schema = json_schema()
    for part in (schema, *schema["$defs"].values()):
        part.pop("description", None)  # a class's docstring, written for developers
    schema = _loosened(schema)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "巡察整改填报表"
    return json.dumps(schema, ensure_ascii=False, indent=2)


def as_file() -> bytes:
    """Return the schema as a file, with a digest by which `new` knows it again."""
    opening, rest = "{", as_json().removeprefix("{")
    return digest.signed(f'{opening}\n  "$comment": "版本校验码 {digest.UNKNOWN}",{rest}\n')


def _loosened(node: Any) -> Any:  # noqa: ANN401  # a JSON tree
    """Let an editor take 239300 for a text: to it a bare number is none, to the form all are."""
    if isinstance(node, list):
        return [_loosened(item) for item in node]
    if not isinstance(node, dict):
        return node
    loose = {
        key: _loosened(value) for key, value in node.items() if key not in ("default", "title")
    }
    if str(loose.get("const", "")).isdigit():
        written = loose.pop("const")
        loose |= {"type": ["string", "number"], "enum": [written, int(written)]}
    if loose.get("type") == "string" and not loose.keys() & {"enum", "const"}:
        loose["type"] = ["string", "number", "boolean"]
    if loose.get("type") == "array" and loose.get("items", {}).get("type"):
        return {"anyOf": [loose, {"type": ["string", "number", "boolean"]}]} | {
            key: loose.pop(key) for key in ("description", "examples") if key in loose
        }
    return loose
