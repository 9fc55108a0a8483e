"""What commands have in common: their class, `--library`, `--json`, and targets that complete."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from digest.model import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LIBRARY = "digest.library"
"""Key in click's `Context.meta`, which a command shares with the group above it."""

PATH = click.Path(path_type=str, readable=False)
"""The type of a path, or `-`. What is wrong with one is said by what reads it, as a refusal: click
would call it wrong usage."""


class Whole(click.IntRange):
    """A whole number within bounds, said in our words where it is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; wrong usage if it is none or out of bounds."""
        try:
            number: int = super().convert(value, param, ctx)
        except click.BadParameter:
            bounds = (
                f"of {self.min} or more" if self.max is None else f"from {self.min} to {self.max}"
            )
            self.fail(f"{value!r} is not a whole number {bounds}", param, ctx)
        return number


Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


class Command(click.Command):
    """A command with `--library` among its options and examples in its help."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(library_option())
        self.examples = tuple(examples)
        """Command lines, each with what it does."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples after the options."""
        write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)


def write_examples(examples: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    """Examples as a section of a help page: what it does, and the line that does it."""
    if not examples:
        return
    with formatter.section("Examples"):
        for line, meaning in examples:
            formatter.write_text(f"{meaning}:")
            formatter.write(f"{'':{formatter.current_indent + 2}}{line}\n")


def command(
    name: str, examples: Sequence[tuple[str, str]]
) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command with examples in its help."""

    def decorate(function: Callable[..., Any]) -> Command:
        return click.command(name, cls=Command, examples=examples)(function)

    return decorate


def library_option() -> click.Option:
    """`--library FILE`, before the command's name or after it; kept for `library_path`."""
    return click.Option(
        ["--library"],
        type=click.Path(path_type=Path, readable=False),
        metavar="FILE",
        help="Use another library than one's own.",
        callback=_remember,
        expose_value=False,
    )


def _remember(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta[_LIBRARY] = value


def library_path() -> Path | None:
    """The library asked for on the command line; None for one's own."""
    path: Path | None = click.get_current_context().meta.get(_LIBRARY)
    return path


class Scripts(click.Choice[str]):
    """Names of scripts in either case, told in the one in which they are written."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """What was given, and what there is."""
        del ctx
        return f"{value!r} is none of {', '.join(self.choices)}"

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """What there is."""
        del param, ctx
        return f"It is one of {', '.join(self.choices)}."


json_option = click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line, for other programs."
)


def script_option(name: str, default: View | None, does: str) -> Callable[[Decorated], Decorated]:
    """An option that names a script; required if it has no default."""
    views = [view.value for view in View if default or view is not View.ORIGINAL]
    # A default of None would count as a value.
    fallback: dict[str, Any] = {"default": default.value} if default else {"required": True}
    return click.option(
        name,
        "script",
        type=Scripts(views, case_sensitive=False),
        metavar="TAG",
        callback=lambda _ctx, _param, value: View(value),
        # Without it a choice that ignores case is completed in lower case.
        shell_complete=lambda _ctx, _param, begun: [
            view for view in views if view.lower().startswith(begun.lower())
        ],
        help=f"{does} One of {', '.join(views)}.",
        **fallback,
    )


def wording_option(decorated: Decorated) -> Decorated:
    """`--wording` and `--no-wording`; None where neither is given."""
    return click.option(
        "--wording/--no-wording",
        default=None,
        help="Regional words as well as characters; what the settings say, if not given.",
    )(decorated)


def marks_option(decorated: Decorated) -> Decorated:
    """`--marks`: what the app does besides changing the script."""
    return click.option(
        "--marks",
        is_flag=True,
        help="Set marks, quotation marks and spaces as the app does, after the settings.",
    )(decorated)


def complete_target(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Files, and the ids of the library's articles with their titles beside them."""
    # First: bash's script forgets what came before an answer of this type.
    found = [CompletionItem(incomplete, type="file")]
    try:
        from digest.cli.targets import known_ids  # noqa: PLC0415 - for completion alone

        known = known_ids(ctx.meta.get(_LIBRARY), incomplete)
    except Exception:  # noqa: BLE001 - completion that fails must not disturb the prompt
        return found
    return found + [CompletionItem(article, help=title) for article, title in known]
