"""All that is kept: one SQLite file of articles, figures, topics and reading state."""
