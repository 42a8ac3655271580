"""What came late to browsers, with the first Chrome and the first Safari that have it.

After caniuse.com and MDN's browser-compat-data. A feature is named here when its absence breaks a
page; what a browser may pass over without harm (text-wrap, accent-color, scrollbar-gutter, a lone
:focus-visible) is not.
"""

from web.floors import Floor

NEVER = 999
Features = dict[str, Floor]

# By tree-sitter's node types.
SYNTAX: Features = {
    "arrow_function": Floor(45, 10),
    "async": Floor(55, 10.1),
    "class_declaration": Floor(49, 9),
    "lexical_declaration": Floor(49, 10),
    "object_pattern": Floor(49, 8),
    "array_pattern": Floor(49, 8),
    "spread_element": Floor(46, 8),
    "template_string": Floor(41, 9),
    "optional_chain": Floor(80, 13.1),
    "private_property_identifier": Floor(74, 14.1),
    "class_static_block": Floor(94, 16.4),
    "field_definition": Floor(72, 14.1),
    "top-level await": Floor(89, 15),
    "import.meta": Floor(64, 11.1),
}

OPERATORS: Features = {
    "??": Floor(80, 13.1),
    "??=": Floor(85, 14),
    "||=": Floor(85, 14),
    "&&=": Floor(85, 14),
}

METHODS: Features = {
    "allSettled": Floor(76, 13),
    "any": Floor(85, 14),
    "at": Floor(92, 15.4),
    "checkVisibility": Floor(105, 17.4),
    "findLast": Floor(97, 15.4),
    "findLastIndex": Floor(97, 15.4),
    "flat": Floor(69, 12),
    "flatMap": Floor(69, 12),
    "fromAsync": Floor(121, 16.4),
    "fromEntries": Floor(73, 12.1),
    "getAnimations": Floor(84, 14),
    "groupBy": Floor(117, 17.4),
    "hasOwn": Floor(93, 15.4),
    "hidePopover": Floor(114, 17),
    "matchAll": Floor(73, 13),
    "randomUUID": Floor(92, 15.4),
    "replaceAll": Floor(85, 13.1),
    "replaceChildren": Floor(86, 14),
    "requestIdleCallback": Floor(47, NEVER),
    "requestSubmit": Floor(76, 16),
    "showModal": Floor(37, 15.4),
    "showPopover": Floor(114, 17),
    "startViewTransition": Floor(111, 18),
    "toReversed": Floor(110, 16),
    "toSorted": Floor(110, 16),
    "toSpliced": Floor(110, 16),
    "toggleAttribute": Floor(69, 12),
    "togglePopover": Floor(114, 17),
    "trimEnd": Floor(66, 12),
    "trimStart": Floor(66, 12),
    "vibrate": Floor(32, NEVER),
    "with": Floor(110, 16),
}

# Read or written, not called.
PROPERTIES: Features = {
    "inert": Floor(102, 15.5),
    "rotate": Floor(104, 14.1),
    "scale": Floor(104, 14.1),
    "submitter": Floor(81, 15.4),
    "translate": Floor(104, 14.1),
    "wakeLock": Floor(84, 16.4),
}

GLOBALS: Features = {
    "Map": Floor(38, 8),
    "Promise": Floor(33, 8),
    "fetch": Floor(42, 10.1),
    "AbortController": Floor(66, 11.1),
    "AudioBufferSourceNode": Floor(55, 14.1),
    "AudioContext": Floor(35, 14.1),
    "BigInt": Floor(67, 14),
    "BroadcastChannel": Floor(54, 15.4),
    "FinalizationRegistry": Floor(84, 14.1),
    "GainNode": Floor(55, 14.1),
    "OscillatorNode": Floor(55, 14.1),
    "ResizeObserver": Floor(64, 13.1),
    "WeakRef": Floor(84, 14.1),
    "globalThis": Floor(71, 12.1),
    "queueMicrotask": Floor(71, 12.1),
    "requestIdleCallback": Floor(47, NEVER),
    "structuredClone": Floor(98, 15.4),
}

# A file from elsewhere, which asks for them first, or never comes to them there: WebTransport's.
NOT_OURS = {"static/vendor/socket.io.esm.min.js": {"BigInt"}}

# In templates and in what modules draw.
MARKUP: Features = {
    r"<dialog\b": Floor(37, 15.4),
    r"\bpopover(target)?\b": Floor(114, 17),
    r"<[a-z]+[^>]*\sinert\b": Floor(102, 15.5),
}

SELECTORS: Features = {
    ":has": Floor(105, 15.4),
    ":is": Floor(88, 14),
    ":where": Floor(88, 14),
    ":focus-visible": Floor(86, 15.4),
    ":popover-open": Floor(114, 17),
    ":modal": Floor(105, 15.4),
    "::backdrop": Floor(37, 15.4),
    "&": Floor(120, 17.2),
}

# A rule for these alone is missed by nobody.
ALONE = (":focus-visible", "::backdrop")

AT_RULES: Features = {
    "container": Floor(105, 16),
    "layer": Floor(99, 15.4),
    "property": Floor(85, 16.4),
    "scope": Floor(118, 17.4),
    "starting-style": Floor(117, 17.5),
}

DECLARATIONS: Features = {
    "aspect-ratio": Floor(88, 15),
    "block-size": Floor(57, 12.1),
    "content-visibility": Floor(85, 18),
    "inline-size": Floor(57, 12.1),
    "inset": Floor(87, 14.1),
    "inset-block": Floor(87, 14.1),
    "inset-inline": Floor(87, 14.1),
    "margin-block": Floor(87, 14.1),
    "margin-inline": Floor(87, 14.1),
    "padding-block": Floor(87, 14.1),
    "padding-inline": Floor(87, 14.1),
    "rotate": Floor(104, 14.1),
    "scale": Floor(104, 14.1),
    "translate": Floor(104, 14.1),
}

FUNCTIONS: Features = {
    "clamp": Floor(79, 13.1),
    "color-mix": Floor(111, 16.2),
    "max": Floor(79, 11.1),
    "min": Floor(79, 11.1),
    "oklch": Floor(111, 15.4),
}

UNITS: Features = {
    **dict.fromkeys(("cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax"), Floor(105, 16)),
    **dict.fromkeys(("dvh", "dvw", "svh", "svw", "lvh", "lvw"), Floor(108, 15.4)),
    "lh": Floor(109, 16.4),
    "rlh": Floor(111, 16.4),
}

VALUES: Features = {
    "overflow-wrap: anywhere": Floor(80, 15.4),
    "overflow: clip": Floor(90, 16),
    "appearance: none": Floor(84, 15.4),
    "grid-template-columns: subgrid": Floor(117, 16),
    "grid-template-rows: subgrid": Floor(117, 16),
}

MEDIA_RANGE = Floor(104, 16.4)
# A media query's aspect-ratio as 1, rather than 1/1.
NUMBER_RATIO = Floor(88, NEVER)
# rgb(0 0 0 / 0.5), rather than rgba(0, 0, 0, 0.5).
SPACED_COLOUR = Floor(65, 12.1)
