"""Widgets: they draw what they are given and tell what was done; they know nothing of a library."""
