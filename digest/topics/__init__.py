"""Topics of articles: candidates, names, aliases, ranking."""
