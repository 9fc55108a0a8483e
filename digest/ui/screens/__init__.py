"""Screens: what is put together for one task."""
