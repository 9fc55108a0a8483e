"""Chinese news in the terminal, in the reader's own script.

The root holds the version and nothing else, so that `digest --version` costs an interpreter.
"""

__version__ = "0.1.0"
