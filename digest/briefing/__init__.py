"""Briefing: what articles amount to, made from what is known of them, for screens and for files."""
