"""`digest completion`: the script that a shell needs to complete command lines."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from digest.cli import terminal
from digest.cli.options import command
from digest.cli.root import COMPLETION, root
from digest.model import DigestError

SHELLS = ("bash", "zsh", "fish")
"""Shells with a script; bash from 4.4 on."""


@command(
    "completion",
    examples=(
        ('eval "$(digest completion bash)"', "Complete in bash, from ~/.bashrc"),
        ('eval "$(digest completion zsh)"', "Complete in zsh, from ~/.zshrc, after compinit"),
        ("digest completion fish > ~/.config/fish/completions/digest.fish", "Complete in fish"),
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script that completes commands, options, files and article ids in SHELL."""
    found = get_completion_class(shell)
    if found is None:
        raise DigestError(f"no completion script for {shell}")
    # Not the method of the subclass: that of bash starts a bash to ask for its version.
    script = ShellComplete.source(found(root, {}, "digest", COMPLETION))
    terminal.write_text(script.strip() + "\n")
