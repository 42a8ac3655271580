"""Find late features in a browser module, by its syntax tree."""

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from scripts import features
from scripts.late_markup import late_markup
from web.floors import Floor

PARSER = Parser(Language(tree_sitter_javascript.language()))
FUNCTIONS = ("arrow_function", "function_declaration", "function_expression", "method_definition")

Found = Iterator[tuple[int, str, Floor]]


def late_script(text: str) -> Found:
    """Yield line, feature and first versions of every feature listed; ValueError if unreadable."""
    tree = PARSER.parse(text.encode())
    if tree.root_node.has_error:
        raise ValueError("no JavaScript that the parser knows")
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        waiting += node.children
        for feature, needs in of_node(node):
            yield node.start_point.row + 1, feature, needs


def of_node(node: Node) -> Iterator[tuple[str, Floor]]:
    """Yield the late features that one node is."""
    name = (node.text or b"").decode()
    if node.type in features.SYNTAX:
        yield node.type, features.SYNTAX[node.type]
    if node.type in features.OPERATORS:
        yield node.type, features.OPERATORS[node.type]
    if node.type == "await_expression" and not inside(node, FUNCTIONS):
        yield "top-level await", features.SYNTAX["top-level await"]
    if node.type == "identifier" and name in features.GLOBALS:
        yield name, features.GLOBALS[name]
    member = node.parent
    if node.type == "property_identifier" and member and member.type == "member_expression":
        called = member.parent and member.parent.child_by_field_name("function") == member
        if called and name in features.METHODS:
            yield f".{name}()", features.METHODS[name]
        if not called and name in features.PROPERTIES and on_page(member):
            yield f".{name}", features.PROPERTIES[name]
    if node.type == "regex_pattern" and ("(?<=" in name or "(?<!" in name):
        yield "lookbehind", Floor(62, 16.4)
    if node.type == "string_fragment":
        for _, feature, needs in late_markup(name):
            yield feature, needs


def inside(node: Node, types: tuple[str, ...]) -> bool:
    """Return whether a node stands in one of some types."""
    above = node.parent
    while above and above.type not in types:
        above = above.parent
    return above is not None


def on_page(member: Node) -> bool:
    """Return whether a property may be the browser's and not our own data's."""
    # The grammar gives every member expression its object.
    of = (member.child_by_field_name("object").text or b"").decode()  # type: ignore[union-attr]
    return of.endswith(("style", "navigator")) or of in ("event", "element", "document")
