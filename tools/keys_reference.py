"""Write docs/reference/keys.md from the table of actions; `--check` says whether it is stale."""

from __future__ import annotations

import sys
from pathlib import Path

from digest.ui.actions import ACTIONS, Scope
from digest.ui.keys import key_label

PAGE = Path(__file__).parents[1] / "docs/reference/keys.md"

WHERE = {
    Scope.ANY: "everywhere",
    Scope.ARTICLES: "in list and text",
    Scope.LIST: "in the list",
    Scope.READER: "in the text",
    Scope.VIEW: "in the views 2 to 5",
}


def page() -> str:
    """The whole page."""
    lines = [
        "# Keys",
        "",
        "Made from the program's table of actions by `make docs`. The first column is the name to",
        "use under `[keys]` in the settings. Full-width and Chinese punctuation works as its ASCII",
        "twin: `？` is `?`, `【` is `[`, `、` is `/`.",
        "",
        "| action | keys | where | does | 简体 | 繁體 |",
        "|---|---|---|---|---|---|",
    ]
    for action in ACTIONS:
        keys = " ".join(f"`{key_label(key)}`" for key in action.keys)
        names = action.names
        lines.append(
            f"| `{action.id}` | {keys} | {WHERE[action.scope]}"
            f" | {names.en} | {names.hans} | {names.hant} |"
        )
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it; 1 if it is stale."""
    if "--check" not in arguments:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page(), "utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text("utf-8") == page():
        return 0
    sys.stderr.write(f"{PAGE.name} is stale: run `make docs`\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
