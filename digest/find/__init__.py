"""What the finder does while one types: candidates, matching, ranking."""
